package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Leads that partners submit and codes that partners have, as a merchant handles them. */
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
