package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in the other language: chosen, whole, accessible, and no wider than the screen. */
@ResourceLock(Browser.NAME)
class LanguagesIT {

    /** The longer words of German are tightest on the narrow one, which is looked at closer. */
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<String> PAGES = List.of("/app/start", "/app/stripe", "/app/stripe/events", "/app/stripe/look-up",
            "/app/stripe/counting", "/app/stripe/code", "/app/stripe/connect", "/app/workspace", "/app/workspace/new", "/app/keys",
            "/app/members", "/app/apps", "/app/security", "/app/nowhere", "/oauth/authorize?client_id=unknown", "/app/", "/app/links", "/app/links/new", "/app/links/import", "/app/links/domains",
            "/app/links/folders", "/app/customers", "/app/sales", "/app/partners", "/app/partners/applications", "/app/partners/applications/form", "/app/partners/leads", "/app/partners/leads/form", "/app/partners/codes", "/app/partners/program", "/app/partners/commissions", "/app/partners/payouts", "/app/partners/statements", "/app/partners/rewards", "/app/partners/groups",
            "/app/workspace/rates", "/app/system");
    private static final List<String> OPEN_PAGES = List.of("/app/login", "/app/forgot", "/app/reset", "/app/reset/#token=x",
            "/app/invitation/", "/app/setup/", "/share/x");
    /** English words that every sentence has some of, and that are no German ones. Names, code, what the API says and places are left out. */
    private static final String ENGLISH = """
            const words = /\\b(the|and|of|with|your|you|is|are|not|this|that|from|has|have|can|when|which|what|who|it|its|to|by|for|no|yes|save|delete|show|close|copy)\\b/i;
            const apart = '[lang=en], code, pre, .mono, .cell-title, [data-copied], [name=timezone]';
            const root = document.querySelector('c-shell, c-portal');
            const found = [];
            const look = (element, text) => words.test((text ?? '').replace('Isle of Man', '')) && !element.closest(apart) && found.push(text.trim());
            const walk = (node) => {
                for (const text of node.querySelectorAll('*')) {
                    [...text.childNodes].filter(child => child.nodeType === Node.TEXT_NODE).forEach(child => look(text, child.data));
                    ['aria-label', 'title', 'placeholder', 'alt'].forEach(name => look(text, text.getAttribute(name)));
                    if (text.shadowRoot) walk(text.shadowRoot);
                }
            };
            walk(root);
            look(root, document.title);
            return found;""";

    private final Browser browser = Browser.shared();
    private final String base = ConversionsServer.shared().base().toString();

    /** All tests share the browser, which keeps the choice. */
    @AfterEach
    void speakEnglishAgain() {
        browser.open(base + "/app/errors/");
        browser.run("localStorage.removeItem('conversions-language')");
        browser.forgetCookies();
        browser.screen(1280, "light");
    }

    @Test
    void whoChoosesGermanInTheMenuReadsGermanOnAllPages() {
        SignedIn.as(browser, base);
        browser.screen(1280, "light");
        browser.open(base + "/app/start");
        browser.waitFor("document.querySelector('aside .foot .menu-button')");
        browser.run("document.querySelector('aside .foot .menu-button').click()");
        browser.clickOn("Deutsch");
        browser.waitFor("document.documentElement.lang === 'de' && document.querySelector('main h1')");
        browser.console();
        PAGES.forEach(this::isGerman);
        for (String path : List.of("/app/keys, Schlüssel erstellen", "/app/members, Einladen", "/app/apps, App registrieren", "/app/security, Einschalten")) {
            browser.screen(390, "light");
            browser.open(base + path.split(", ")[0]);
            browser.waitForText(path.split(", ")[1]);
            browser.clickOn(path.split(", ")[1]);
            browser.waitFor("document.activeElement.closest('c-dialog')");
            reads(path);
            assertThat(Accessibility.findings(browser)).as(path).isEmpty();
        }
        browser.run("const form = document.querySelector('c-dialog form'); form.requestSubmit()");
        browser.waitForText("„Ihr Passwort“ fehlt noch.");
        assertThat(browser.console().stream().filter(line -> !line.startsWith("DEBUG") && !line.contains("Failed to load resource"))).isEmpty();
    }

    @Test
    void aPageWithoutAMenuOffersTheLanguagesToo() {
        browser.open(base + "/app/login");
        browser.forgetCookies();
        browser.open(base + "/app/login");
        browser.waitForText("Welcome back.");
        browser.clickOn("Deutsch");
        browser.waitForText("Willkommen zurück.");
        OPEN_PAGES.forEach(this::isGerman);
        browser.clickOn("English");
        browser.waitFor("document.documentElement.lang === 'en' && document.querySelector('main h1')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "guest_checkout    | The checkout names no customer: x               | Der Checkout nennt weder Kunden",
        "null              | Sale sale_1 was recorded                        | Verkauf sale_1 wurde erfasst",
        "null              | Sale sale_1 was recorded. It earns no commission: The link belongs to no partner | Verkauf sale_1 wurde erfasst. Er bringt keine Provision: Der Link gehört zu keinem Partner",
        "null              | The last of 3 clicks that brought the buyer before the payment | Der letzte von 3 Klicks, die den Käufer vor der Zahlung gebracht haben",
        "a_later_one       | Something that nobody has translated            | Something that nobody has translated en"})
    void whatTheApiSaysIsTranslatedAsFarAsItIsKnown(String reason, String explanation, String said) {
        browser.open(base + "/app/errors/");
        assertThat(browser.run("""
                const [reason, explanation] = arguments;
                return Promise.all([import('/app/stripe/explained.js'), import('/app/texts/de/reasons/reasons.js')]).then(([module, texts]) => {
                    const { text, lang } = module.explained({ reason, explanation }, { language: 'de', texts: texts.default });
                    return [text, lang].filter(Boolean).join(' ');
                });""", reason, explanation).asText()).startsWith(said);
    }

    private void isGerman(String path) {
        browser.open("about:blank");
        browser.open(base + path);
        browser.waitFor("document.querySelector('h1') && !document.querySelector('[aria-busy=true]')");
        for (int width : WIDTHS) {
            browser.screen(width, "light");
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt())
                    .as("width of " + path + " beyond the screen").isLessThanOrEqualTo(0);
        }
        reads(path);
    }

    private void reads(String what) {
        reads(browser, what);
    }

    /** Checks that what the browser shows is German. */
    static void reads(Browser browser, String what) {
        assertThat(browser.run("return document.documentElement.lang").asText()).isEqualTo("de");
        assertThat(StreamSupport.stream(browser.run(ENGLISH).spliterator(), false).map(JsonNode::asText).toList()).as(what).isEmpty();
    }
}
