package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has an object of Stripe before them learns which link and partner it stands for, or why for none. */
@OnBothDatabases
class StripeObjectsIT {

    private final Merchant merchant = Merchant.of(StripeObjectsIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    void anInvoiceItsPaymentAndItsBuyerNameTheLinkThePartnerTheSaleAndTheCommission() {
        String click = story.click();
        merchant.tell(story.customerCreated(click)).processed();
        StripeEvent paid = story.invoice(1);
        merchant.tell(paid).processed();
        merchant.tell(story.invoicePayment(1));
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);
        merchant.processed(refund);

        for (String id : List.of("in_" + story.name + "_1", "pi_" + story.name + "_1", story.customer)) {
            JsonNode object = read(id);
            assertThat(object.path("tracked").asBoolean()).as(id).isTrue();
            assertThat(object.path("reason").isNull()).isTrue();
            assertThat(object.path("explanation").asText()).isNotBlank();
            assertThat(object.at("/link/id").asText()).isEqualTo(story.linkId);
            assertThat(object.at("/click/id").asText()).isEqualTo(click);
            assertThat(object.at("/click/at").asText()).isNotBlank();
            assertThat(object.at("/partner/id").asText()).isEqualTo(story.partnerId);
            assertThat(object.path("sales")).hasSize(1);
            assertThat(object.at("/sales/0/amount").asLong()).isEqualTo(2000);
            assertThat(object.at("/sales/0/netAmount").asLong()).isEqualTo(1000);
            assertThat(object.at("/commission/earnings").asLong()).isEqualTo(200);
            assertThat(object.at("/commission/status").asText()).isEqualTo("pending");
            assertThat(object.path("events").findValuesAsText("type")).as(id).contains("invoice.paid");
        }
        assertThat(read(story.customer).path("kind").asText()).isEqualTo("customer");
        assertThat(read("pi_" + story.name + "_1").path("events").findValuesAsText("type")).contains("charge.refunded");
        String event = read("in_" + story.name + "_1").path("events").findValuesAsText("id").get(0);
        Merchant.ok(merchant.api().post("/api/stripe/events/" + event + "/replay", object()));
    }

    @Test
    void aCheckoutThatTracksNothingSaysWhy() {
        StripeEvent guest = story.guestCheckout();
        merchant.tell(guest);

        JsonNode object = read(guest.objectId());

        assertThat(object.path("kind").asText()).isEqualTo("checkout_session");
        assertThat(object.path("tracked").asBoolean(true)).isFalse();
        assertThat(object.path("reason").asText()).isEqualTo("guest_checkout");
        assertThat(object.path("explanation").asText()).contains("customer_creation");
        assertThat(object.path("link").isNull()).isTrue();
        assertThat(object.path("sales")).isEmpty();
        assertThat(object.path("events")).hasSize(1);
    }

    @Test
    void aCheckoutIsKnownByItsSessionAndABuyerWithoutASaleByTheClick() {
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());
        merchant.tell(paid).processed();
        assertThat(read(paid.objectId()).at("/link/id").asText()).isEqualTo(story.linkId);

        Story other = merchant.story(Vocabulary.DUB);
        merchant.tell(other.customerCreated(other.click())).processed();
        JsonNode buyer = read(other.customer);
        assertThat(buyer.path("tracked").asBoolean()).isTrue();
        assertThat(buyer.at("/link/id").asText()).isEqualTo(other.linkId);
        assertThat(buyer.path("sales")).isEmpty();
        assertThat(buyer.path("commission").isNull()).isTrue();
    }

    @Test
    void aSubscriptionIsThatOfItsCustomer() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        StripeEvent subscription = story.subscription("active");
        merchant.tell(subscription);

        JsonNode object = read(subscription.objectId());

        assertThat(object.path("kind").asText()).isEqualTo("subscription");
        assertThat(object.path("sales")).hasSize(1);
        assertThat(object.at("/link/id").asText()).isEqualTo(story.linkId);
    }

    @Test
    void whatAKeyMayNotReadIsLeftOut() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        String key = Merchant.created(merchant.api().post("/api/keys", object("name", "stripe", "scopes", List.of("stripe.read"))))
                .path("key").asText();

        JsonNode object = Merchant.ok(ConversionsServer.shared().api(key).get("/api/stripe/objects/" + story.customer));

        assertThat(object.path("customer").isNull()).isTrue();
        assertThat(object.path("partner").isNull()).isTrue();
        assertThat(object.path("commission").isNull()).isTrue();
        assertThat(object.path("tracked").asBoolean()).isTrue();
        assertThat(object.path("sales")).hasSize(1);
    }

    @Test
    void ofAnotherWorkspaceOrModeNothingIsKnown() {
        merchant.tell(story.customerCreated(story.click())).processed();
        Merchant stranger = Merchant.another(ConversionsServer.shared());

        for (Api.Answer answer : List.of(stranger.api().get("/api/stripe/objects/" + story.customer),
                merchant.api().get("/api/stripe/objects/" + story.customer + "?mode=test"),
                merchant.api().get("/api/stripe/objects/in_nobody"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Conversions-Reason")).isEqualTo("object_unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"re_1", "evt_1", "nothing"})
    void anotherKindOfObjectIsRefused(String id) {
        assertThat(merchant.api().get("/api/stripe/objects/" + id).status()).isEqualTo(422);
    }

    private JsonNode read(String id) {
        return merchant.read("/api/stripe/objects/" + id);
    }
}
