package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that the sources of the pages keep to. */
class PageSourcesTest {

    private static final Path PAGES = Path.of("src/main/webapp/app");
    private static final int LINES_MAX = 250;
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import) '(\\.{1,2}/[^']+)'");
    private static final Pattern ROUTE = Pattern.compile("(?:(?:'(\\w*)'|(\\w+)): )?\\{ name: '([a-z-]+)', bundle: '([a-z]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "unsafeHTML", "unsafeSVG", "unsafeStatic",
        "eval(", "new Function", "javascript:", " style=", " onclick="})
    void noTextBecomesMarkupOrScript(String word) {
        assertThat(sources(".js", ".html")).noneSatisfy((path, text) -> assertThat(text).contains(word));
    }

    @Test
    void noFileIsLong() {
        assertThat(sources(".js")).allSatisfy((path, text) -> assertThat(text.lines().count()).as(path).isLessThanOrEqualTo(LINES_MAX));
    }

    @Test
    void everyImportLeadsSomewhere() {
        sources(".js").forEach((path, text) -> {
            Matcher imports = IMPORTED.matcher(text);
            while (imports.find()) {
                assertThat(PAGES.resolve(path).resolveSibling(imports.group(1))).as(path).isRegularFile();
            }
        });
    }

    @Test
    void everyPageOfTheRouterHasAModuleThatDefinesItInABundleThatTheServerKnows() throws IOException {
        Matcher routes = ROUTE.matcher(Files.readString(PAGES.resolve("router.js")));
        Map<String, String> bundles = new TreeMap<>();
        while (routes.find()) {
            assertThat(PAGES.resolve("pages/" + routes.group(3) + ".js")).content().contains("define('" + routes.group(3) + "-page'");
            assertThat(PAGES.resolve("bundles/" + routes.group(4) + ".js")).content().startsWith("import '../shared.js';")
                    .contains("import '../pages/" + routes.group(3) + ".js'");
            String word = routes.group(1) != null ? routes.group(1) : routes.group(2) != null ? routes.group(2) : routes.group(3);
            bundles.put(word, "bundles/" + routes.group(4) + ".js");
        }
        assertThat(bundles.remove("not-found")).isNotNull();
        assertThat(bundles).isEqualTo(PageAddress.BUNDLES).hasSizeGreaterThan(10);
    }

    /** A module that waits for a group of texts is not needed by them: neither would ever be there. */
    @Test
    void noTextsWaitForAModuleThatWaitsForThem() {
        sources(".js").keySet().stream().filter(path -> path.matches("texts/\\w\\w\\.\\w+\\.js")).forEach(path -> {
            Set<String> needed = new TreeSet<>();
            need(Path.of(path), needed);
            String group = path.split("\\.")[1];
            assertThat(needed).as(path).hasSizeGreaterThan(1).allSatisfy(module ->
                    assertThat(read(PAGES.resolve(module))).as(module).doesNotContain("textsOf('" + group + "/"));
        });
    }

    private static void need(Path module, Set<String> needed) {
        if (needed.add(module.toString())) {
            Matcher imports = IMPORTED.matcher(read(PAGES.resolve(module)));
            while (imports.find()) {
                need(module.resolveSibling(imports.group(1)).normalize(), needed);
            }
        }
    }

    private static Map<String, String> sources(String... endings) {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).forEach(file ->
                    sources.put(PAGES.relativize(file).toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
