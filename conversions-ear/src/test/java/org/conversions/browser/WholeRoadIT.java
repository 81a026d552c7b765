package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.conversions.api.Merchant;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The whole road, from the partner's link to the lead in the figures, with this server at both ends. */
@ResourceLock(Browser.NAME)
class WholeRoadIT {

    private final Merchant merchant = Merchant.of(WholeRoadIT.class);
    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aKeyInTheAddressBecomesAClickAPaymentLinkAndALead() {
        JsonNode link = merchant.link();
        String host = ConversionsServer.shared().base().getAuthority();
        browser.open(shop.put("/", Shop.DUB_STUB + "<a id='it' href='https://buy.stripe.com/1'>pay</a>"
                + "<script defer src='" + Shop.source(".conversion-tracking") + "' data-stripe='true' data-publishable-key='"
                + merchant.workspace().publishableKey() + "' data-domains='{\"refer\":\"" + host + "\"}'></script>")
                + "?via=" + link.path("key").asText());
        browser.waitFor("document.cookie.includes('dub_id=')");
        String click = browser.cookie("dub_id").path("value").asText();
        assertThat(browser.run("return document.getElementById('it').href").asText())
                .isEqualTo("https://buy.stripe.com/1?client_reference_id=dub_id_" + click);

        String customer = Merchant.unique("user_");
        JsonNode answer = browser.run("return dubAnalytics.trackLead({eventName: 'Sign up', customerExternalId:"
                + " arguments[0], customerName: 'Bea Buyer'})", customer);
        assertThat(answer.path("click").path("id").asText()).isEqualTo(click);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode leads = merchant.api().get("/api/events?event=leads&linkId=" + link.path("id").asText()).json();
            assertThat(leads).hasSize(1);
            assertThat(leads.path(0).path("click").path("id").asText()).isEqualTo(click);
            assertThat(leads.path(0).path("customer").path("externalId").asText()).isEqualTo(customer);
        });
        assertThat(merchant.read(link).path("clicks").asInt()).isEqualTo(1);
    }

    @Test
    void whatTheRedirectHandsOverIsTheSameClick() {
        String page = shop.put("/", Shop.DUB_STUB + "<script defer src='" + Shop.source(".conversion-tracking")
                + "' data-publishable-key='" + merchant.workspace().publishableKey() + "'></script>");
        JsonNode link = merchant.link("url", page);
        browser.open(ConversionsServer.shared().base() + "/" + link.path("key").asText());
        JsonNode event = merchant.api().get("/api/events?linkId=" + link.path("id").asText()).json().path(0);
        assertThat(browser.cookie("dub_id").path("value").asText()).isNotEmpty()
                .isEqualTo(event.path("click").path("id").asText());
    }
}
