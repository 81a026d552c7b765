package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stripe sends what belongs to one purchase within the same moment, over connections of its own, in any order. */
@OnBothDatabases
class TogetherIT {

    private static final int BUYERS = 6;
    private static final int CONNECTIONS = 32;
    private static final int COPIES_EACH = 8;

    private final Merchant merchant = Merchant.of(TogetherIT.class);

    @ParameterizedTest
    @EnumSource
    @DisplayName("The lead, the subscription's first invoice and a refund of half of it, at once for several buyers, are one sale each")
    void aSubscription(Vocabulary words) {
        List<Story> buyers = new ArrayList<>();
        List<StripeEvent> events = new ArrayList<>();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            Story buyer = merchant.story(words);
            String click = buyer.click();
            buyers.add(buyer);
            calls.add(() -> {
                buyer.lead(click);
                return null;
            });
            List<StripeEvent> own = List.of(
                    buyer.customerCreated().metadata(words.externalIdKey, buyer.externalId),
                    buyer.subscriptionCheckout().metadata(words.externalIdKey, buyer.externalId),
                    buyer.invoice(1), buyer.invoice(1).as("invoice.payment_succeeded"), buyer.invoicePayment(1),
                    buyer.subscription("active"), buyer.refundOfInvoice(1, 1200));
            events.addAll(own);
            own.forEach(event -> calls.add(() -> {
                merchant.deliver(event);
                return null;
            }));
        }

        Merchant.together(calls);

        events.stream().filter(event -> !event.type().startsWith("customer.subscription")).forEach(merchant::processed);
        for (Story buyer : buyers) {
            assertThat(buyer.figures()).isEqualTo(
                    Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000));
            assertThat(buyer.earnings()).containsExactly(200L);
            assertThat(buyer.buyers("live")).hasSize(1);
            assertThat(buyer.buyer().path("stripeCustomerId").asText()).isEqualTo(buyer.customer);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A payment link's session, its customer and its two refunds at once are one sale of which nothing is left")
    void aPaymentLink(Vocabulary words) {
        Story buyer = merchant.story(words);
        StripeEvent paid = buyer.checkout().with("client_reference_id", buyer.reference());
        StripeEvent named = buyer.customerCreated().metadata(words.externalIdKey, buyer.externalId)
                .as("customer.updated");
        StripeEvent[] events = {paid, paid.underAnotherId(), named, named.underAnotherId(), buyer.refund(1200),
            buyer.singleRefund("a", 1200, "succeeded"), buyer.refund(2400)};

        merchant.deliverTogether(events);

        for (StripeEvent event : events) {
            merchant.processed(event);
        }
        assertThat(buyer.figures()).isEqualTo(
                Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(2, 2000));
        assertThat(buyer.earnings()).containsExactly(0L);
        assertThat(buyer.buyer().path("sales").asLong()).isEqualTo(1);
        assertThat(buyer.buyers("live")).hasSize(1);
    }

    @Test
    @DisplayName("Hundreds of copies of one event over 32 connections are one sale")
    void copies() {
        Story buyer = merchant.story(Vocabulary.DUB);
        // Named before, because the connections share it.
        StripeEvent paid = merchant.own(buyer.checkout().with("client_reference_id", buyer.reference()));

        Merchant.together(Collections.nCopies(CONNECTIONS, () -> {
            for (int i = 0; i < COPIES_EACH; i++) {
                merchant.deliver(paid);
            }
            return null;
        }));

        assertThat(merchant.processed(paid).did("customer", "lead", "sale", "commission").event().path("deliveries")
                .asInt()).isEqualTo(CONNECTIONS * COPIES_EACH);
        thereIsOneSale(buyer);
    }

    @Test
    void manyEventsOfOnePurchaseAtOnceAreOneSale() {
        Story buyer = merchant.story(Vocabulary.DUB);
        StripeEvent paid = buyer.subscriptionCheckout().with("client_reference_id", buyer.reference());
        StripeEvent[] events = new StripeEvent[12];
        for (int i = 0; i < events.length; i++) {
            events[i] = i % 3 == 0 ? paid.underAnotherId() : buyer.invoice(1)
                    .as(i % 3 == 1 ? "invoice.paid" : "invoice.payment_succeeded");
        }

        merchant.deliverTogether(events);

        for (StripeEvent event : events) {
            merchant.processed(event);
        }
        thereIsOneSale(buyer);
    }

    private static void thereIsOneSale(Story buyer) {
        assertThat(buyer.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
        assertThat(buyer.earnings()).containsExactly(400L);
        assertThat(buyer.sales()).hasSize(1);
    }

    @Test
    @DisplayName("What the API shows of a buyer is what was asked for, and nothing else of the checkout")
    void nothingElseIsKeptOfTheBuyer() {
        Story buyer = merchant.story(Vocabulary.DUB);
        merchant.tell(buyer.checkout().with("client_reference_id", buyer.reference())
                .with("customer_details", Map.of("name", "Bea", "email", buyer.email, "phone", "+49 30 555",
                        "address", Map.of("line1", "Secret Street 1", "country", "DE")))).processed();

        assertThat(buyer.buyerAtStripe().path("country").asText()).isEqualTo("DE");
        for (String path : List.of("/api/customers/ext_" + buyer.customer, "/api/sales/cs_" + buyer.name,
                "/api/events?event=sales&interval=all&linkId=" + buyer.linkId,
                "/api/commissions?partnerId=" + buyer.partnerId)) {
            assertThat(merchant.read(path).toString()).as(path).doesNotContain("Secret Street", "555");
        }
    }
}
