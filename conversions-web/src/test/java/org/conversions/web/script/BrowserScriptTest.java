package org.conversions.web.script;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content of the eight files; what they do is seen in a browser. */
class BrowserScriptTest {

    private static final int ZIPPED_BYTES_MAX = 8 * 1024;

    static Stream<String> names() {
        return Stream.of(BrowserScriptServlet.class.getAnnotation(WebServlet.class).urlPatterns());
    }

    @Test
    void thereIsEveryCombinationOfTheThreeOptions() {
        Set<String> expected = new HashSet<>();
        for (String visit : new String[] {"", ".site-visit"}) {
            for (String outbound : new String[] {"", ".outbound-domains"}) {
                for (String conversion : new String[] {"", ".conversion-tracking"}) {
                    expected.add("/analytics/script" + visit + outbound + conversion + ".js");
                }
            }
        }
        assertThat(names()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsSmall(String name) {
        assertThat(BrowserScript.named(name).zipped()).hasSizeLessThanOrEqualTo(ZIPPED_BYTES_MAX);
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachHoldsWhatItsNameSaysAndNoMore(String name) {
        String text = text(name);
        assertThat(text.contains("/track/visit")).isEqualTo(name.contains("site-visit"));
        assertThat(text.contains("iframe[src]")).isEqualTo(name.contains("outbound-domains"));
        assertThat(text.contains("/client")).isEqualTo(name.contains("conversion-tracking"));
        assertThat(text).contains("/track/click", "stripe-pricing-table");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsWrittenInWhatBrowsersOf2019Understand(String name) {
        assertThat(text(name)).doesNotContain("?.", "??", "||=", "&&=", ".replaceAll(", ".at(", "globalThis", "static {");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingThatAVisitorCanChooseBecomesMarkupOrCode(String name) {
        assertThat(text(name)).doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(",
                "Function(", "javascript:");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCompressedOneIsTheSame(String name) throws IOException {
        BrowserScript script = BrowserScript.named(name);
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(script.zipped()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(script.text());
        }
    }

    @Test
    void eachHasATagOfItsOwn() {
        assertThat(names().map(name -> BrowserScript.named(name).tag())).doesNotHaveDuplicates();
    }

    private static String text(String name) {
        return new String(BrowserScript.named(name).text(), StandardCharsets.UTF_8);
    }
}
