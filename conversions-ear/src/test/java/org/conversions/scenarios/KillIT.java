package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything that was acknowledged outlives a kill -9 under load, and nothing counts twice. */
@OnBothDatabases
class KillIT {

    private static final int THREADS = 8;
    private static final int CALLERS = 6;
    private static final Duration LOAD_MAX = Duration.ofMinutes(2);
    private static final int SALES_MIN = 50;
    private static final int REFUNDS_MIN = 10;
    private static final int MORE_MILLIS_MAX = 2_000;
    /** More than a handful of clicks. */
    private static final int JOURNAL_BYTES_MIN = 4_000;
    private static final int TOLD_AGAIN = 100;

    /** Clicks whose 302 was seen and that were not paid for; events that were answered 2xx, or not. */
    private final Queue<String> idleClicks = new ConcurrentLinkedQueue<>();
    private final Queue<StripeEvent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<StripeEvent> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger clicks = new AtomicInteger();

    @Test
    @DisplayName("Killed under load and started again: nothing acknowledged is lost, nothing is double")
    void killedUnderLoad() throws InterruptedException, SQLException {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Merchant merchant = Merchant.of(server);
            Story story = merchant.story(Vocabulary.DUB);

            ExecutorService visitors = Executors.newFixedThreadPool(THREADS + CALLERS);
            for (int i = 0; i < THREADS; i++) {
                int visitor = i;
                visitors.execute(() -> visitAndPay(merchant, story, visitor));
            }
            KeyedCallers callers = new KeyedCallers(merchant.api());
            callers.begin(visitors, CALLERS);
            await("the load to be one").atMost(LOAD_MAX).until(() ->
                    sales(acknowledged) > SALES_MIN && acknowledged.size() - sales(acknowledged) > REFUNDS_MIN);
            // At a random moment, so that run after run tries them all.
            Thread.sleep(ThreadLocalRandom.current().nextInt(MORE_MILLIS_MAX));
            killWhileClicksWaitInTheJournal(server);
            visitors.shutdown();
            assertThat(visitors.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            server.start();
            await("the clicks of the journal").until(() -> journal(server).length == 0);

            acknowledged.forEach(merchant::processed);
            assertThat(story.figures().clicks()).as("clicks").isGreaterThanOrEqualTo(clicks.get());
            assertThat(story.figures().sales()).as("sales").isGreaterThanOrEqualTo(sales(acknowledged));

            Stream.concat(unanswered.stream(), acknowledged.stream().limit(TOLD_AGAIN)).forEach(event -> {
                merchant.deliver(event);
                merchant.processed(event);
            });
            long sales = sales(acknowledged) + sales(unanswered);
            long refunds = acknowledged.size() + unanswered.size() - sales;
            assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(story.figures().clicks()).leads(sales)
                    .buyers(sales).sales(sales, 2000 * sales).refunds(refunds, 1000 * refunds));
            assertThat(earned(merchant, story)).isEqualTo(400 * sales - 200 * refunds);
            everyIdleClickIsKnown(merchant, story);
            callers.findTheirLinksOnce();
        }
    }

    /** On a database server, which can be made to stand still for the clicks alone. */
    private static void killWhileClicksWaitInTheJournal(ConversionsServer server) throws SQLException {
        if (TestDatabase.CURRENT == TestDatabase.EMBEDDED) {
            server.kill9();
            return;
        }
        try (Connection administrator = TestDatabase.CURRENT.server().connect(); Statement sql = administrator.createStatement()) {
            sql.execute("lock tables `" + server.database() + "`.click write");
            await("visitors who go on").until(() -> journal(server).length > 0 && journal(server)[0].length() > JOURNAL_BYTES_MIN);
            server.kill9();
        }
    }

    /** Returns the files of clicks that the database has not taken yet. */
    private static File[] journal(ConversionsServer server) {
        File[] files = server.data().resolve("clicks").toFile().listFiles();
        return files == null ? new File[0] : files;
    }

    /** Clicks, pays, and has half of every third payment back, until the server is gone. */
    private void visitAndPay(Merchant merchant, Story story, int visitor) {
        for (int i = 0;; i++) {
            String buyer = visitor + "_" + i + "_" + story.name;
            String click;
            try {
                click = story.click();
            } catch (IllegalStateException | AssertionError gone) {
                return;
            }
            clicks.incrementAndGet();
            if (i % 4 == 3) {
                idleClicks.add(click);
                continue;
            }
            StripeEvent paid = story.checkout().with("id", "cs_" + buyer).with("customer", "cus_" + buyer)
                    .with("payment_intent", "pi_" + buyer)
                    .with("client_reference_id", story.words.prefix + click);
            StripeEvent refund = story.refund(1200).with("id", "ch_" + buyer).with("customer", "cus_" + buyer)
                    .with("payment_intent", "pi_" + buyer);
            if (!delivered(merchant, paid) || i % 3 == 0 && !delivered(merchant, refund)) {
                return;
            }
        }
    }

    private boolean delivered(Merchant merchant, StripeEvent event) {
        try {
            if (merchant.send(event, Endpoint.LIVE).status() == 200) {
                acknowledged.add(event);
                return true;
            }
        } catch (IllegalStateException gone) {
            // The connection broke: nobody knows whether the event is stored.
        }
        unanswered.add(event);
        return false;
    }

    private static long sales(Queue<StripeEvent> events) {
        return events.stream().filter(event -> event.type().startsWith("checkout")).count();
    }

    private static long earned(Merchant merchant, Story story) {
        long earned = 0;
        String after = "";
        while (true) {
            JsonNode page = merchant.read("/api/commissions?partnerId=" + story.partnerId + "&startingAfter=" + after);
            if (page.isEmpty()) {
                return earned;
            }
            for (JsonNode commission : page) {
                earned += commission.path("earnings").asLong();
                after = commission.path("id").asText();
            }
        }
    }

    private void everyIdleClickIsKnown(Merchant merchant, Story story) {
        assertThat(idleClicks).isNotEmpty();
        for (String click : idleClicks) {
            assertThat(merchant.api().post("/api/track/lead", Api.object("clickId", click, "eventName", "Sign up",
                    "customerExternalId", "later_" + click + story.name)).status()).as(click).isEqualTo(200);
        }
    }
}
