package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well signed, and yet no sale: every event says why, and nothing is half done. */
class SkippedEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(SkippedEventsIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    @DisplayName("An amount in a currency without a rate waits for one, and its refund for the sale")
    void aCurrencyWithoutARate() {
        merchant.tell(story.customerCreated(story.click())).processed();

        merchant.tell(story.invoice(1).with("currency", "xyz")).waiting("exchange_rate_missing").did();
        merchant.tell(story.invoicePayment(1)).processed();
        merchant.tell(story.refundOfInvoice(1, 2400).with("currency", "xyz")).waiting("sale_unknown").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1));
        assertThat(story.earnings()).isEmpty();
    }

    @Test
    void nothingPaidIsALeadAtMost() {
        StripeEvent free = Story.priced(story.subscriptionCheckout(), 0, 0)
                .with("payment_status", "no_payment_required").with("client_reference_id", story.reference());

        merchant.tell(free).processed().because("nothing_paid").did("customer", "lead");
        merchant.tell(Story.priced(story.invoice(1), 0, 0)).ignored("nothing_paid").did();
        merchant.tell(Story.priced(story.invoice(2), -500, 0).with("amount_paid", 0)).ignored("nothing_paid").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1));
    }

    @Test
    void aSetupSessionPaysNothing() {
        merchant.tell(story.checkout().with("mode", "setup").with("amount_total", null).with("currency", null)
                .with("client_reference_id", story.reference())).ignored("setup_session").did();
    }

    @Test
    @DisplayName("A session that is not paid yet gives the lead only")
    void aDelayedPayment() {
        merchant.tell(story.checkout().with("payment_status", "unpaid")
                .with("client_reference_id", story.reference())).processed().because("payment_pending")
                .did("customer", "lead");

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1));
    }

    @Test
    void anUnknownType() {
        merchant.tell(story.checkout().as("radar.early_fraud_warning.created")).ignored("unsupported_type").did();
    }

    @Test
    void aThinEvent() {
        merchant.tell(story.checkout().thin()).ignored("thin_event").did();
    }

    @Test
    void aVersionThatIsNullAndFieldsThatNobodyKnows() {
        merchant.tell(story.checkout().ofVersion(null).with("client_reference_id", story.reference())
                .with("something.quite.new", Map.of("deep", true))).processed();

        assertThat(story.figures().sales()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void aMalformedObjectIsSaidSoAndLeavesNothing(String path, Object value) {
        merchant.tell(story.checkout().with("client_reference_id", story.reference()).with(path, value))
                .ignored("malformed_object").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
        assertThat(story.buyers("live")).isEmpty();
    }

    static Stream<Arguments> aMalformedObjectIsSaidSoAndLeavesNothing() {
        return Stream.of(Arguments.of("id", 4711), Arguments.of("id", null), Arguments.of("id", "x".repeat(256)),
                Arguments.of("amount_total", "24.00"), Arguments.of("amount_total", null),
                Arguments.of("amount_total", 24.5), Arguments.of("amount_total", -2400),
                Arguments.of("amount_total", Long.MAX_VALUE), Arguments.of("total_details.amount_tax", "4"),
                Arguments.of("currency", null), Arguments.of("currency", "dollars"), Arguments.of("customer", 1),
                Arguments.of("mode", true), Arguments.of("metadata", Map.of("dubCustomerExternalId", 42)),
                Arguments.of("customer_details", Map.of("email", List.of("a@b.c"))));
    }

    @Test
    void aCountryThatIsNoneIsNotKept() {
        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .with("customer_details.address", Map.of("country", "Germany"))).processed();

        assertThat(story.buyerAtStripe().path("country").asText()).isNotEqualTo("Germany");
    }

    @Test
    void textsOfAnyLengthAreNoHindrance() {
        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .with("customer_details", Map.of("name", "n".repeat(5_000), "email", "e".repeat(5_000) + "@b.c")))
                .processed();

        assertThat(story.figures().sales()).isEqualTo(1);
    }

    @Test
    void anObjectThatIsNone() {
        merchant.tell(story.checkout().withObject(List.of(1, 2))).ignored("malformed_object").did();
    }

    @Test
    void aRefundWithoutAnAmount() {
        merchant.tell(story.refund(1200).with("amount", null)).ignored("malformed_object").did();
        merchant.tell(story.refund(1200).with("amount", 0)).ignored("malformed_object").did();
        merchant.tell(story.refund(1200).with("amount_refunded", -1)).ignored("malformed_object").did();
    }

    @Test
    @DisplayName("An unknown account's event is accepted, shown to the operator, and counts when the account is connected")
    void anUnknownAccount() {
        String account = "acct_nobody" + story.name;
        StripeEvent event = story.checkout().ofAccount(account).with("client_reference_id", story.reference());
        StripeEvent refund = story.refund(1200).ofAccount(account);

        merchant.deliver(refund, event);
        await().atMost(PATIENCE).until(() -> merchant.ofNobody(account).stream()
                .filter(stored -> stored.path("state").asText().equals("waiting")).count() == 2);
        JsonNode shown = merchant.ofNobody(account).get(0);
        assertThat(shown.path("stripeEventId").asText()).isEqualTo(event.id());
        assertThat(shown.path("reason").asText()).isEqualTo("unknown_account");
        assertThat(shown.path("ageSeconds").asLong(-1)).isBetween(0L, 60L);
        assertThat(shown.has("payload")).isFalse();
        assertThat(merchant.api().get("/api/stripe/events/" + event.id()).status()).isEqualTo(404);
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));

        JsonNode connection = merchant.connect("live", account);

        merchant.settled(event).processed().did("customer", "lead", "sale", "commission");
        merchant.processed(refund).did("refund", "commission");
        assertThat(merchant.ofNobody(account)).isEmpty();
        assertThat(story.figures())
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000));
        merchant.disconnect(connection);
    }

    @Test
    @DisplayName("Ids as long as Stripe's may be, 255 characters, are kept whole, and what goes back finds its sale")
    void idsOfAnyLengthOfStripes() {
        String payment = longId("pi_");
        String customer = longId("cus_");
        merchant.tell(story.customerCreated(story.click()).with("id", customer)).processed();
        StripeEvent invoice = story.invoice(1).withId(longId("evt_")).with("id", longId("in_")).with("customer", customer);
        merchant.tell(invoice).processed().did("sale", "commission");
        merchant.tell(story.invoicePayment(1).with("invoice", invoice.objectId()).with("payment",
                Map.of("type", "payment_intent", "payment_intent", payment))).processed();
        merchant.tell(story.refundOfInvoice(1, 1200).with("id", longId("ch_")).with("payment_intent", payment))
                .processed().did("refund", "commission");
        merchant.tell(story.subscription("trialing").with("id", longId("sub_")).with("customer", customer)).state();

        assertThat(merchant.read("/api/sales/" + invoice.objectId()).path("refunds").asInt()).isOne();
        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(customer);
    }

    private String longId(String prefix) {
        return (prefix + story.name + "x".repeat(255)).substring(0, 255);
    }

    @Test
    void namesInAnyScriptComeThroughAsTheyAre() {
        merchant.tell(story.customerCreated(story.click()).with("name", "Zoë Ångström 李小龍 🦊")).processed();

        assertThat(story.buyer().path("name").asText()).isEqualTo("Zoë Ångström 李小龍 🦊");
    }
}
