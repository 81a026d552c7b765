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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a merchant handles of the program beside sales: leads, codes, bounties, tags, rules of groups and transfers. */
@ResourceLock(Browser.NAME)
class LeadsPageIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");
    private static final Browser BROWSER = Browser.shared();
    private static final String BASE = ConversionsServer.shared().base().toString();
    private static final Api OWNER = Merchant.of(TestWorkspace.first(ConversionsServer.shared())).api();

    private final String word = unique("lea");

    @BeforeEach
    void onAWideScreen() {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.console();
    }

    @Test
    void aLeadIsReadAndBecomesASaleOfItsPartner() {
        String partner = expect(201, OWNER.post("/api/partners", object("email", word + "@partners.example", "name", word))).path("id").asText();
        expect(201, OWNER.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
        String lead = expect(201, OWNER.post("/api/leads/submitted", object("partnerId", partner, "name", "Kim " + word, "email", word + "@prospect.example",
                "company", "Prospect Ltd"))).path("id").asText();
        BROWSER.open(BASE + "/app/partners/leads?search=" + word);
        BROWSER.waitForText("Prospect Ltd");
        isAccessible("the leads");
        BROWSER.click("button[aria-label='Read the lead Kim " + word + "']");
        BROWSER.waitForText("Look at it, and say what becomes of it.");
        isAccessible("a lead");
        BROWSER.run("[...document.querySelectorAll('c-dialog button')].find(one => one.textContent === 'Won').click()");
        BROWSER.type("c-dialog input[name=saleAmount]", "1200.00");
        isAccessible("a deal");
        BROWSER.click("c-dialog button[type=submit]");
        BROWSER.waitForText("It counts as a sale of the partner.");
        JsonNode won = expect(200, OWNER.get("/api/leads/submitted/" + lead));
        assertThat(won.path("status").asText()).isEqualTo("closedWon");
        assertThat(won.path("saleAmount").asLong()).isEqualTo(120_000);
        BROWSER.press("Escape");
        BROWSER.open(BASE + "/app/partners/leads/form");
        BROWSER.waitForText("Name and email of a person are enough.");
        isAccessible("the form");
    }

    @Test
    void codesAreForPartnersOfAGroupWithADiscount() {
        BROWSER.open(BASE + "/app/partners/codes");
        BROWSER.waitForText("No codes yet");
        BROWSER.clickOn("Create a code");
        BROWSER.waitForText("The code gives what the coupon of the partner’s group gives.");
        isAccessible("a new code");
        BROWSER.click("c-dialog button[type=submit]");
        BROWSER.waitForText("Choose the partner and the link.");
        BROWSER.press("Escape");
        BROWSER.open(BASE + "/app/partners/groups");
        BROWSER.waitForText("Create a group");
        BROWSER.clickOn("Create a group");
        BROWSER.type("c-dialog input[name=name]", "Coupons " + word);
        BROWSER.run("const select = document.querySelector('c-dialog select[name=type]'); select.value = 'percentage'; select.dispatchEvent(new Event('change', {bubbles: true}))");
        BROWSER.type("c-dialog input[name=amount]", "20");
        BROWSER.type("c-dialog input[name=couponId]", "SUMMER");
        BROWSER.click("c-dialog button[type=submit]");
        BROWSER.waitForText("The group is saved.");
        JsonNode group = expect(200, OWNER.get("/api/groups")).path(0);
        for (JsonNode one : expect(200, OWNER.get("/api/groups"))) {
            group = one.path("name").asText().equals("Coupons " + word) ? one : group;
        }
        assertThat(group.path("discount").path("couponId").asText()).isEqualTo("SUMMER");
        expect(200, OWNER.delete("/api/groups/" + group.path("id").asText()));
    }

    @Test
    void aBountyIsMadeAndWhatIsHandedInForItIsApproved() {
        String partner = expect(201, OWNER.post("/api/partners", object("email", word + "@partners.example", "name", word))).path("id").asText();
        BROWSER.open(BASE + "/app/partners/bounties");
        BROWSER.waitForText("What partners earn beside sales");
        isAccessible("the bounties");
        BROWSER.clickOn("Create a bounty");
        BROWSER.type("c-dialog input[name=name]", "Review " + word);
        choose("c-dialog select[name=type]", "performance");
        BROWSER.waitForText("They are looked at every quarter of an hour.");
        send("c-dialog");
        BROWSER.waitForText("At least, in USD is needed.");
        isAccessible("a new bounty");
        choose("c-dialog select[name=type]", "submission");
        BROWSER.type("c-dialog input[name=rewardAmount]", "50.00");
        send("c-dialog");
        BROWSER.waitForText("The bounty is saved.");
        BROWSER.waitForText("Review " + word);
        BROWSER.clickOn("Review " + word);
        BROWSER.waitForText("Nothing yet");
        String bounty = BROWSER.run("return location.pathname.split('/').at(-1)").asText();
        assertThat(expect(200, OWNER.get("/api/bounties/" + bounty)).path("rewardAmount").asLong()).isEqualTo(5_000);
        for (String text : List.of("My first review", "My second review")) {
            expect(201, OWNER.post("/api/bounties/" + bounty + "/submissions", object("partnerId", partner, "description", text,
                    "urls", List.of("https://blog.example/review"))));
            BROWSER.open(BASE + "/app/partners/bounties/" + bounty);
            BROWSER.waitForText(text);
            BROWSER.click("button[aria-label='Read what " + word + " handed in']");
            BROWSER.waitForText("The partner gets it as a commission.");
            if (text.contains("first")) {
                isAccessible("a submission");
                BROWSER.run("[...document.querySelectorAll('c-dialog button')].find(one => one.textContent === 'Reject').click()");
                BROWSER.type("c-dialog textarea[name=rejectionNote]", "The page is empty.");
                isAccessible("a rejection");
                send("c-dialog");
                BROWSER.waitForText("Rejected: " + word + " sees why.");
            } else {
                send("c-dialog");
                BROWSER.waitForText("Approved: " + word + " gets the reward.");
            }
        }
        isAccessible("a bounty");
        assertThat(expect(200, OWNER.get("/api/commissions?partnerId=" + partner)).path(0).path("earnings").asLong()).isEqualTo(5_000);
        expect(200, OWNER.delete("/api/bounties/" + bounty));
    }

    @Test
    void partnersAreFoundByTagsAndComeIntoAGroupByItsRules() {
        String partner = expect(201, OWNER.post("/api/partners", object("email", word + "@partners.example", "name", word))).path("id").asText();
        BROWSER.open(BASE + "/app/partners");
        BROWSER.waitForText("Newest first");
        BROWSER.run("[...document.querySelectorAll('.filterbar button')].find(one => one.textContent.trim() === 'Tags').click()");
        BROWSER.type("c-managed-tags input[name=name]", "Blog " + word);
        BROWSER.press("Enter");
        BROWSER.waitForText("The tag Blog " + word + " is added.");
        isAccessible("the tags");
        BROWSER.open(BASE + "/app/partners/" + partner);
        BROWSER.waitFor("document.querySelector('c-partners-tags button')");
        BROWSER.click("c-partners-tags button");
        BROWSER.waitFor("document.querySelector('c-partners-tags label')");
        BROWSER.run("[...document.querySelectorAll('c-partners-tags label')].find(one => one.textContent.includes(arguments[0])).click()", word);
        isAccessible("the tags of a partner");
        send("c-partners-tags");
        BROWSER.waitForText("The tags are saved.");
        JsonNode tag = expect(200, OWNER.get("/api/partners/" + partner)).at("/tags/0");
        assertThat(tag.path("name").asText()).isEqualTo("Blog " + word);
        BROWSER.open(BASE + "/app/partners");
        BROWSER.waitFor("document.querySelector('select[aria-label=\"Any tag\"]')");
        choose("select[aria-label='Any tag']", tag.path("id").asText());
        BROWSER.waitFor("location.search.includes('partnerTagId') && document.querySelectorAll('tbody tr').length === 1");
        isAccessible("the partners of a tag");

        String group = expect(201, OWNER.post("/api/groups", object("name", "Stars " + word))).path("id").asText();
        BROWSER.open(BASE + "/app/partners/groups");
        BROWSER.waitForText("Stars " + word);
        BROWSER.run("[...document.querySelectorAll('tr')].find(row => row.textContent.includes(arguments[0])).querySelector('button').click()", word);
        BROWSER.waitForText("Add a rule");
        BROWSER.run("[...document.querySelectorAll('c-move-rules button')].at(-1).click()");
        send("c-dialog");
        BROWSER.waitForText("Enter a number, or an amount such as 100.00");
        BROWSER.type("c-move-rules input", "100000000");
        isAccessible("the rules of a group");
        send("c-dialog");
        BROWSER.waitForText("the revenue is at least $100,000,000.00");
        assertThat(expect(200, OWNER.get("/api/groups/" + group)).path("moveRules").toString())
                .isEqualTo("[{\"attribute\":\"totalSaleAmount\",\"operator\":\"gte\",\"value\":10000000000}]");
        expect(200, OWNER.delete("/api/groups/" + group));
        expect(200, OWNER.delete("/api/partners/tags/" + tag.path("id").asText()));
    }

    @Test
    void aBatchIsSentByStripeAsFarAsPartnersHaveAnAccountThere() {
        String partner = expect(201, OWNER.post("/api/partners", object("email", word + "@partners.example", "name", word))).path("id").asText();
        expect(202, OWNER.post("/api/commissions", object("type", "custom", "partnerId", partner, "amount", 5_000)));
        String batch = expect(201, OWNER.post("/api/payouts/batches", object())).path("id").asText();
        expect(200, OWNER.post("/api/payouts/batches/" + batch + "/confirm", object()));
        BROWSER.open(BASE + "/app/partners/payouts/" + batch);
        BROWSER.waitForText("Pay out through Stripe");
        isAccessible("a confirmed batch");
        BROWSER.clickOn("Send by Stripe");
        BROWSER.waitForText("This moves money");
        BROWSER.click("c-confirm button.primary");
        BROWSER.waitForText("No payout of this batch that is open goes to an account at Stripe.");
        BROWSER.open(BASE + "/app/partners/" + partner);
        BROWSER.waitForText("Ask Stripe how far it is");
        BROWSER.clickOn("Ask Stripe how far it is");
        BROWSER.waitForText("There is none yet.");
        isAccessible("a partner without an account");
        expect(200, OWNER.post("/api/payouts/batches/" + batch + "/cancel", object()));
    }

    /** A form may be longer than the screen. */
    private static void send(String within) {
        BROWSER.run("[...document.querySelectorAll(arguments[0] + ' form button[type=submit]')].filter(one => one.checkVisibility()).at(-1).click()", within);
    }

    private static void choose(String selector, String value) {
        BROWSER.waitFor("document.querySelector(\"" + selector + "\")");
        BROWSER.run("const select = document.querySelector(arguments[0]); select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true}))",
                selector, value);
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
