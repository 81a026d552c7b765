package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The partner portal in Chromium: a partner comes by an invitation, sees what is earned and when it is paid, and finds the way back in. */
@ResourceLock(Browser.NAME)
class PortalPagesIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");
    private static final String PASSWORD = "three words and a number 7";
    private static final Browser BROWSER = Browser.shared();
    private static final String BASE = ConversionsServer.shared().base().toString();
    private static final Merchant MERCHANT = Merchant.of(TestWorkspace.create(ConversionsServer.shared(), "Portal pages"));
    private static final Api OWNER = MERCHANT.api();
    private static final String EMAIL = unique("pia") + "@partners.example";

    private static String partner;
    private static JsonNode cookie;

    /** One sale is paid out, with a statement; another one waits for its holding period, and half of it was refunded. */
    @BeforeAll
    static void aPartnerEarnsAndJoins() {
        expect(201, OWNER.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        partner = expect(201, OWNER.post("/api/partners", object("email", EMAIL, "name", "Pia"))).path("id").asText();
        JsonNode link = expect(201, OWNER.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
        sells(link, 1_000);
        JsonNode batch = expect(201, OWNER.post("/api/payouts/batches", object()));
        String step = "/api/payouts/batches/" + batch.path("id").asText();
        expect(200, OWNER.post(step + "/confirm", object()));
        String payout = expect(200, OWNER.get("/api/payouts?partnerId=" + partner)).path(0).path("id").asText();
        expect(200, OWNER.patch(step + "/payouts/" + payout, object("status", "paid")));
        String patient = expect(201, OWNER.post("/api/groups", object("name", "Patient", "holdingPeriodDays", 30,
                "linkDefaults", object("allowedHostnames", List.of("shop.example"))))).path("id").asText();
        expect(200, OWNER.patch("/api/partners/" + partner, object("groupId", patient)));
        String invoice = sells(link, 4_900);
        expect(201, OWNER.post("/api/sales/" + invoice + "/refunds", object("amount", 2_450)));
        join();
    }

    @AfterAll
    static void leaveNothingBehind() {
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.run("localStorage.removeItem('conversions-language')");
        BROWSER.forgetCookies();
        BROWSER.screen(1280, "light");
    }

    @BeforeEach
    void onAWideScreen() {
        BROWSER.screen(1280, "light");
        BROWSER.console();
    }

    @Test
    void whatIsEarnedIsThereWithItsDayTheLinkIsCopiedAndTheStatementDownloaded() {
        signedIn("");
        BROWSER.waitForText("Hello Pia");
        BROWSER.waitForText("$4.90");
        BROWSER.waitForText("The next part is ready on " + inDays(30));
        BROWSER.waitFor("document.querySelector('c-portal-chart [aria-pressed=true] b').textContent === '2'");
        BROWSER.clickOn("QR code");
        BROWSER.waitFor("document.querySelector('c-dialog img')?.naturalWidth > 100");
        BROWSER.press("Escape");
        BROWSER.click("c-link-card .copy-button");
        BROWSER.waitForText("Copied");

        BROWSER.clickOn("Commissions");
        BROWSER.waitForText("Waiting until " + inDays(30) + ": holding period.");
        BROWSER.waitForText("Taken back: refund of $4.90 on " + inDays(0) + ".");
        BROWSER.waitForText("Paid on " + inDays(0) + ".");
        BROWSER.clickOn("$4.90");
        BROWSER.waitForText("What happened to it");
        isAccessible("a commission");
        BROWSER.press("Escape");

        BROWSER.clickOn("Payouts");
        BROWSER.waitForText("Statements");
        assertThat(BROWSER.run("const file = document.querySelector('a[href$=\".pdf\"]');"
                + " return fetch(file.href).then(answer => answer.text()).then(text => text.slice(0, 5))").asText()).isEqualTo("%PDF-");
    }

    @ParameterizedTest
    @CsvSource({"'', Your link", "links, Create a link", "customers, Buys", "leads, No leads yet", "bounties, beside sales", "commissions, holding period", "payouts, Statements", "profile, Paid to",
        "members, Invite somebody", "notifications, Always on", "program, Terms and help"})
    void everyViewIsAccessible(String view, String words) {
        signedIn(view);
        BROWSER.waitForText(words);
        isAccessible(view);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "links", "customers", "leads", "bounties", "commissions", "payouts", "profile", "members", "notifications", "program"})
    void everyViewIsGermanForWhoReadsGerman(String view) {
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.run("localStorage.setItem('conversions-language', 'de')");
        signedIn(view);
        LanguagesIT.reads(BROWSER, view);
        if (view.equals("commissions")) {
            BROWSER.click("button.cell-title");
            BROWSER.waitForText("von jedem Verkauf");
            LanguagesIT.reads(BROWSER, "a commission, with its terms");
        }
        BROWSER.run("localStorage.removeItem('conversions-language')");
    }

    @Test
    void aLinkIsMadeWhereTheGroupAllowsItAndAnAccountWaitsForThePassword() {
        signedIn("links");
        BROWSER.waitForText("https://shop.example/");
        BROWSER.clickOn("Create a link");
        BROWSER.type("c-dialog input[name=url]", "https://shop.example/spring");
        BROWSER.press("Enter");
        BROWSER.waitForText("https://shop.example/spring");
        signedIn("profile");
        BROWSER.waitForText("Add an account");
        BROWSER.clickOn("Add an account");
        choose("select[name=method]", "paypal");
        BROWSER.type("input[name=paypalEmail]", "pia@money.example");
        BROWSER.type("input[name=password]", "not the password");
        BROWSER.press("Enter");
        BROWSER.waitFor("document.querySelector('c-field[name=password] .field-problem').textContent");
        isAccessible("a wrong password");
        BROWSER.type("input[name=password]", PASSWORD);
        BROWSER.press("Enter");
        BROWSER.waitForText("p•••");
    }

    @Test
    void somethingIsHandedInForABounty() {
        String bounty = expect(201, OWNER.post("/api/bounties", object("name", "Write about us",
                "type", "submission", "rewardAmount", 5_000))).path("id").asText();
        signedIn("bounties");
        BROWSER.waitForText("Pays $50.00.");
        isAccessible("the bounties");
        BROWSER.clickOn("Hand in");
        BROWSER.type("c-dialog textarea[name=description]", "My review");
        BROWSER.type("c-dialog textarea[name=urls]", "https://blog.example/review");
        isAccessible("what is handed in");
        BROWSER.click("c-dialog button[type=submit]");
        BROWSER.waitForText("It is handed in.");
        assertThat(expect(200, OWNER.get("/api/bounties/" + bounty + "/submissions")).at("/0/urls/0").asText()).isEqualTo("https://blog.example/review");
        isAccessible("what was handed in");
        expect(200, OWNER.delete("/api/bounties/" + bounty));
    }

    @ParameterizedTest
    @CsvSource({"login, Log in by mail", "forgot, Send", "invitation/nothing, no longer good", "link, no longer good"})
    void whatIsOpenToAllIsAccessible(String view, String words) {
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.forgetCookies();
        open(view);
        BROWSER.waitForText(words);
        isAccessible(view);
    }

    @Test
    void whoIsNotSignedInComesBackToTheViewAndNobodySeesAnothersProgram() {
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.forgetCookies();
        open(partner + "/payouts");
        BROWSER.waitForText("Log in by mail");
        BROWSER.clickOn("Log in by mail");
        BROWSER.type("input[name=email]", "nobody@partners.example");
        BROWSER.press("Enter");
        BROWSER.waitForText("If there is an account for nobody@partners.example");
        BROWSER.clickOn("Log in with the password");
        BROWSER.type("input[name=email]", EMAIL);
        BROWSER.type("input[name=password]", PASSWORD);
        BROWSER.press("Enter");
        BROWSER.waitForText("Statements");
        open("pn_nothing/payouts");
        BROWSER.waitForText("Nothing here");
        BROWSER.forgetCookies();
    }

    @Test
    void theFirstViewIsSmallAndNothingInItJumps() {
        signedIn("");
        BROWSER.waitFor("document.querySelector('c-portal-chart svg') && !document.querySelector('[aria-busy=true]')");
        JsonNode first = BROWSER.run("""
                return new Promise(resolve => {
                  let shift = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value; })).observe({type: 'layout-shift', buffered: true});
                  const files = performance.getEntriesByType('resource').filter(entry => /\\.(js|css)$/.test(entry.name));
                  setTimeout(() => resolve({shift, files: files.length, bytes: files.reduce((sum, entry) => sum + entry.encodedBodySize, 0)}), 200);
                });""");
        System.out.println("First view of the portal: " + first);
        assertThat(first.path("bytes").asInt()).isBetween(20_000, 60_000);
        assertThat(first.path("shift").asDouble()).isLessThan(0.02);
    }

    /** @return the invoice of the sale */
    private static String sells(JsonNode link, long amount) {
        String word = unique("buyer");
        expect(200, MERCHANT.lead(MERCHANT.click(link), word, "customerName", "Ada " + word, "customerEmail", word + "@buyers.example"));
        String invoice = unique("own-");
        expect(200, OWNER.post("/api/track/sale", object("customerExternalId", word, "amount", amount, "currency", "usd", "invoiceId", invoice)));
        return invoice;
    }

    private static void join() {
        String url = expect(201, OWNER.post("/api/partners/" + partner + "/invitations", object())).path("url").asText();
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.forgetCookies();
        BROWSER.open("about:blank");
        BROWSER.open(url);
        BROWSER.type("input[name=name]", "Pia Partner");
        BROWSER.type("input[name=password]", PASSWORD);
        BROWSER.press("Enter");
        BROWSER.waitForText("Hello Pia");
        cookie = BROWSER.cookie("conversions_session");
        assertThat(BROWSER.run("return location.href").asText()).doesNotContain(url.replaceAll(".*/", ""));
    }

    private static void signedIn(String view) {
        BROWSER.open(BASE + "/app/errors/");
        BROWSER.keep(cookie);
        open(partner + '/' + view);
        BROWSER.waitFor("document.querySelector('main h1') && !document.querySelector('[aria-busy=true]')");
    }

    private static void open(String view) {
        BROWSER.open("about:blank");
        BROWSER.open(BASE + "/partners/#/" + view);
    }

    private static void choose(String selector, String value) {
        BROWSER.run("const select = document.querySelector(arguments[0]); select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true}))", selector, value);
    }

    /** @return the day as the pages write it */
    private static String inDays(int days) {
        return BROWSER.run("const day = new Date(Date.now() + arguments[0] * 864e5); return day.toLocaleDateString('en-US',"
                + " {day: 'numeric', month: 'long', ...(day.getFullYear() === new Date().getFullYear() ? {} : {year: 'numeric'})})", days).asText();
    }

    private static void isAccessible(String what) {
        SCREENS.forEach((width, scheme) -> {
            BROWSER.screen(width, scheme);
            assertThat(Accessibility.findings(BROWSER)).as(what + " " + width + " " + scheme).isEmpty();
            assertThat(BROWSER.run("return document.documentElement.scrollWidth - innerWidth").asInt()).as("width of " + what).isLessThanOrEqualTo(0);
        });
        BROWSER.screen(1280, "light");
        assertThat(BROWSER.console().stream().filter(line -> !line.startsWith("DEBUG") && !line.contains("Failed to load resource"))).isEmpty();
    }
}
