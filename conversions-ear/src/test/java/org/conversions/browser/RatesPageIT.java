package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange rates on their page: set, held back, used in the converter, and given up. */
@ResourceLock(Browser.NAME)
class RatesPageIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");
    /** A currency that no story of another test is told in. */
    private static final String CURRENCY = "TOP";

    private final Browser browser = Browser.shared();
    private final String base = ConversionsServer.shared().base().toString();
    private final Api owner = ConversionsServer.shared().api(ServerSettings.API_KEY);

    @AfterEach
    void leaveNothingBehind() {
        owner.delete("/api/exchange-rates/" + CURRENCY);
        browser.screen(1280, "light");
    }

    @Test
    void aRateIsSetAndUsedAndGivenUp() {
        SignedIn.as(browser, base);
        browser.screen(1280, "light");
        browser.console();
        browser.open(base + "/app/workspace/rates");
        browser.waitForText("Rates in force on");
        browser.clickOn("Set a rate");
        browser.waitFor("document.querySelector('c-set-rate select.input')");
        browser.run("const select = document.querySelector('c-set-rate select.input'); select.value = arguments[0];"
                + " ['input', 'change'].forEach(type => select.dispatchEvent(new Event(type, {bubbles: true})))", CURRENCY);
        browser.type("c-set-rate input[name=rate]", "25");
        browser.waitForText("So 1 TOP is 0.04 USD.");
        browser.press("Enter");
        browser.waitForText("so it is not used yet");
        isAccessible();
        browser.screen(1280, "light");
        browser.type("c-set-rate input[name=rate]", "2,5");
        browser.press("Enter");
        browser.waitForText("The rate of TOP is set");
        browser.waitFor("document.querySelector('tbody tr').textContent.includes('TOP')");
        assertThat(browser.run("return document.querySelector('tbody tr').innerText").asText()).contains("Yours", "0.40000", "2.5000");

        browser.open(base + "/app/workspace/rates?from=TOP&amount=250");
        browser.waitFor("document.querySelector('.rate-result b')?.textContent === '$100.00'");
        browser.type(".rate-fields input", "2,50");
        browser.waitFor("document.querySelector('.rate-result b')?.textContent === '$1.00' && location.search.includes('amount=2%2C50')");
        isAccessible();
        browser.screen(1280, "light");

        browser.clickOn("Remove your rate");
        browser.waitForText("All rates that this workspace has set for TOP go");
        browser.click("c-confirm button[type=submit]");
        browser.waitFor("!document.querySelector('tbody tr').textContent.includes('TOP')");
        assertThat(browser.console().stream().filter(line -> !line.startsWith("DEBUG"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000, EUR, USD, 12500", "12500, USD, EUR, 10000", "100, JPY, USD, 50", "50, USD, JPY, 100", "1000, KWD, USD, 400", "1, EUR, JPY, 3",
        "7, USD, USD, 7", "1, USD, XOF, null"})
    void anAmountIsConvertedAsTheServerDoes(long minor, String from, String to, String result) {
        assertThat(decide("m.converted(Number(a[0]), a[1], a[2], {USD: '1', EUR: '0.8', JPY: '200', KWD: '0.25'})", minor, from, to)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.85|0.85", "0,85|0.85", "1 000|1000", "0|null", "-1|null", "1.2.3|null", "1e3|null", "''|null"})
    void aRateIsReadAsPeopleWriteIt(String text, String rate) {
        assertThat(decide("m.rateOf(a[0])", text)).isEqualTo(rate);
    }

    private String decide(String expression, Object... arguments) {
        browser.open(base + "/app/errors/");
        return browser.run("const a = arguments; return import('/app/rates/convert.js').then(m => String(" + expression + "));", arguments).asText();
    }

    private void isAccessible() {
        SCREENS.forEach((width, scheme) -> {
            browser.screen(width, scheme);
            assertThat(Accessibility.findings(browser)).as(width + " " + scheme).isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt()).isLessThanOrEqualTo(0);
        });
    }
}
