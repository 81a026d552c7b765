package org.conversions.browser;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Axe, run on the page that is open: the rules of WCAG 2.2, A and AA, and its best practices. */
final class Accessibility {

    private static final String AXE = read();
    private static final String RUN = "return axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
            + " 'wcag21aa', 'wcag22aa', 'best-practice']}).then(found => found.violations.map(rule => rule.id + ': '"
            + " + rule.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')))";

    private Accessibility() {
    }

    /** @return the findings; empty when there are none */
    static List<String> findings(Browser browser) {
        // Not as a script of the page, whose policy allows none.
        browser.command("Runtime.evaluate", object("expression", AXE));
        return StreamSupport.stream(browser.run(RUN).spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String read() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
