package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe sends at least once, and tells one purchase by several events: it is one sale. */
class DuplicateIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);
    private static final int DELIVERIES = 50;

    private final Merchant merchant = Merchant.of(DuplicateIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    @DisplayName("W1, W2, S1, S6: a one-time payment without invoice that is delivered again is the same sale")
    void theSameEventTwice() {
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());
        merchant.tell(paid).processed();

        merchant.deliver(paid);

        Settled told = merchant.settled(paid).processed().did("customer", "lead", "sale", "commission");
        assertThat(told.event().path("deliveries").asInt()).isEqualTo(2);
        thereIsOneSale();
    }

    @Test
    @DisplayName("S1, S6: a thousand copies of one event over 32 connections are one sale")
    void aThousandCopies() {
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());
        Merchant.together(Collections.nCopies(32, () -> {
            for (int i = 0; i < 1000 / 32 + 1; i++) {
                merchant.deliver(paid);
            }
            return null;
        }));

        assertThat(merchant.processed(paid).event().path("deliveries").asInt()).isEqualTo(32 * (1000 / 32 + 1));
        thereIsOneSale();
    }

    @Test
    void twoEventsOfOneSession() {
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());
        merchant.tell(paid).processed();

        merchant.tell(paid.underAnotherId()).processed().because("sale_recorded_before").did();

        thereIsOneSale();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 2, 0", "2, 1, 0"})
    @DisplayName("W3: a session and both events of its invoice are one sale, whichever comes first")
    void aSessionAndItsInvoice(int first, int second, int third) {
        StripeEvent session = story.subscriptionCheckout().with("client_reference_id", story.reference());
        List<StripeEvent> events = List.of(session, story.invoice(1), story.invoice(1).as("invoice.payment_succeeded"));

        for (int next : new int[] {first, second, third}) {
            merchant.deliver(events.get(next));
            merchant.settled(events.get(next));
        }

        events.forEach(merchant::processed);
        thereIsOneSale();
    }

    @Test
    void aOneTimePaymentWithAnInvoiceIsOneSaleAndItsRefundIsFoundByEither() {
        Instant paid = Instant.now();
        StripeEvent session = story.checkout().with("client_reference_id", story.reference())
                .with("invoice", "in_" + story.name + "_1").madeAt(paid);
        merchant.tell(session).processed();
        merchant.tell(story.invoice(1).with("parent", null).with("billing_reason", "manual").madeAt(paid)).processed()
                .because("sale_recorded_before");
        merchant.tell(story.invoicePayment(1).with("payment.payment_intent", "pi_" + story.name)).processed();

        merchant.tell(story.refund(1200)).processed().did("refund", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
    }

    @Test
    @DisplayName("S5: many deliveries of one event at the same time")
    void manyDeliveriesAtOnce() {
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());

        merchant.deliverTogether(Collections.nCopies(DELIVERIES, paid).toArray(StripeEvent[]::new));

        assertThat(merchant.settled(paid).processed().event().path("deliveries").asInt()).isEqualTo(DELIVERIES);
        thereIsOneSale();
    }

    @Test
    void manyEventsOfOnePurchaseAtOnce() {
        StripeEvent paid = story.subscriptionCheckout().with("client_reference_id", story.reference());
        StripeEvent[] events = new StripeEvent[12];
        for (int i = 0; i < events.length; i++) {
            events[i] = i % 3 == 0 ? paid.underAnotherId() : story.invoice(1)
                    .as(i % 3 == 1 ? "invoice.paid" : "invoice.payment_succeeded");
        }

        merchant.deliverTogether(events);

        for (StripeEvent event : events) {
            merchant.processed(event);
        }
        thereIsOneSale();
    }

    @Test
    void theSameEventIdOfTwoAccountsAreTwoEvents() {
        String account = "acct_" + story.name;
        JsonNode connection = merchant.connect("live", account);
        try {
            Story other = merchant.story(Vocabulary.DUB);
            StripeEvent here = story.checkout().with("client_reference_id", story.reference());
            StripeEvent there = other.checkout().with("client_reference_id", other.reference())
                    .ofAccount(account).withId(here.id());

            merchant.deliver(here, there);

            merchant.settled(there.type(), () -> new Settled(
                    merchant.read("/api/stripe/events?account=" + account).path(0))).processed();
            merchant.settled("the other", () -> new Settled(
                    merchant.read("/api/stripe/events?objectId=" + here.objectId()).path(0))).processed();
            thereIsOneSale();
            assertThat(other.figures()).isEqualTo(ONE_SALE);
        } finally {
            merchant.disconnect(connection);
        }
    }

    private void thereIsOneSale() {
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
        assertThat(story.sales()).hasSize(1);
    }
}
