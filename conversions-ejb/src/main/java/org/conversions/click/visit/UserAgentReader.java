package org.conversions.click.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.conversions.platform.TextColumn;
import ua_parser.Parser;

/**
 * Reads device, browser and system out of a browser's name. Names are few among many visitors, so what has been read
 * is remembered.
 */
@ApplicationScoped
public class UserAgentReader {

    static final int LENGTH_MAX = 500;
    private static final int REMEMBERED_MAX = 10_000;
    private static final int NAME_LENGTH_MAX = 60;

    private static final Pattern TABLET = Pattern.compile("(?i)ipad|tablet|kindle|silk/|playbook");
    private static final Pattern MOBILE = Pattern.compile("(?i)mobile|iphone|ipod|opera mini|windows phone");
    private static final Pattern TELEVISION =
            Pattern.compile("(?i)smart-?tv|hbbtv|appletv|googletv|android tv|bravia|web0s|crkey");
    private static final Pattern CONSOLE = Pattern.compile("(?i)playstation|xbox|nintendo");
    private static final Set<String> DESKTOP_SYSTEMS = Set.of("Windows", "Mac OS X", "Linux", "Ubuntu", "Fedora",
            "Debian", "Chrome OS", "FreeBSD", "OpenBSD");

    private final Cache<String, UserAgent> remembered = Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();
    private final Cache<String, Boolean> programs = Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    @Resource
    private ManagedExecutorService executor;
    private CompletableFuture<Parser> parser;

    /** Begins to read the parser's rules, which takes a moment, so that the first visitor does not wait for them. */
    public void prepare() {
        prepare(executor);
    }

    synchronized CompletableFuture<Parser> prepare(Executor background) {
        if (parser == null) {
            parser = CompletableFuture.supplyAsync(Parser::new, background);
        }
        return parser;
    }

    public UserAgent read(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UserAgent.UNKNOWN;
        }
        String name = TextColumn.cut(userAgent, LENGTH_MAX);
        return remembered.get(name, this::parse);
    }

    /** @return whether what names itself so is a program, as {@link BotFilter#isProgram} says */
    public boolean isProgram(String userAgent) {
        // A longer one may say so in its last part, and would fill the memory.
        return userAgent == null || userAgent.length() > LENGTH_MAX ? BotFilter.isProgram(userAgent)
                : programs.get(userAgent, BotFilter::isProgram);
    }

    private UserAgent parse(String userAgent) {
        // The parser's own device rules are its slowest part and name a model, not a kind.
        Parser rules = prepare(executor).join();
        String os = name(rules.parseOS(userAgent).family);
        return new UserAgent(device(userAgent, os), name(rules.parseUserAgent(userAgent).family), os);
    }

    private static String device(String userAgent, String os) {
        if (CONSOLE.matcher(userAgent).find()) {
            return "Console";
        }
        if (TELEVISION.matcher(userAgent).find()) {
            return "TV";
        }
        if (TABLET.matcher(userAgent).find()) {
            return "Tablet";
        }
        if (MOBILE.matcher(userAgent).find()) {
            return "Mobile";
        }
        // Android tablets are those that do not call themselves mobile.
        if (os.equals("Android")) {
            return "Tablet";
        }
        return DESKTOP_SYSTEMS.contains(os) ? "Desktop" : "";
    }

    private static String name(String family) {
        if (family == null || family.equals("Other")) {
            return "";
        }
        return TextColumn.cut(family, NAME_LENGTH_MAX);
    }
}
