package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of this server in Chromium: each can be used by everybody, on phones and wide screens, in both schemes, and breaks no rule of its policy. */
@ResourceLock(Browser.NAME)
class PagesIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");

    private static final Browser BROWSER = Browser.shared();
    private static final String BASE = ConversionsServer.shared().base().toString();

    @BeforeAll
    static void begin() {
        BROWSER.open(BASE + "/app/login");
        BROWSER.forgetCookies();
    }

    @AfterAll
    static void leaveNothingBehind() {
        BROWSER.forgetCookies();
        BROWSER.screen(1280, "light");
    }

    @BeforeEach
    void listen() {
        BROWSER.console();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/login", "/app/forgot", "/app/reset", "/app/reset/#token=x", "/app/invitation/", "/app/setup/",
        "/app/errors/", "/app/api-reference/", "/share/x"})
    void whatIsOpenToAllIsAccessible(String path) {
        BROWSER.open(BASE + "/app/login");
        BROWSER.forgetCookies();
        isAccessible(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/stripe", "/app/stripe/events", "/app/stripe/counting", "/app/stripe/code",
        "/app/stripe/connect", "/app/workspace", "/app/workspace/new", "/app/keys", "/app/members", "/app/security", "/app/apps",
        "/app/nowhere", "/oauth/authorize?client_id=unknown"})
    void whatIsBehindTheLoginIsAccessible(String path) {
        SignedIn.as(BROWSER, BASE);
        isAccessible(path);
    }

    @ParameterizedTest
    @CsvSource({"/app/keys, Create a key", "/app/members, Invite", "/app/apps, Register an app", "/app/security, Turn on"})
    void aDialogIsAccessibleAndKeepsTheFocusUntilItIsClosed(String path, String button) {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.open(BASE + path);
        BROWSER.waitForText(button);
        BROWSER.clickOn(button);
        BROWSER.waitFor("document.activeElement.closest('c-dialog')");
        assertThat(Accessibility.findings(BROWSER)).isEmpty();
        for (int step = 0; step < 30; step++) {
            BROWSER.press("Tab");
            assertThat(BROWSER.run("return document.activeElement === document.body"
                    + " || Boolean(document.activeElement.closest('c-dialog'))").booleanValue()).isTrue();
        }
        BROWSER.press("Escape");
        BROWSER.waitFor("document.activeElement.textContent.includes('" + button + "')");
    }

    @Test
    void whoIsNotSignedInComesBackToWhereTheyWereGoing() {
        BROWSER.open(BASE + "/app/login");
        BROWSER.forgetCookies();
        BROWSER.open(BASE + "/app/stripe/code?x=1");
        BROWSER.waitFor("location.pathname === '/app/login'");
        SignedIn.fillIn(BROWSER);
        BROWSER.waitFor("location.pathname + location.search === '/app/stripe/code?x=1'");
        BROWSER.waitForText("How do you sell?");
    }

    @Test
    void aWrongPasswordIsSaidAndOpensNothing() {
        BROWSER.open(BASE + "/app/login");
        BROWSER.forgetCookies();
        BROWSER.open(BASE + "/app/login");
        BROWSER.type("input[name=email]", "somebody@example.com");
        BROWSER.type("input[name=password]", "not the password");
        BROWSER.press("Enter");
        BROWSER.waitForText("Email or password is not right.");
        assertThat(BROWSER.run("return document.querySelector('input[name=password]').value").asText()).isEmpty();
    }

    @Test
    void aPageIsReachedByTheKeyboardAndItsTitleGetsTheFocus() {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.open(BASE + "/app/");
        BROWSER.waitFor("document.activeElement.localName === 'h1'");
        BROWSER.run("document.querySelector('aside nav a[href=\"/app/workspace\"]').focus()");
        BROWSER.press("Enter");
        BROWSER.waitFor("location.pathname === '/app/workspace' && document.activeElement.matches('h1') && document.activeElement.textContent === 'Workspace'");
        assertThat(BROWSER.run("return document.title").asText()).isEqualTo("Workspace · Conversions");
    }

    @Test
    void whatOnePageTakesOverTheNetworkFitsIntoALittle() {
        BROWSER.open(BASE + "/app/login");
        BROWSER.forgetCookies();
        BROWSER.open(BASE + "/app/login");
        BROWSER.waitFor("document.querySelector('input[name=email]')");
        assertThat(BROWSER.run("return performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0)")
                .asInt()).isBetween(10_000, 100_000);
    }

    private void isAccessible(String path) {
        BROWSER.open("about:blank");
        BROWSER.open(BASE + path);
        BROWSER.waitFor("document.querySelector('h1') && !document.querySelector('[aria-busy=true]')");
        SCREENS.forEach((width, scheme) -> {
            BROWSER.screen(width, scheme);
            assertThat(Accessibility.findings(BROWSER)).as(path + " " + width + " " + scheme).isEmpty();
            assertThat(BROWSER.run("return document.documentElement.scrollWidth - innerWidth").asInt())
                    .as("width of " + path + " beyond the screen").isLessThanOrEqualTo(0);
        });
        assertThat(messages()).isEmpty();
    }

    /** The browser's complaints, without answers of the API that are no success: the pages show those. */
    private static List<String> messages() {
        return BROWSER.console().stream().filter(line -> !line.startsWith("DEBUG") && !line.contains("Failed to load resource")).toList();
    }
}
