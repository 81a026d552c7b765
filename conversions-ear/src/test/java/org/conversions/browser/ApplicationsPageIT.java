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

/** Applications as a merchant handles them: what is asked, who answers, and who is taken in. */
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
