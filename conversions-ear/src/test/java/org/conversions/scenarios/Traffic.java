package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.conversions.server.Api;

/**
 * Visitors of one link, three of four of whom pay and some of those have half of it back, at one node after the other, whatever
 * becomes of the nodes meanwhile. Who is not answered tries again at the next node, and Stripe sends such an event again.
 */
final class Traffic {

    private static final int SALES_MIN = 50;
    private static final int REFUNDS_MIN = 10;
    private static final int TOLD_AGAIN = 100;
    private static final Duration LOAD_MAX = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final Story story;
    private final List<Merchant> nodes;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean ended;

    /** Clicks whose 302 was seen and that were not paid for; events that were answered 2xx, or not. */
    private final Queue<String> idleClicks = new ConcurrentLinkedQueue<>();
    private final Queue<StripeEvent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<StripeEvent> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger clicks = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();

    /** @param nodes the same merchant, at each node */
    Traffic(Story story, List<Merchant> nodes) {
        this.story = story;
        this.nodes = nodes;
    }

    void begin(int visitors) {
        for (int i = 0; i < visitors; i++) {
            int visitor = i;
            threads.execute(() -> visitAndPay(visitor));
        }
    }

    /** The threads of the visitors, for callers of other kinds. */
    ExecutorService threads() {
        return threads;
    }

    /** Waits until so much was answered that its loss would show. */
    void awaitLoad() {
        int sales = (int) sales(acknowledged);
        int refunds = acknowledged.size() - sales;
        await("the load to be one").atMost(LOAD_MAX).until(() -> sales(acknowledged) > sales + SALES_MIN
                && acknowledged.size() - sales(acknowledged) > refunds + REFUNDS_MIN);
    }

    /** Sends everybody home. */
    void end() {
        ended = true;
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(90, TimeUnit.SECONDS)).as("the visitors have gone").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many visitors were not sent on. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** Checks that what was acknowledged is there without being sent again. */
    void nothingIsLost(Merchant at) {
        acknowledged.forEach(at::processed);
        assertThat(figures(at).clicks()).as("clicks").isBetween((long) clicks.get(), clicks.get() + (long) turnedAway.get());
        assertThat(figures(at).sales()).as("sales").isGreaterThanOrEqualTo(sales(acknowledged));
        assertThat(idleClicks).isNotEmpty();
        for (String click : idleClicks) {
            assertThat(at.api().post("/api/track/lead", Api.object("clickId", click, "eventName", "Sign up",
                    "customerExternalId", "later_" + click + story.name)).status()).as(click).isEqualTo(200);
        }
    }

    /** Sends again what was not answered, and some of what was, and checks that each has counted once. */
    void allIsCountedOnce(Merchant at) {
        Stream.concat(unanswered.stream(), acknowledged.stream().limit(TOLD_AGAIN)).forEach(event -> {
            at.deliver(event);
            at.processed(event);
        });
        long sales = sales(acknowledged) + sales(unanswered);
        long refunds = acknowledged.size() + unanswered.size() - sales;
        Figures counted = figures(at);
        assertThat(counted).isEqualTo(Figures.NONE.clicks(counted.clicks()).leads(sales + idleClicks.size())
                .buyers(sales).sales(sales, 2000 * sales).refunds(refunds, 1000 * refunds));
        assertThat(earned(at)).isEqualTo(400 * sales - 200 * refunds);
    }

    private void visitAndPay(int visitor) {
        for (int i = 0; !ended; i++) {
            Merchant node = nodes.get((visitor + i) % nodes.size());
            String buyer = visitor + "_" + i + "_" + story.name;
            String click = click(node);
            if (click == null) {
                continue;
            }
            if (i % 4 == 3) {
                idleClicks.add(click);
                continue;
            }
            StripeEvent paid = story.checkout().with("id", "cs_" + buyer).with("customer", "cus_" + buyer)
                    .with("payment_intent", "pi_" + buyer)
                    .with("client_reference_id", story.words.prefix + click);
            StripeEvent refund = story.refund(1200).with("id", "ch_" + buyer).with("customer", "cus_" + buyer)
                    .with("payment_intent", "pi_" + buyer);
            deliver(node, paid);
            if (i % 3 == 0) {
                deliver(node, refund);
            }
        }
    }

    /** @return null when nobody answered as it should be */
    private String click(Merchant node) {
        try {
            String click = story.click(node);
            clicks.incrementAndGet();
            return click;
        } catch (IllegalStateException | AssertionError gone) {
            turnedAway.incrementAndGet();
            pause();
            return null;
        }
    }

    private void deliver(Merchant node, StripeEvent event) {
        try {
            if (node.send(event, Endpoint.LIVE).status() == 200) {
                acknowledged.add(event);
                return;
            }
        } catch (IllegalStateException gone) {
            // The connection broke: nobody knows whether the event is stored.
        }
        unanswered.add(event);
        pause();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long sales(Queue<StripeEvent> events) {
        return events.stream().filter(event -> event.type().startsWith("checkout")).count();
    }

    private Figures figures(Merchant at) {
        return story.figures(at, "live");
    }

    private long earned(Merchant at) {
        long earned = 0;
        String after = "";
        while (true) {
            JsonNode page = at.read("/api/commissions?partnerId=" + story.partnerId + "&startingAfter=" + after);
            if (page.isEmpty()) {
                return earned;
            }
            for (JsonNode commission : page) {
                earned += commission.path("earnings").asLong();
                after = commission.path("id").asText();
            }
        }
    }
}
