package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** DESIGN section 1, rule 4: any order of the same events, with duplicates, ends in the same state. */
class AnyOrderIT {

    private static final int ORDERS = 20;

    private final Merchant merchant = Merchant.of(AnyOrderIT.class);

    @Test
    @DisplayName("S1 to S14: twenty shuffled orders of one story, some events twice, end in the same state")
    void shuffled() {
        long seed = System.nanoTime();
        System.out.println("AnyOrderIT: the orders are those of seed " + seed);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        List<List<StripeEvent>> told = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Story story = merchant.story(Vocabulary.values()[i % 2]);
            List<StripeEvent> events = events(story);
            List<StripeEvent> order = new ArrayList<>(events);
            order.add(events.get(random.nextInt(events.size())));
            order.add(events.get(random.nextInt(events.size())).underAnotherId());
            Collections.shuffle(order, random);
            order.forEach(merchant::deliver);
            stories.add(story);
            told.add(order);
        }

        for (int i = 0; i < ORDERS; i++) {
            told.get(i).forEach(merchant::processed);
            endsAsEver(stories.get(i), seed, told.get(i));
        }
    }

    /** A subscription by a payment link, a renewal, half of it back and then all, the end. */
    private static List<StripeEvent> events(Story story) {
        String reference = story.reference();
        return List.of(story.customerCreated(reference.substring(story.words.prefix.length())),
                story.subscriptionCheckout().with("client_reference_id", reference), story.invoice(1),
                story.invoice(2), story.invoicePayment(2), story.refundOfInvoice(2, 1200),
                story.refundOfInvoice(2, 2400), story.subscriptionEnded());
    }

    private static void endsAsEver(Story story, long seed, List<StripeEvent> order) {
        String what = "seed " + seed + ": "
                + order.stream().map(event -> event.type() + " " + event.objectId()).toList();
        assertThat(story.figures()).as(what)
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000).refunds(2, 2000));
        assertThat(story.commissions()).as(what)
                .extracting(earned -> earned.path("earnings").asLong() + " " + earned.path("status").asText())
                .containsExactlyInAnyOrder("400 pending", "0 refunded");
        assertThat(story.buyers("live")).as(what).hasSize(1);
        JsonNode buyer = story.buyer();
        assertThat(buyer.path("stripeCustomerId").asText()).as(what).isEqualTo(story.customer);
        assertThat(buyer.path("sales").asLong()).as(what).isEqualTo(2);
        assertThat(buyer.path("saleAmount").asLong()).as(what).isEqualTo(2000);
        assertThat(buyer.path("refunds").asLong()).as(what).isEqualTo(2);
        assertThat(buyer.path("subscriptionCanceledAt").isNull()).as(what).isFalse();
    }
}
