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

/** Applications as a merchant handles them: what is asked, who answers, and who is taken in; and how a partner gets into the portal. */
@ResourceLock(Browser.NAME)
class ApplicationsPageIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");
    private static final Browser BROWSER = Browser.shared();
    private static final String BASE = ConversionsServer.shared().base().toString();
    private static final Api OWNER = Merchant.of(TestWorkspace.first(ConversionsServer.shared())).api();

    private final String word = unique("nina");

    @BeforeEach
    void onAWideScreen() {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.console();
    }

    @Test
    void theFormIsEditedAndWhoAppliesByItIsTakenInOrRejectedWithAReason() {
        BROWSER.open(BASE + "/app/partners/applications/form");
        BROWSER.waitForText("Nothing is asked");
        BROWSER.clickOn("Add a question");
        BROWSER.type("input[name=label0]", "Where will you recommend us?");
        choose("select[name=type0]", "select");
        BROWSER.type("textarea[name=options0]", "Blog\nPodcast");
        BROWSER.clickOn("Add a requirement");
        BROWSER.type("input[name=value0]", "de, at");
        isAccessible("the form");
        BROWSER.clickOn("Save the form");
        BROWSER.waitForText("The form is saved.");
        for (String name : new String[] {"Nina", "Rolf"}) {
            expect(201, OWNER.post("/api/partners/applications", object("email", name + word + "@blog.example", "name", name + " " + word, "country", "AT",
                    "formData", List.of(object("label", "Where will you recommend us?", "value", "Podcast")))));
        }
        expect(200, OWNER.put("/api/program/application-form", object()));
        BROWSER.open(BASE + "/app/partners/applications?status=pending");
        BROWSER.waitForText("Nina " + word);
        isAccessible("the applications");
        BROWSER.click("button[aria-label='Read the application of Nina " + word + "']");
        BROWSER.waitForText("Podcast");
        isAccessible("an application");
        BROWSER.clickOn("Approve");
        BROWSER.waitForText("Nina " + word + " is in the program");
        BROWSER.click("button[aria-label='Read the application of Rolf " + word + "']");
        BROWSER.clickOn("Reject");
        choose("select[name=rejectionReason]", "needsMoreDetail");
        BROWSER.type("textarea[name=rejectionNote]", "Which podcast?");
        isAccessible("a rejection");
        BROWSER.click("c-dialog button[type=submit]");
        BROWSER.waitForText("Rolf " + word + " is rejected.");
        JsonNode rejected = OWNER.get("/api/partners/applications?status=rejected").json().path(0);
        assertThat(rejected.path("rejectionReason").asText() + rejected.path("rejectionNote").asText()).isEqualTo("needsMoreDetailWhich podcast?");
    }

    @Test
    void aPartnerIsInvitedToThePortalAndTheInvitationWithdrawn() {
        String partner = expect(201, OWNER.post("/api/partners", object("email", word + "@partners.example", "name", word))).path("id").asText();
        BROWSER.open(BASE + "/app/partners/" + partner);
        BROWSER.waitForText("Nobody of this partner can open the portal yet.");
        BROWSER.click("c-partner-people .card-head button");
        BROWSER.waitFor("document.querySelector('c-dialog input[name=email]')?.value === '" + word + "@partners.example'");
        isAccessible("the invitation");
        BROWSER.clickOn("Create the invitation");
        BROWSER.waitFor("document.querySelector('c-dialog [data-copied]')?.textContent.includes('/partners/#/invitation/')");
        BROWSER.press("Escape");
        BROWSER.waitForText("Invited, expires");
        BROWSER.click("button[aria-label='Withdraw the invitation of " + word + "@partners.example']");
        BROWSER.click("c-confirm button[type=submit]");
        BROWSER.waitForText("Nobody of this partner can open the portal yet.");
        assertThat(expect(200, OWNER.get("/api/partners/" + partner + "/invitations"))).isEmpty();
    }

    @Test
    void whatPartnersSeeInThePortalAndInTheEmbeddedPageIsSet() {
        BROWSER.open(BASE + "/app/partners/program");
        BROWSER.waitForText("Show who the customers are");
        BROWSER.run("document.querySelectorAll('c-switch input')[1].click()");
        BROWSER.waitForText("The program is saved.");
        BROWSER.clickOn("Add a question");
        BROWSER.type("input[name=question0]", "When am I paid?");
        BROWSER.type("textarea[name=answer0]", "On the first of each month.");
        isAccessible("the program");
        BROWSER.run("document.querySelector('textarea[name=answer0]').form.requestSubmit()");
        BROWSER.waitFor("!document.querySelector('form[aria-busy=true]')");
        JsonNode program = expect(200, OWNER.get("/api/program"));
        assertThat(program.path("shareCustomers").asBoolean()).isTrue();
        assertThat(program.path("embed").path("faq").findValuesAsText("question")).containsExactly("When am I paid?");
        expect(200, OWNER.patch("/api/program", object("shareCustomers", false, "embed", object("faq", List.of()))));
    }

    private static void choose(String selector, String value) {
        BROWSER.run("const select = document.querySelector(arguments[0]); select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true}))", selector, value);
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
