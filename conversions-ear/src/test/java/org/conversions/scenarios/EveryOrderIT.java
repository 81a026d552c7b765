package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The order in which Stripe's events come does not matter: random orders of each kind of story, half of them with
 * events that come again, end in one state. The events come by the webhook one after the other, and nobody waits for
 * what becomes of them. {@link EveryOrderInServerIT} tells the same stories in hundreds of orders.
 */
@OnBothDatabases
class EveryOrderIT {

    private static final int ORDERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> UNSETTLED = Set.of("received", "queued", "waiting");

    private final Merchant merchant = Merchant.of(EveryOrderIT.class);

    /** A story with the events of its kind in one order. @param other whose link brought the buyer before, or null */
    private record StoryRun(Story story, Story other, List<StripeEvent> events, List<Integer> order) {
    }

    @BeforeEach
    void trialsAreLeads() {
        merchant.stripeSettings("trackFreeTrials", true, "trackQuantity", true);
    }

    @AfterEach
    void asBefore() {
        merchant.stripeSettingsAsAtFirst();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Six random orders, half of them with duplicates, end in one state")
    void randomOrders(StoryKind kind) {
        long seed = System.nanoTime();
        System.out.println("EveryOrderIT: the orders of " + kind + " are those of seed " + seed);
        Random random = new Random(seed);
        List<StoryRun> all = Stream.concat(Orders.some(kind.length(), ORDERS / 2, random).stream(),
                Orders.withDuplicates(kind.length(), ORDERS / 2, random).stream())
                .map(order -> begun(kind, order)).toList();

        all.forEach(told -> told.events().forEach(merchant::deliver));

        for (StoryRun told : all) {
            String what = kind + " in the order " + told.order() + ", of the seed " + seed;
            told.events().forEach(event -> await(what).atMost(PATIENCE).until(() ->
                    !UNSETTLED.contains(merchant.stored(event).state())));
            await(what).atMost(PATIENCE).untilAsserted(() -> assertThat(Stream.of(told.story(), told.other())
                    .filter(Objects::nonNull).map(story -> endOf(story, told.story())).toList())
                    .isEqualTo(kind.ends()));
        }
    }

    private StoryRun begun(StoryKind kind, List<Integer> order) {
        Story story = merchant.story(Vocabulary.values()[order.get(0) % 2]);
        String click = story.click();
        Story other = null;
        if (kind.before() == StoryKind.Before.SIGNED_UP) {
            story.lead(click);
        } else if (kind.before() == StoryKind.Before.BROUGHT_BY_ANOTHER) {
            other = merchant.story(Vocabulary.DUB);
            other.lead(other.click(), story.externalId);
        }
        // Later than the clicks.
        return new StoryRun(story, other, Orders.told(kind.events(story, click), order, Instant.now().plusSeconds(1)),
                order);
    }

    private EndState endOf(Story story, Story buyersOwn) {
        JsonNode sales = merchant.read("/api/sales?linkId=" + story.linkId);
        EndState end = EndState.of(story.figures());
        agree(end.figures(), sales, story.sales());
        for (JsonNode sale : sales) {
            end = end.sale(sale.path("kind").asText(), sale.path("amount").asLong(),
                    sale.path("refundedAmount").asLong(), sale.path("refunds").asInt(),
                    sale.path("disputed").asBoolean(), sale.path("originalAmount").asLong());
        }
        for (JsonNode earned : story.commissions()) {
            end = end.commission(earned.path("type").asText(), earned.path("earnings").asLong(),
                    earned.path("grossEarnings").asLong(), earned.path("quantity").asInt(),
                    earned.path("status").asText());
        }
        for (JsonNode lead : story.leads()) {
            end = end.lead(lead.path("eventName").asText());
        }
        for (JsonNode buyer : story.buyers("live")) {
            end = end.buyer(buyersOwn, buyer.path("name").asText(), buyer.path("externalId").asText(),
                    buyer.path("stripeCustomerId").asText(), buyer.path("sales").asLong(),
                    buyer.path("refunds").asLong(), buyer.path("saleAmount").asLong(),
                    !buyer.path("subscriptionCanceledAt").isNull());
        }
        return end;
    }

    /** The figures of a link, its feed and its sales say the same. */
    private static void agree(Figures figures, JsonNode sales, List<JsonNode> feed) {
        long gross = sum(sales, "/amount");
        long refunded = sum(sales, "/refundedAmount");
        assertThat(figures).as("figures of the link and its sales one by one").isEqualTo(new Figures(figures.clicks(),
                figures.leads(), figures.buyers(), sales.size(), gross, sum(sales, "/refunds"), refunded));
        assertThat(List.of(sum(feed, "/sale/amount"), sum(feed, "/sale/refundedAmount"), sum(feed, "/sale/netAmount")))
                .as("feed of the link").isEqualTo(List.of(gross, refunded, gross - refunded));
    }

    private static long sum(Iterable<JsonNode> rows, String pointer) {
        return StreamSupport.stream(rows.spliterator(), false).mapToLong(row -> row.at(pointer).asLong()).sum();
    }
}
