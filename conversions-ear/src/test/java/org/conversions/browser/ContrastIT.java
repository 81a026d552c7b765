package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrast of text for people who have asked their system for more of it: 7 to 1 everywhere, as WCAG's level AAA asks. */
@ResourceLock(Browser.NAME)
class ContrastIT {

    private static final double ENOUGH = 7;
    /** Lists the texts that can be seen, each with its colour and the one beneath it, as the screen mixes them. */
    private static final String TEXTS = """
            const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
            const paint = (color, alpha = 1) => { canvas.globalAlpha = alpha; canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); };
            const pixel = () => [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            const parent = (node) => node.parentElement ?? node.getRootNode().host;
            const found = new Map();
            const look = (root) => root.querySelectorAll('*').forEach((element) => {
                if (element.shadowRoot) look(element.shadowRoot);
                const text = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join('') || (element.matches('input, select') && element.value);
                if (!text || !element.checkVisibility({opacityProperty: true, visibilityProperty: true}) || element.closest('.unseen, svg, option, :disabled, [aria-disabled=true]')) return;
                const above = [];
                for (let node = element; node; node = parent(node)) above.unshift(getComputedStyle(node));
                paint('Canvas');
                above.forEach(style => paint(style.backgroundColor));
                const ground = pixel();
                paint(above.at(-1).color, above.reduce((all, style) => all * Number(style.opacity), 1));
                found.set(String(pixel()) + '/' + ground, {text: text.slice(0, 40), ink: pixel(), ground});
            });
            look(document);
            return [...found.values()];""";

    private final Browser browser = Browser.shared();
    private final String base = ConversionsServer.shared().base().toString();

    @AfterEach
    void leaveNothingBehind() {
        browser.screen(1280, "light");
    }

    @ParameterizedTest
    @CsvSource({"/app/?mode=test, light", "/app/?mode=test, dark", "/app/workspace, light", "/app/workspace, dark"})
    void textStandsOutForWhoeverAskedForMoreContrast(String path, String scheme) {
        SignedIn.as(browser, base);
        browser.screen(1280, scheme);
        browser.command("Emulation.setEmulatedMedia", object("features", List.of(object("name", "prefers-color-scheme", "value", scheme),
                object("name", "prefers-reduced-motion", "value", "reduce"), object("name", "prefers-contrast", "value", "more"))));
        browser.open(base + path);
        browser.waitFor("document.querySelector('main h1') && !document.querySelector('[aria-busy=true]') && matchMedia('(prefers-contrast: more)').matches");
        JsonNode texts = browser.run(TEXTS);
        assertThat(texts).hasSizeGreaterThan(3);
        assertThat(StreamSupport.stream(texts.spliterator(), false)
                .filter(text -> contrast(text.path("ink"), text.path("ground")) < ENOUGH)
                .map(text -> text + " " + contrast(text.path("ink"), text.path("ground")))).isEmpty();
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(contrast(luminance(0, 0, 0), luminance(255, 255, 255))).isEqualTo(21, within(0.001));
        assertThat(contrast(luminance(0x77, 0x77, 0x77), luminance(255, 255, 255))).isEqualTo(4.478, within(0.001));
    }

    private static double contrast(JsonNode one, JsonNode other) {
        return contrast(luminance(one.path(0).asInt(), one.path(1).asInt(), one.path(2).asInt()),
                luminance(other.path(0).asInt(), other.path(1).asInt(), other.path(2).asInt()));
    }

    /** The contrast ratio of two luminances, as WCAG 2.2 defines it. */
    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** The relative luminance of a colour, as WCAG 2.2 defines it. */
    private static double luminance(int red, int green, int blue) {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
