package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.access.oauth.AppScopes;
import org.conversions.commission.CommissionStatus;
import org.conversions.platform.Word;
import org.conversions.report.object.StripeObjectKind;
import org.conversions.reward.NoCredit;
import org.conversions.sale.draft.SaleKind;
import org.conversions.stripe.event.Reason;
import org.junit.jupiter.api.Test;

/** The texts of the pages: whole in both languages, all of them used, and no words left elsewhere. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp/app");
    private static final Path ENGLISH = PAGES.resolve("texts/en");
    private static final Path GERMAN = PAGES.resolve("texts/de");

    private static final Pattern NAMED = Pattern.compile("const (\\w+) = await textsOf\\('([\\w/-]+)'\\)");
    private static final Pattern CALLED = Pattern.compile("textsOf\\('([\\w/-]+)'\\)");
    private static final Pattern STEP = Pattern.compile("\\??\\.(\\w+)|\\[(?:'([^']*)'\\])?");
    private static final Pattern TAG = Pattern.compile("<(?:[^<>\"]|\"[^\"]*\")*>");
    private static final Pattern READ_OUT = Pattern.compile(
            "\\s(aria-label|aria-description|title|placeholder|label|heading|hint|wrong|alt)=(\"[^\"]*\"|[^\\s>\"]+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}+( .*)?|\\p{Lu}\\S* .*\\p{Ll}{2}.*|\\p{Ll}+( [\\p{Ll}’]+){2,}", Pattern.DOTALL);
    /** An example of what can be typed, which is the same in every language. */
    private static final Pattern SAMPLE = Pattern.compile("([^\\s,]*[._:/…@*0-9-][^\\s,]*[,\\s]*)+");

    /** Names, and words that the browser or the API understands. */
    private static final Set<String> NO_WORDS = Set.of("Conversions", "Dub", "Acme", "English", "Deutsch", "Python", "Node", "Accept",
            "Enter", "Escape", "Tab", "Home", "End", "Space", "Backspace", "Delete", "Arrow", "Unknown", "Bearer …");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(parts(GERMAN).keySet()).isEqualTo(parts(ENGLISH).keySet());
        parts(ENGLISH).forEach((part, texts) ->
                assertThat(parts(GERMAN).get(part).kinds).as(part).isEqualTo(texts.kinds));
    }

    @Test
    void theFileOfEachGroupBringsAllOfIt() {
        for (String language : List.of("en", "de")) {
            Map<String, String> files = new TreeMap<>();
            parts(PAGES.resolve("texts/" + language)).keySet().forEach(name -> {
                String[] path = name.split("/");
                String part = path[1].contains("-") ? "'" + path[1] + "'" : path[1];
                files.merge(path[0], "export { default as " + part + " } from './" + language + "/" + name + ".js';\n", (one, next) -> one + next);
            });
            files.forEach((group, lines) -> assertThat(PAGES.resolve("texts/" + language + "." + group + ".js")).content()
                    .satisfies(content -> assertThat(content.lines()).containsExactlyInAnyOrderElementsOf(lines.lines().toList())));
        }
    }

    @Test
    void everyTextIsUsedAndEveryUsedTextIsThere() {
        Map<String, PageTexts> parts = parts(ENGLISH);
        Map<String, Set<String>> used = used();
        assertThat(parts.keySet()).containsAll(used.keySet());
        parts.forEach((part, texts) -> {
            Set<String> uses = used.getOrDefault(part, Set.of());
            assertThat(texts.kinds.keySet().stream().filter(key -> uses.stream().noneMatch(use -> isWithin(key, use) || isWithin(use, key))))
                    .as("texts of %s that nothing uses", part).isEmpty();
            assertThat(uses.stream().filter(use -> texts.kinds.keySet().stream().noneMatch(key -> isWithin(key, use) || isWithin(use, key))))
                    .as("texts of %s that are used and not there", part).isEmpty();
        });
    }

    @Test
    void noWordsAreLeftInTheTemplates() {
        List<String> left = new ArrayList<>();
        sources().forEach((path, source) -> new PageScript(source).templates.stream()
                .filter(template -> template.tag().equals("html") || template.tag().equals("svg"))
                .forEach(template -> words(template.text()).forEach(words -> left.add(path + ":" + template.line() + " " + words))));
        assertThat(left).isEmpty();
    }

    @Test
    void noSentencesAreLeftInTheCode() {
        List<String> left = new ArrayList<>();
        sources().forEach((path, source) -> {
            PageScript script = new PageScript(source);
            Stream.concat(script.quoted.stream(), script.templates.stream().filter(template -> template.tag().isEmpty())
                            .map(template -> new PageScript.Quoted(template.text().replace(PageScript.HOLE, "…"), template.line())))
                    .filter(quoted -> SENTENCE.matcher(quoted.text().strip()).matches() && !NO_WORDS.contains(quoted.text())
                            && !isOfTheApi(quoted.text()))
                    .forEach(quoted -> left.add(path + ":" + quoted.line() + " " + quoted.text()));
        });
        assertThat(left).isEmpty();
    }

    @Test
    void theServersCodesHaveTheirSentences() {
        Map<String, String> texts = parts(ENGLISH).get("reasons/reasons").texts;
        for (Reason reason : Reason.values()) {
            assertThat(texts).containsEntry("reasons." + reason.text(), reason.sentence());
        }
        for (NoCredit reason : NoCredit.values()) {
            assertThat(texts).containsEntry("noCredit." + reason.code(), reason.explanation());
        }
        for (String scope : Area.appScopes()) {
            assertThat(parts(ENGLISH).get("security/scopes").texts).containsEntry("may." + scope, AppScopes.explained(scope));
        }
        hasAll("kinds.", StripeObjectKind.values());
        hasAll("saleKinds.", SaleKind.values());
        hasAll("commissionStates.", CommissionStatus.values());
    }

    private static void hasAll(String group, Word... words) {
        assertThat(parts(ENGLISH).get("stripe/stripe").texts.keySet()).containsAll(Stream.of(words).map(word -> group + word.text()).toList());
    }

    /** The sentences that the API sends are known in one place, to be translated. */
    private static boolean isOfTheApi(String sentence) {
        return Stream.of(NoCredit.values()).anyMatch(reason -> reason.explanation().equals(sentence));
    }

    /** @return whether a path is another one, or lies below it; everything lies below the empty one */
    private static boolean isWithin(String path, String other) {
        return other.isEmpty() || path.equals(other) || path.startsWith(other + ".");
    }

    /** What the pages use of each part: paths of keys; of a group that is looked up by a value, the path of the group. */
    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        sources().forEach((path, source) -> {
            Matcher named = NAMED.matcher(source);
            Set<String> known = new TreeSet<>();
            while (named.find()) {
                known.add(named.group(2));
                Set<String> uses = used.computeIfAbsent(named.group(2), part -> new TreeSet<>());
                Matcher use = Pattern.compile("(?<![\\w$'/-]|(?<!\\.\\.)\\.|const )" + named.group(1) + "(?![\\w$'-]|: )").matcher(source);
                while (use.find()) {
                    uses.add(path(source, use.end()));
                }
            }
            Matcher called = CALLED.matcher(source);
            while (called.find()) {
                if (!known.contains(called.group(1))) {
                    used.computeIfAbsent(called.group(1), part -> new TreeSet<>()).add("");
                }
            }
        });
        return used;
    }

    private static String path(String source, int from) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(source).region(from, source.length());
        while (step.lookingAt()) {
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            if (name == null) {
                break;
            }
            steps.add(name);
            step.region(step.end(), source.length());
        }
        return String.join(".", steps);
    }

    /** What people would read or hear of a template, whatever the language of the page is. */
    private static List<String> words(String template) {
        String markup = template.replaceAll("(?s)<code>.*?</code>", "").replaceAll("&#?\\w+;", " ");
        Stream<String> readOut = TAG.matcher(markup).results().map(tag -> READ_OUT.matcher(tag.group()))
                .flatMap(attribute -> attribute.results().map(found -> found.group(2).replace("\"", "")))
                .filter(value -> !SAMPLE.matcher(value).matches());
        return Stream.concat(readOut, TAG.splitAsStream(markup)).map(text -> text.replace(PageScript.HOLE, " ").strip())
                .filter(text -> WORD.matcher(text).find() && !NO_WORDS.contains(text)).toList();
    }

    private static Map<String, PageTexts> parts(Path folder) {
        return files(folder).collect(Collectors.toMap(file -> folder.relativize(file).toString().replace(".js", ""),
                file -> new PageTexts(read(file)), (one, other) -> one, TreeMap::new));
    }

    /** The scripts of the pages, without those that stand apart and are English. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        files(PAGES).forEach(file -> sources.put(PAGES.relativize(file).toString(), read(file)));
        sources.keySet().removeIf(path -> path.startsWith("texts/") || path.startsWith("api-reference/"));
        assertThat(sources).hasSizeGreaterThan(30);
        return sources;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
