package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conversions.people.Person;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's page, and the card of the sample month. */
@ResourceLock(Browser.NAME)
class SystemPageIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 800, "light", 1440, "dark");

    private final Browser browser = Browser.shared();
    private final String base = ConversionsServer.shared().base().toString();

    @AfterEach
    void leaveNothingBehind() {
        browser.screen(1280, "light");
    }

    @Test
    void theOperatorSeesWhatIsGoodAndChecksTheFigures() {
        SignedIn.as(browser, base);
        browser.console();
        browser.open(base + "/app/system");
        browser.waitForText("Events of unknown accounts");
        isAccessible();
        browser.clickOn("Check now");
        browser.waitForText("Days compared");
        assertThat(messages()).isEmpty();
    }

    @Test
    void whoIsNotTheOperatorReadsWhoIs() {
        ConversionsServer server = ConversionsServer.shared();
        Person viewer = Person.join(server, TestWorkspace.of(SystemPageIT.class).apiKey(), "viewer");
        browser.open(base + "/app/login");
        browser.forgetCookies();
        browser.open(base + "/app/login");
        browser.type("input[name=email]", viewer.email());
        browser.type("input[name=password]", Person.PASSWORD);
        browser.press("Enter");
        browser.waitFor("location.pathname === '/app/' && document.querySelector('main h1')");
        browser.open(base + "/app/system");
        browser.waitForText("This page is for the operator");
        isAccessible();
        browser.forgetCookies();
    }

    @Test
    void theSampleIsOfferedWithWhatItMakes() {
        SignedIn.as(browser, base);
        browser.open(base + "/app/start");
        browser.waitForText("Play a sample month");
        isAccessible();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"oldest\":0,\"failed\":0,\"unmatched\":0}     | good",
        "{\"oldest\":61,\"failed\":0,\"unmatched\":0}    | behind",
        "{\"oldest\":0,\"failed\":1,\"unmatched\":9}     | failed",
        "{\"oldest\":0,\"failed\":0,\"unmatched\":2}     | unmatched",
        "{\"oldest\":1000,\"failed\":3,\"unmatched\":2}  | stuck"})
    void theInboxIsJudged(String json, String verdict) {
        assertThat(decide("const {oldest, failed, unmatched} = JSON.parse(arguments[0]); return m.verdicts.inbox({inbox: {oldestDueSeconds: oldest,"
                + " states: [{state: 'failed', count: failed}, {state: 'unmatched', count: unmatched}]}})", json)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 100%", "10, 10, 100%", "9999, 10000, 99.99%", "99999, 100000, 99.99%", "1, 2, 50%"})
    void aShareIsAllOnlyWhenItIs(long part, long whole, String text) {
        assertThat(decide("return m.exactPercent(Number(arguments[0]), Number(arguments[1]), 'en')", part, whole)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 byte", "1536, 1.5 kB", "1048576, 1 MB", "52428800, 50 MB"})
    void aSizeIsSaidShortly(long bytes, String text) {
        assertThat(decide("return m.size(Number(arguments[0]), 'en')", bytes)).isEqualTo(text);
    }

    private String decide(String script, Object... arguments) {
        browser.open(base + "/app/errors/");
        return browser.run("const given = arguments; return import('/app/system/health.js').then(m => { "
                + script.replace("arguments[", "given[") + " });", arguments).asText();
    }

    private void isAccessible() {
        SCREENS.forEach((width, scheme) -> {
            browser.screen(width, scheme);
            assertThat(Accessibility.findings(browser)).as(width + " " + scheme).isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt()).isLessThanOrEqualTo(0);
        });
    }

    private List<String> messages() {
        return browser.console().stream().filter(line -> !line.startsWith("DEBUG") && !line.contains("Failed to load resource")).toList();
    }
}
