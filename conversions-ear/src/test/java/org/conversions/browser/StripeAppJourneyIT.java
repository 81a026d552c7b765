package org.conversions.browser;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.conversions.api.DownloadedStripeApp;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripePayloads;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The whole way of a merchant with the Stripe App: from the button in Stripe's dashboard (a stand-in of ours) over this
 * server's login and question to the connected account, its first sale, the drawer beside the payment, and the end.
 */
@ResourceLock(Browser.NAME)
class StripeAppJourneyIT {

    private static final String REDIRECT = "https://dashboard.stripe.com/apps-oauth/";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Api api = server.api(ServerSettings.API_KEY);
    private final Browser browser = Browser.shared();
    private final String appId = Merchant.unique("com.example.");
    private final String account = Merchant.unique("acct_1");
    private StripeDashboard dashboard;

    @AfterEach
    void close() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Test
    void anAccountIsConnectedSellsAndIsDisconnected() {
        JsonNode constants = DownloadedStripeApp.of(ServerSettings.API_KEY, "?id=" + appId).manifest().path("constants");
        dashboard = new StripeDashboard(account, "admin", "live", new ObjectMapper().convertValue(constants, Map.class),
                ServerSettings.STRIPE_APP_SECRET);

        // A person who is not signed in yet.
        browser.open(server.base() + "/app/login");
        browser.forgetCookies();
        browser.open(dashboard.address("view=Settings"));
        browser.waitFor("document.querySelector('a.button')");
        browser.clickOn("Connect workspace");
        browser.waitForText("An app asks to be connected");
        SignedIn.fillIn(browser);
        browser.waitForText("Connect Conversions in Stripe?");
        browser.clickOn("Connect Acme");
        await().atMost(20, SECONDS).until(() -> browser.address().startsWith(REDIRECT + appId));

        browser.open(dashboard.address("view=Settings&" + URI.create(browser.address()).getRawQuery()));
        browser.waitForText("Connected to Acme");
        assertThat(connectedAccounts()).contains(account);

        String payment = pays();
        browser.open(dashboard.address("view=PaymentDetail&object=" + payment));
        browser.waitForText("Came from");
        assertThat(browser.text()).contains("US$20.00", "checkout.session.completed");

        browser.open(dashboard.address("view=Settings"));
        browser.waitForText("Connected to Acme");
        browser.waitFor("[...document.querySelectorAll('button')].some(b => b.textContent === 'Disconnect' && !b.disabled)");
        browser.clickOn("Disconnect");
        browser.waitForText("Connect workspace");
        assertThat(connectedAccounts()).doesNotContain(account);
    }

    private List<String> connectedAccounts() {
        return api.get("/api/stripe/connections").expect(200).findValuesAsText("accountId");
    }

    /** A buyer who came by a link pays $20. @return the payment at Stripe */
    private String pays() {
        TestWorkspace first = TestWorkspace.first(server);
        Merchant merchant = Merchant.of(new TestWorkspace(first.id(), first.apiKey(), first.publishableKey(), account));
        String payment = Merchant.unique("pi_");
        String session = Merchant.unique("cs_");
        merchant.stripeSends("checkout.session.completed", StripePayloads.checkout(session, 2000,
                "payment_intent", payment, "customer", Merchant.unique("cus_"),
                "client_reference_id", "dub_id_" + merchant.click(merchant.link()))).expect(200);
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + session).json().path(0).path("state").asText()));
        return payment;
    }
}
