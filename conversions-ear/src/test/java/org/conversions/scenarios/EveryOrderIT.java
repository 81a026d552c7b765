package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * DESIGN section 1, rule 4, without exception: each of the 720 orders of a story of six events ends in one and the same
 * state, and so do longer ones in random orders with duplicates. The events are delivered one after the other, each
 * story of a kind once with each order, all stories of a kind in step.
 */
@OnBothDatabases
class EveryOrderIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int AT_ONCE = 16;
    private static final int LONG_ORDERS = 60;
    private static final int PART_OF_ORDERS = 120;
    private static final Set<String> UNSEEN = Set.of("received");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Merchant merchant = Merchant.of(EveryOrderIT.class);
    private final String started = Instant.now().toString();

    /** What six events tell, each time of a buyer of their own. */
    enum Kind {
        /** A one-time payment by a payment link, refunded in two steps that three kinds of events report. */
        REFUNDED {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                String reference = story.reference();
                return List.of(
                        story.customerCreated(reference.substring(story.words.prefix.length())),
                        story.checkout().with("client_reference_id", reference),
                        story.refund(800),
                        refund(story, "re_1", 800, "succeeded", "refund.updated"),
                        story.refund(2400),
                        refund(story, "re_2", 1600, "pending", "refund.created"));
            }
        },
        /** A refund that fails after it was reported. */
        REFUND_FAILED {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                String reference = story.reference();
                return List.of(
                        story.customerCreated(reference.substring(story.words.prefix.length())),
                        story.checkout().with("client_reference_id", reference),
                        story.refund(1200),
                        refund(story, "re_1", 1200, "pending", "refund.created"),
                        refund(story, "re_1", 1200, "failed", "refund.failed"),
                        story.customerCreated().with("name", "Beatrice").as("customer.updated"));
            }
        },
        /** A free trial of three seats, then of five, is paid, extended, partly refunded, and cancelled. */
        TRIAL {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                story.lead(story.click());
                return List.of(
                        subscription(story, "customer.subscription.created", "trialing", 3),
                        subscription(story, "customer.subscription.updated", "trialing", 5),
                        story.oldInvoice(2),
                        story.oldInvoice(3).with("billing_reason", "subscription_update"),
                        story.refundOfInvoice(3, 1200),
                        story.subscriptionEnded());
            }
        },
        /** A customer whom one partner brought buys by the payment link of another one. */
        KNOWN_CUSTOMER {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                other.lead(other.click(), story.externalId);
                return List.of(
                        story.customerCreated().metadata(story.words.externalIdKey, story.externalId)
                                .as("customer.updated"),
                        story.subscriptionCheckout().with("client_reference_id", story.reference()),
                        story.invoice(1),
                        story.invoicePayment(1).with("amount_paid", 2400),
                        story.refundOfInvoice(1, 1200),
                        story.invoice(2));
            }
        },
        /** A disputed payment that was partly refunded before and is lost. */
        DISPUTED {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                String reference = story.reference();
                return List.of(
                        story.customerCreated(reference.substring(story.words.prefix.length())),
                        story.checkout().with("client_reference_id", reference),
                        story.refund(600),
                        dispute(story, "charge.dispute.created", "needs_response"),
                        dispute(story, "charge.dispute.funds_withdrawn", "under_review"),
                        dispute(story, "charge.dispute.closed", "lost"));
            }
        },
        /** A checkout whose invoice was settled half from credit, so that the two tell different amounts. */
        PARTLY_FROM_CREDIT {
            @Override
            List<StripeEvent> events(Story story, Story other) {
                String reference = story.reference();
                return List.of(
                        story.customerCreated(reference.substring(story.words.prefix.length())),
                        story.subscriptionCheckout().with("client_reference_id", reference),
                        story.invoice(1).with("amount_paid", 1200),
                        story.invoicePayment(1).with("amount_paid", 1200),
                        story.refundOfInvoice(1, 300).with("amount", 1200),
                        subscription(story, "customer.subscription.updated", "active", 1)
                                .with("cancel_at_period_end", true));
            }
        };

        abstract List<StripeEvent> events(Story story, Story other);

        static StripeEvent refund(Story story, String id, long amount, String status, String type) {
            return StripeEvent.of(type, "refund", id + "_" + story.name).with("amount", amount).with("status", status)
                    .with("currency", "usd").with("charge", "ch_" + story.name)
                    .with("payment_intent", "pi_" + story.name);
        }

        static StripeEvent dispute(Story story, String type, String status) {
            return StripeEvent.of(type, "dispute", "dp_" + story.name).with("amount", 2400).with("status", status)
                    .with("currency", "usd").with("charge", "ch_" + story.name)
                    .with("payment_intent", "pi_" + story.name);
        }

        static StripeEvent subscription(Story story, String type, String status, int seats) {
            return StripeEvent.of(type, "subscription", "sub_" + story.name).with("customer", story.customer)
                    .with("status", status).with("items", Map.of("data", List.of(Map.of("quantity", seats))))
                    .with("metadata", Map.of(story.words.externalIdKey, story.externalId));
        }
    }

    /** A story with the events of its kind in one order. @param other whose link brought the buyer before, or unused */
    private record Told(Story story, Story other, List<StripeEvent> order, String what) {
    }

    @BeforeEach
    void trialsAreLeads() {
        merchant.story(Vocabulary.DUB);
        settings(true);
    }

    @AfterEach
    void asBefore() {
        settings(false);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S1 to S14, W8, W19, W31: every order of six events ends in one state")
    void everyOrder(Kind kind) {
        allEndAlike(kind, asTimeAllows(kind, permutations(List.of(0, 1, 2, 3, 4, 5))));
    }

    @ParameterizedTest
    @EnumSource
    void randomOrdersWithDuplicates(Kind kind) {
        long seed = System.nanoTime();
        System.out.println("EveryOrderIT: the random orders of " + kind + " are those of seed " + seed);
        Random random = new Random(seed);
        List<List<Integer>> orders = new ArrayList<>();
        for (int i = 0; i < LONG_ORDERS; i++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            IntStream.range(0, 6).forEach(more -> order.add(random.nextInt(6)));
            Collections.shuffle(order, random);
            orders.add(order);
        }
        allEndAlike(kind, orders);
    }

    /** All of them on the embedded database; on the second one a random part, for what differs between databases. */
    private static List<List<Integer>> asTimeAllows(Kind kind, List<List<Integer>> orders) {
        if (TestDatabase.CURRENT == TestDatabase.EMBEDDED) {
            return orders;
        }
        long seed = System.nanoTime();
        System.out.println("EveryOrderIT: the " + PART_OF_ORDERS + " orders of " + kind + " are those of seed " + seed);
        List<List<Integer>> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, PART_OF_ORDERS);
    }

    private void allEndAlike(Kind kind, List<List<Integer>> orders) {
        List<Told> all = together(orders, order -> told(kind, order));
        int length = orders.get(0).size();
        for (int step = 0; step < length; step++) {
            int index = step;
            together(all, told -> {
                merchant.deliver(told.order().get(index));
                return null;
            });
        }
        // Whose an event is, and with it the event, is seen only once it has been looked at.
        together(all, told -> {
            told.order().forEach(event -> await(event.type()).atMost(PATIENCE).until(() ->
                    !UNSEEN.contains(merchant.stored(event).state())));
            return null;
        });
        await("all stories of " + kind + " to settle").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> unsettled() == 0);
        List<String> states = together(all, this::state);
        String first = states.get(0);
        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i)).as("%s in the order %s", kind, all.get(i).what()).isEqualTo(first);
        }
        System.out.println("EveryOrderIT: " + orders.size() + " orders of " + kind + " end in " + first);
    }

    private Told told(Kind kind, List<Integer> order) {
        Story story = merchant.story(order.get(0) % 2 == 0 ? Vocabulary.DUB : Vocabulary.CODEQR);
        Story other = kind == Kind.KNOWN_CUSTOMER ? merchant.story(Vocabulary.DUB) : story;
        List<StripeEvent> events = kind.events(story, other);
        // Later than the clicks, each a second after the other, whatever the order they are told in.
        Instant begin = Instant.now().plusSeconds(1);
        List<StripeEvent> made = IntStream.range(0, events.size())
                .mapToObj(i -> events.get(i).madeAt(begin.plusSeconds(i))).toList();
        List<StripeEvent> delivered = new ArrayList<>();
        for (int index : order) {
            StripeEvent event = made.get(index);
            // Told again: the same event, and now and then another event of the same fact.
            delivered.add(delivered.contains(event) && index % 2 == 0 ? event.underAnotherId() : event);
        }
        return new Told(story, other, delivered, order.toString());
    }

    private long unsettled() {
        long count = 0;
        for (String state : List.of("received", "queued", "waiting")) {
            count += merchant.read("/api/stripe/events?state=" + state + "&pageSize=100&start="
                    + started).size();
        }
        return count;
    }

    /** Everything that anybody can see of a story, without ids and times. */
    private String state(Told told) {
        StringBuilder state = new StringBuilder();
        for (Story story : told.story() == told.other() ? List.of(told.story()) : List.of(told.story(), told.other())) {
            JsonNode sales = merchant.read("/api/sales?linkId=" + story.linkId);
            agree(story, sales);
            state.append(story.figures()).append("; sales ").append(sorted(sales, sale -> sale.path("kind").asText()
                    + " " + sale.path("amount") + "-" + sale.path("refundedAmount") + " " + sale.path("refunds")
                    + " " + sale.path("disputed") + " of " + sale.path("originalAmount")));
            state.append("; commissions ").append(sorted(merchant.read("/api/commissions?partnerId="
                    + story.partnerId), earned -> earned.path("type").asText() + " " + earned.path("earnings")
                    + " of " + earned.path("grossEarnings") + " x" + earned.path("quantity") + " "
                    + earned.path("status").asText()));
            state.append("; leads ").append(sorted(merchant.read("/api/events?event=leads&interval=all&linkId="
                    + story.linkId), lead -> lead.path("eventName").asText()));
            state.append("; buyers ").append(sorted(merchant.read("/api/customers?linkId=" + story.linkId),
                    buyer -> buyer.path("name").asText() + " " + buyer.path("externalId").asText()
                            .replace(told.story().name, "_") + " " + buyer.path("stripeCustomerId").asText()
                            .replace(told.story().name, "_") + " " + buyer.path("sales") + " "
                            + buyer.path("saleAmount") + " " + buyer.path("subscriptionCanceledAt").isNull()));
            state.append('\n');
        }
        return state.toString();
    }

    /** What is counted of the link, what its feed shows, and what its sales say one by one are the same. */
    private static void agree(Story story, JsonNode sales) {
        Figures figures = story.figures();
        assertThat(figures.sales()).isEqualTo(sales.size());
        assertThat(figures.gross()).isEqualTo(sum(sales, "/amount"));
        assertThat(figures.refunded()).isEqualTo(sum(sales, "/refundedAmount"));
        assertThat(figures.refunds()).isEqualTo(sum(sales, "/refunds"));
        JsonNode feed = JSON.valueToTree(story.sales());
        assertThat(sum(feed, "/sale/amount")).isEqualTo(figures.gross());
        assertThat(sum(feed, "/sale/refundedAmount")).isEqualTo(figures.refunded());
        assertThat(sum(feed, "/sale/netAmount")).isEqualTo(figures.gross() - figures.refunded());
    }

    private static long sum(JsonNode rows, String pointer) {
        return StreamSupport.stream(rows.spliterator(), false).mapToLong(row -> row.at(pointer).asLong()).sum();
    }

    private static String sorted(JsonNode list, Function<JsonNode, String> text) {
        List<String> all = new ArrayList<>(StreamSupport.stream(list.spliterator(), false).map(text).toList());
        Collections.sort(all);
        return all.toString();
    }

    private <T, R> List<R> together(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        List<Callable<Void>> workers = IntStream.range(0, AT_ONCE).<Callable<Void>>mapToObj(worker -> () -> {
            for (int i = worker; i < items.size(); i += AT_ONCE) {
                results.set(i, work.apply(items.get(i)));
            }
            return null;
        }).toList();
        Merchant.together(workers);
        return results;
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : new TreeSet<>(items)) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    private void settings(boolean on) {
        Merchant.ok(merchant.api().patch("/api/stripe/integration/settings",
                Api.object("trackFreeTrials", on, "trackQuantity", on)));
    }
}
