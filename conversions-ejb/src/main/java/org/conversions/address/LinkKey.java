package org.conversions.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * The part of a short link after the domain: letters of any script, digits, {@code -}, {@code _} and {@code .}, in
 * segments with a slash between them. Upper and lower case differ.
 */
public final class LinkKey {

    public static final int LENGTH_MAX = TextColumn.LENGTH_MAX;
    public static final int RANDOM_LENGTH = 7;
    /** The key of the link that answers at the root of a domain. */
    public static final String ROOT = "_root";

    private static final int RANDOM_LENGTH_MIN = 3;
    /** First segments that the application itself answers, or that browsers and crawlers ask every host for. */
    private static final Set<String> RESERVED = Set.of("app", "api", "oauth", "analytics", "health", "metrics",
            "openapi", "embed", "share", "partners", "web-inf", "meta-inf", ".well-known", "favicon.ico", "robots.txt", "sitemap.xml",
            "index.html");

    /** First segments that visitors would take for the application's own pages. */
    private static final Set<String> MISLEADING = Set.of("login", "log-in", "signin", "sign-in", "signup", "sign-up",
            "logout", "account", "accounts", "dashboard", "admin", "setup", "auth", "sso", "oauth2", "billing", "password",
            "security", "www", "static", "assets", "status");

    private LinkKey() {
    }

    /**
     * @return the key as it is stored: its accents composed, so that one word has one spelling
     * @throws RequestRefused unprocessable for a key that is malformed or reserved
     */
    public static String chosen(String key) {
        String composed = composed(key);
        if (!wellFormed(composed)) {
            throw RequestRefused.unprocessable("field_malformed", "key: must be letters, digits, '-', '_' and '.',"
                    + " with '/' between segments, of at most " + LENGTH_MAX + " characters");
        }
        if (reserved(composed) || MISLEADING.contains(firstSegment(composed))) {
            throw RequestRefused.unprocessable("key_reserved", "key: begins with a word that is reserved");
        }
        return composed;
    }

    /**
     * @param prefix a folder to put the key in, or null
     * @param length how many random characters, or null for the usual number
     * @throws RequestRefused unprocessable for a prefix that cannot begin a key, or a length out of bounds
     */
    public static String random(String prefix, Integer length) {
        int characters = length == null ? RANDOM_LENGTH : length;
        if (characters < RANDOM_LENGTH_MIN || characters > LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "keyLength: must be " + RANDOM_LENGTH_MIN + " to " + LENGTH_MAX);
        }
        String folder = prefix == null ? "" : prefix.replaceAll("^/+|/+$", "");
        String key;
        do {
            key = Ids.random(characters);
        } while (reserved(key) || MISLEADING.contains(key.toLowerCase(Locale.ROOT)));
        return folder.isEmpty() ? key : chosen(folder + '/' + key);
    }

    public static String composed(String key) {
        // Most keys have no accents to compose, which is seen sooner than the normalizer says it.
        return isAscii(key) ? key : Normalizer.normalize(key, Normalizer.Form.NFC);
    }

    /** @return whether a link could have this key, so that whatever else is asked for need not be looked up */
    public static boolean wellFormed(String key) {
        if (key.isEmpty() || key.length() > LENGTH_MAX) {
            return false;
        }
        int begin = 0;
        for (int i = 0; i <= key.length(); ) {
            int point = i == key.length() ? '/' : key.codePointAt(i);
            if (point == '/') {
                if (i == begin || key.startsWith(".", begin) && (i == begin + 1 || i == begin + 2 && key.charAt(begin + 1) == '.')) {
                    return false;
                }
                begin = i + 1;
            } else if (!allowed(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /** @return whether the first segment belongs to the application */
    public static boolean reserved(String key) {
        return RESERVED.contains(firstSegment(key));
    }

    private static String firstSegment(String key) {
        int slash = key.indexOf('/');
        return (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
    }

    /** @return the key as it stands in an address: percent-encoded in UTF-8 but for the slashes */
    public static String path(String key) {
        StringBuilder path = new StringBuilder(key.length());
        key.codePoints().forEach(point -> {
            if (point < 128) {
                path.appendCodePoint(point);
            } else {
                PercentEncoding.escape(path, point);
            }
        });
        return path.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(int point) {
        if (point < 128) {
            return UrlQuery.isLetterOrDigit(point) || point == '-' || point == '_' || point == '.';
        }
        int type = Character.getType(point);
        // Scripts such as Hindi and Thai write vowels as marks on a letter.
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
