package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.json;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From nothing to the first event on the Stripe page, as a merchant does it who has no app and no key. */
@ResourceLock(Browser.NAME)
class StripePageIT {

    private static final String SECRET = "whsec_that_stripe_showed";

    private final Browser browser = Browser.shared();
    private final ConversionsServer server = ConversionsServer.shared();
    private final Api owner = server.api(ServerSettings.API_KEY);

    @AfterEach
    void disconnect() {
        browser.forgetCookies();
        for (JsonNode connection : owner.get("/api/stripe/connections").json()) {
            if (connection.path("accountId").isNull()) {
                owner.delete("/api/stripe/connections/" + connection.path("id").asText());
            }
        }
    }

    @Test
    void anEndpointIsMadeAndTheFirstEventsShowWhatBecameOfThem() {
        SignedIn.as(browser, server.base().toString());
        browser.screen(1280, "light");
        browser.open(server.base() + "/app/stripe/connect");
        browser.waitForText("Which of your Stripe’s modes?");
        browser.clickOn("By an endpoint that you add yourself");
        browser.clickOn("Create an endpoint");
        browser.waitForText("Address of the endpoint");
        String endpoint = URI.create(browser.run("return document.querySelector('.secret [data-copied]').textContent").asText()).getPath();
        assertThat(endpoint).startsWith("/api/stripe/webhook/");

        browser.type("input[name=signingSecrets]", "sk_of_another_kind");
        browser.clickOn("Save the secret");
        browser.waitForText("A signing secret begins with whsec_.");
        browser.type("input[name=signingSecrets]", SECRET);
        browser.clickOn("Save the secret");
        browser.waitForText("Waiting for the first event");
        browser.clickOn("Payment links, buttons or pricing tables");
        browser.waitForText("https://buy.stripe.com/…?dub_client_reference_id=1");

        send(endpoint, checkout());
        browser.waitForText("Ignored");
        browser.waitForText("customer_creation");

        String customer = Merchant.unique("user_");
        send(endpoint, checkout("customer", Merchant.unique("cus_"), "metadata", object("dubCustomerExternalId", customer)));
        browser.waitForText(customer);
        assertThat(Accessibility.findings(browser)).isEmpty();

        browser.clickOn("All events");
        browser.waitForText("Updates by itself");
    }

    private static String checkout(Object... fields) {
        Map<String, Object> session = object("id", Merchant.unique("cs_test_"), "object", "checkout.session", "mode", "payment",
                "payment_status", "paid", "amount_total", 1200, "currency", "usd", "customer", null,
                "total_details", object("amount_tax", 0));
        session.putAll(object(fields));
        return json(object("id", Merchant.unique("evt_"), "object", "event", "type", "checkout.session.completed",
                "api_version", "2025-09-30.clover", "created", Instant.now().getEpochSecond(), "livemode", false,
                "data", object("object", session)));
    }

    private void send(String endpoint, String event) {
        assertThat(server.api(null).postStripeEvent(endpoint, event, SECRET).status()).isEqualTo(200);
    }
}
