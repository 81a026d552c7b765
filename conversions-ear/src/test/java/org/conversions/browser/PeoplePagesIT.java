package org.conversions.browser;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers, sales, partners and what Stripe said, as a merchant looks at them: each page in use, on a phone and a wide screen. */
@ResourceLock(Browser.NAME)
class PeoplePagesIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");
    private static final Browser BROWSER = Browser.shared();
    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final String BASE = SERVER.base().toString();
    private static final Merchant MERCHANT = Merchant.of(TestWorkspace.first(SERVER));
    private static final Api OWNER = MERCHANT.api();
    private static final String WORD = unique("ada");
    private static final String STRIPE = unique("cus_");
    private static final String INVOICE = unique("own-");

    private static String customer;
    private static String session;
    private static String partner;

    @BeforeAll
    static void somebodyBuysByTheLinkOfAPartner() {
        assertThat(OWNER.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).status()).isIn(201, 409);
        partner = expect(201, OWNER.post("/api/partners", object("email", WORD + "@partners.example", "name", "Pat " + WORD))).path("id").asText();
        JsonNode link = expect(201, OWNER.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
        String click = MERCHANT.click(link);
        expect(200, MERCHANT.lead(click, WORD, "customerName", "Ada " + WORD, "customerEmail", WORD + "@buyers.example"));
        expect(200, OWNER.post("/api/track/sale", object("customerExternalId", WORD, "amount", 2_000, "currency", "usd", "invoiceId", INVOICE)));
        customer = expect(200, OWNER.get("/api/customers/ext_" + WORD)).path("id").asText();
        session = MERCHANT.pays(MERCHANT.click(link), STRIPE, 4_900);
        await().atMost(20, SECONDS).until(() -> OWNER.get("/api/commissions?partnerId=" + partner).json().size() == 2);
    }

    @BeforeEach
    void onAWideScreen() {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.console();
    }

    @Test
    void aCustomerIsSearchedAndShowsTheWholeJourney() {
        BROWSER.open(BASE + "/app/customers");
        BROWSER.waitForText("Lifetime value");
        BROWSER.type("input[type=search]", WORD);
        BROWSER.waitFor("location.search.includes('search=" + WORD + "') && document.querySelectorAll('tbody tr').length === 1");
        isAccessible("the list");
        BROWSER.clickOn("Ada " + WORD);
        BROWSER.waitFor("location.pathname === '/app/customers/" + customer + "'");
        for (String told : new String[] {"Clicked", "Became a lead", "Bought", "Commission earned", "Why this click: It is the one click", "From click to lead", "$20.00"}) {
            BROWSER.waitForText(told);
        }
        assertThat(BROWSER.run("return document.querySelector('.timeline li b').textContent").asText()).startsWith("Commission");
        BROWSER.run("const order = document.querySelector('select[aria-label=\"Order of the journey\"]'); order.value = 'oldest'; order.dispatchEvent(new Event('change'))");
        BROWSER.waitFor("location.search === '?order=oldest' && document.querySelector('.timeline li b').textContent.includes('Clicked')");
        isAccessible("the journey");
    }

    @Test
    void aSaleSaysWhereItComesFromAndIsRefundedWhenTheApiReportedIt() {
        BROWSER.open(BASE + "/app/sales?customerId=" + customer);
        BROWSER.waitForText("Only the sales of one customer");
        BROWSER.waitForText("$20.00");
        isAccessible("the list");
        BROWSER.run("document.querySelector('tbody a.cell-title').click()");
        BROWSER.waitForText("Why it goes back to this click");
        BROWSER.clickOn("Refund");
        BROWSER.type("c-dialog input[name=amount]", "five");
        BROWSER.press("Enter");
        BROWSER.waitForText("Enter an amount such as 12.50.");
        BROWSER.type("c-dialog input[name=amount]", "5.00");
        BROWSER.press("Enter");
        BROWSER.waitForText("Partly refunded");
        BROWSER.waitForText("Commission taken back");
        assertThat(OWNER.get("/api/sales/" + INVOICE).json().path("refundedAmount").asLong()).isEqualTo(500);
        BROWSER.open(BASE + "/app/sales/" + session);
        BROWSER.waitForText("The Stripe events behind it");
        assertThat(BROWSER.run("return [...document.querySelectorAll('main button')].some(one => one.textContent.includes('Refund'))").booleanValue()).isFalse();
        isAccessible("the sale");
    }

    @Test
    void partnersAreEnrolledTheirCommissionsChangedAndTheRewardSaid() {
        BROWSER.open(BASE + "/app/partners?search=" + WORD);
        BROWSER.waitForText("Pat " + WORD);
        isAccessible("the list");
        BROWSER.clickOn("Enroll a partner");
        BROWSER.type("c-dialog input[name=name]", "Nora " + WORD);
        BROWSER.type("c-dialog input[name=email]", "nora" + WORD + "@partners.example");
        BROWSER.type("c-dialog input[name=url]", "https://shop.example/nora");
        BROWSER.press("Enter");
        BROWSER.waitFor("location.pathname.startsWith('/app/partners/pn_')");
        BROWSER.waitForText("https://shop.example/nora");
        isAccessible("the partner");

        BROWSER.open(BASE + "/app/partners/commissions?partnerId=" + partner);
        BROWSER.waitFor("document.querySelectorAll('tbody tr').length === 2");
        BROWSER.click(".choosing input");
        BROWSER.waitForText("2 selected");
        isAccessible("the commissions");
        BROWSER.clickOn("Mark as fraud");
        BROWSER.waitForText("The partner earns nothing by these 2 commissions.");
        BROWSER.click("c-confirm button[type=submit]");
        BROWSER.waitFor("[...document.querySelectorAll('tbody .badge')].filter(badge => badge.textContent === 'Fraud').length === 2");
        BROWSER.click("tbody a.cell-title");
        BROWSER.waitForText("What happened to it");
        isAccessible("the commission");

        BROWSER.open(BASE + "/app/partners/rewards");
        BROWSER.waitForText("Pays 20% of each sale");
        isAccessible("the rewards");
        BROWSER.clickOn("Edit");
        BROWSER.waitFor("document.querySelector('c-dialog input[name=amount]')?.value === '20'");
        isAccessible("the form of a reward");
    }

    @Test
    void aRuleOfARewardIsASentenceAndIsTriedBeforeItIsSaved() {
        BROWSER.open(BASE + "/app/partners/rewards");
        BROWSER.waitForText("Pays 20% of each sale");
        BROWSER.clickOn("Edit");
        BROWSER.waitFor("document.querySelector('c-dialog input[name=amount]')?.value === '20'");
        BROWSER.clickOn("Add a rule");
        BROWSER.type(".rule input[inputmode=decimal]", "50");
        BROWSER.click("c-reward-form button[type=submit]");
        BROWSER.waitForText("Enter two-letter codes such as US, with commas between.");
        assertThat(Accessibility.findings(BROWSER)).isEmpty();
        choose(".condition select", "sale.amount");
        choose(".condition select[aria-label='How it is compared']", "greater_than");
        BROWSER.type(".condition input", "50");
        BROWSER.type("input[name=example]", "200");
        BROWSER.waitForText("The partner earns $100.00");
        BROWSER.type("input[name=example]", "40");
        BROWSER.waitForText("The partner earns $8.00");
        BROWSER.press("Escape");
    }

    private static void choose(String selector, String value) {
        BROWSER.run("const select = document.querySelector(arguments[0]); select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true}))", selector, value);
    }

    @ParameterizedTest
    @CsvSource({"payouts, Draft a batch", "statements, Totals of a year", "groups, Create a group", "program, Partner portal"})
    void thePagesOfTheProgramAreAccessible(String part, String words) {
        BROWSER.open(BASE + "/app/partners/" + part);
        BROWSER.waitForText(words);
        isAccessible(part);
    }

    @Test
    void whateverIsNamedIsFound() {
        BROWSER.open(BASE + "/app/sales");
        BROWSER.waitForText("Find");
        BROWSER.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))");
        BROWSER.waitFor("document.activeElement.getAttribute('role') === 'combobox'");
        BROWSER.type(".jump input", STRIPE);
        BROWSER.waitForText("Customer");
        BROWSER.waitFor("document.querySelectorAll('.jump [role=option]').length === 2");
        isAccessible("the box");
        BROWSER.press("Down");
        BROWSER.press("Enter");
        BROWSER.waitFor("location.pathname === '/app/stripe/look-up/" + STRIPE + "'");
        BROWSER.run("dispatchEvent(new Event('conversions-jump'))");
        BROWSER.type(".jump input", "sale_nothing");
        BROWSER.waitForText("Nothing with this name in the live data.");
        BROWSER.type(".jump input", WORD + "@buyers.example");
        BROWSER.press("Enter");
        BROWSER.waitFor("location.pathname === '/app/customers/" + customer + "'");
    }

    @Test
    void personalDataInAnEventIsShownWhenAnOwnerAsksAndThatIsWrittenDown() {
        String event = OWNER.get("/api/stripe/events?objectId=" + session).json().path(0).path("id").asText();
        BROWSER.open(BASE + "/app/stripe/events/" + event);
        BROWSER.waitForText("Personal data is hidden.");
        assertThat(BROWSER.text()).contains("•••").doesNotContain(STRIPE + "@buyers.example");
        isAccessible("the event");
        BROWSER.clickOn("Show personal data");
        BROWSER.waitForText("The audit trail notes that you looked.");
        BROWSER.click("c-confirm button[type=submit]");
        BROWSER.waitForText(STRIPE + "@buyers.example");
        assertThat(OWNER.get("/api/audit?action=payload_unmasked").json().findValuesAsText("subject")).contains(event);
        BROWSER.press("Escape");
        BROWSER.waitFor("location.pathname === '/app/stripe/events'");
        BROWSER.waitForText("Process all of these again");
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
