package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's own sample objects of five versions: the same story in each of them ends in the same state. */
class EveryVersionIT {

    private final Merchant merchant = Merchant.of(EveryVersionIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @ParameterizedTest
    @ValueSource(strings = {"2023-08-16", "2025-02-24.acacia", "2025-03-31.basil", "2025-09-30.clover",
        "2026-07-29.dahlia"})
    @DisplayName("A subscription by a payment link, its renewal, half of that back, and the end, in every version")
    void theSameStory(String version) {
        String reference = story.reference();
        List<StripeEvent> events = new ArrayList<>(List.of(customer(version, reference), session(version, reference),
                invoice(version, 1), invoice(version, 2), charge(version), ended(version)));
        if (!isOld(version)) {
            events.add(StripeEvent.sample(version, "invoice_payment.paid", "invoice_payment", "inpay_" + story.name)
                    .with("invoice", "in_" + story.name + "_2").with("amount_paid", 2400)
                    .with("payment", Map.of("type", "payment_intent", "payment_intent", "pi_" + story.name + "_2")));
        }
        long seed = System.nanoTime();
        Collections.shuffle(events, new Random(seed));

        merchant.deliver(events.toArray(StripeEvent[]::new));

        events.forEach(merchant::processed);
        assertThat(story.figures()).as("seed %d", seed)
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000).refunds(1, 1000));
        assertThat(story.earnings()).as("seed %d", seed).containsExactlyInAnyOrder(400L, 200L);
        assertThat(story.buyer().path("subscriptionCanceledAt").isNull()).as("seed %d", seed).isFalse();
        assertThat(story.saleOfInvoice(1).path("kind").asText()).isEqualTo("first");
        assertThat(story.saleOfInvoice(2).path("kind").asText()).isEqualTo("recurring");
    }

    private StripeEvent customer(String version, String reference) {
        return StripeEvent.sample(version, "customer.created", "customer", story.customer).with("name", "Bea")
                .with("email", story.email).with("metadata", Map.of("dubCustomerExternalId", story.externalId,
                        "dubClickId", reference.substring(story.words.prefix.length())));
    }

    private StripeEvent session(String version, String reference) {
        return Story.priced(StripeEvent.sample(version, "checkout.session.completed", "checkout.session",
                        "cs_" + story.name), 2400, 400)
                .with("mode", "subscription").with("payment_status", "paid").with("customer", story.customer)
                .with("client_reference_id", reference).with("invoice", "in_" + story.name + "_1")
                .with("subscription", "sub_" + story.name).with("payment_intent", null);
    }

    private StripeEvent invoice(String version, int number) {
        StripeEvent invoice = Story.priced(StripeEvent.sample(version, "invoice.paid", "invoice",
                        "in_" + story.name + "_" + number), 2400, 400)
                .with("billing_reason", number == 1 ? "subscription_create" : "subscription_cycle")
                .with("status", "paid").with("customer", story.customer)
                .with("status_transitions.paid_at", Instant.now().getEpochSecond());
        return isOld(version)
                ? invoice.with("subscription", "sub_" + story.name)
                        .with("payment_intent", "pi_" + story.name + "_" + number)
                        .with("charge", "ch_" + story.name + "_" + number)
                : invoice.with("parent", Map.of("type", "subscription_details", "subscription_details",
                        Map.of("subscription", "sub_" + story.name, "metadata", Map.of())));
    }

    /** Half of the renewal goes back. */
    private StripeEvent charge(String version) {
        StripeEvent charge = StripeEvent.sample(version, "charge.refunded", "charge", "ch_" + story.name + "_2")
                .with("amount", 2400).with("amount_refunded", 1200).with("customer", story.customer)
                .with("payment_intent", "pi_" + story.name + "_2");
        return isOld(version) ? charge.with("invoice", "in_" + story.name + "_2") : charge;
    }

    private StripeEvent ended(String version) {
        return StripeEvent.sample(version, "customer.subscription.deleted", "subscription", "sub_" + story.name)
                .with("customer", story.customer).with("status", "canceled")
                .with("ended_at", Instant.now().getEpochSecond());
    }

    private static boolean isOld(String version) {
        return version.compareTo("2025-03-31") < 0;
    }
}
