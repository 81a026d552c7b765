package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import java.net.URI;
import java.util.List;
import org.conversions.api.Merchant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The Stripe App's own views, in a stand-in of ours for the dashboard around them. */
@ResourceLock(Browser.NAME)
class StripeAppViewsIT {

    private static final String HOST = "http://localhost:1";

    private final Browser browser = Browser.shared();
    private StripeDashboard dashboard;

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void anAdministratorIsOfferedToConnect() {
        open("admin", "view=Settings");
        browser.waitFor("document.querySelector('a.button')");
        URI link = URI.create(browser.run("return document.querySelector('a.button').href").asText());
        assertThat(link.toString()).startsWith(HOST + "/oauth/authorize?");
        assertThat(link.getQuery()).contains("client_id=client", "code_challenge_method=S256",
                "redirect_uri=https://dashboard.stripe.com/test/apps-oauth/app");
    }

    @Test
    void anAnalystIsToldWhoCan() {
        open("analyst", "view=Settings");
        browser.waitFor("document.querySelector('[role=alert]')");
        assertThat(browser.text()).contains("Only administrators and developers");
        assertThat(browser.run("return document.querySelector('a.button')").isNull()).isTrue();
    }

    @Test
    void whatADeclinedPersonBringsBackIsSaid() {
        open("admin", "view=Settings&error=access_denied&state=x");
        browser.waitFor("document.querySelector('a.button')");
        assertThat(browser.text()).contains("The connection was declined. Nothing was changed.");
    }

    @Test
    void aPaymentSaysThatNothingIsConnected() {
        open("admin", "view=PaymentDetail&object=pi_1");
        browser.waitFor("document.querySelector('[role=alert]')");
        assertThat(browser.text()).contains("No workspace is connected.");
    }

    private void open(String role, String query) {
        dashboard = new StripeDashboard(Merchant.unique("acct_"), role, "test",
                object("host", HOST, "appId", "app", "clientId", "client", "scopes", List.of("stripe.write")),
                "absec_1");
        browser.open(dashboard.address(query));
    }
}
