package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The statements that an event costs the database, storing and processing together, as the database itself counts: each
 * type for many buyers at once, as a burst comes. The looks for due events, once a second, are in it.
 */
@OnBothDatabases
@Isolated("counts what everybody asks the database")
class StatementsIT {

    private static final int BUYERS = 100;
    /** Its row, and the state that it ends in, are one each; the rest is shared by a batch. */
    private static final double INVOICE_MAX = 4;
    private static final double ANY_MAX = 6;
    /** What goes over a queue is worked off by itself. */
    private static final double QUEUED_MAX = 20;
    private static final double REFUND_MAX = 28;
    /** To look at an event again costs more than this; what a server does by itself meanwhile is less. */
    private static final double LOOK_MIN = 5;

    private static final String STATEMENTS = "'Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_insert_select'";
    /** Those of a buyer's history; what the server looks at from time to time, such as changed links, is not among them. */
    private static final String HISTORY = "'sale', 'sale_entry', 'sale_refund', 'commission', 'commission_entry', 'conversion_lead',"
            + " 'customer', 'customer_click', 'stripe_customer', 'stripe_payment', 'stripe_subscription'";
    private static final int FEW_INVOICES = 3;
    private static final int MANY_INVOICES = 300;

    /** Were a refund looked at again, it would be within this time. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(15);

    private final Merchant merchant = Merchant.of(StatementsIT.class);

    @Test
    @DisplayName("An invoice with a commission costs no more than four statements, the looks for it included")
    void costOfAnEvent() throws SQLException {
        assumeTrue(TestDatabase.CURRENT != TestDatabase.EMBEDDED, "only a database server counts its statements");
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            stories.add(merchant.story(Vocabulary.DUB));
        }
        Map<String, Double> costs = new LinkedHashMap<>();
        cost(costs, "customer.created, of a new buyer", stories, story -> story.customerCreated(story.click()));
        cost(costs, "customer.updated, nothing new", stories, story -> story.customerCreated().as("customer.updated"));
        cost(costs, "checkout.session.completed", stories, Story::checkout);
        cost(costs, "invoice.paid, with a commission", stories, story -> story.invoice(1));
        cost(costs, "invoice.paid, a renewal", stories, story -> story.invoice(2));
        cost(costs, "invoice.payment_succeeded, the same", stories,
                story -> story.invoice(2).as("invoice.payment_succeeded"));
        cost(costs, "invoice_payment.paid", stories, story -> story.invoicePayment(2));
        cost(costs, "customer.updated, of nobody", stories,
                story -> story.customerCreated().with("id", "cus_else_" + story.name).as("customer.updated"));
        cost(costs, "charge.refunded", stories, story -> story.refundOfInvoice(2, 1200));
        long settled = statements();
        await("second looks").pollDelay(SECOND_LOOK).atMost(SECOND_LOOK.plusSeconds(1)).until(() -> true);
        double afterRefund = (statements() - settled) / (double) BUYERS;
        // Last, because it is looked at again as well, which would count for what comes next.
        cost(costs, "customer.subscription.deleted", stories, Story::subscriptionEnded);

        System.out.printf("StatementsIT: %5.1f statements after charge.refunded, in %s%n", afterRefund, SECOND_LOOK);
        costs.forEach((type, cost) -> System.out.printf("StatementsIT: %5.1f statements for %s%n", cost, type));
        assertThat(costs.remove("customer.subscription.deleted")).isLessThanOrEqualTo(QUEUED_MAX);
        assertThat(costs.remove("charge.refunded")).isLessThanOrEqualTo(REFUND_MAX);
        assertThat(afterRefund).isLessThan(LOOK_MIN);
        costs.forEach((type, cost) -> assertThat(cost).as(type)
                .isLessThanOrEqualTo(type.startsWith("invoice") ? INVOICE_MAX : ANY_MAX));
        assertThat(payloadsWrittenAgain()).isEmpty();
    }

    @Test
    @DisplayName("An event makes the database read no more for a buyer of hundreds of invoices than for one of three")
    void costOfHistory() throws SQLException {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.MYSQL, "MariaDB counts the rows that it reads of a table only if it is told to");
        String start = Instant.now().minusSeconds(1).toString();
        Story few = merchant.story(Vocabulary.DUB);
        Story many = merchant.story(Vocabulary.DUB);
        for (Story story : List.of(few, many)) {
            merchant.tell(story.customerCreated(story.click())).processed();
            merchant.deliverTogether(IntStream.rangeClosed(1, story == few ? FEW_INVOICES : MANY_INVOICES)
                    .mapToObj(story::invoice).toArray(StripeEvent[]::new));
            settle(start);
            merchant.tell(story.invoicePayment(2)).processed();
        }
        Map<String, Function<Story, StripeEvent>> events = new LinkedHashMap<>();
        events.put("a renewal", story -> story.invoice(MANY_INVOICES + 1));
        events.put("another click", story -> story.customerCreated(story.click()).as("customer.updated"));
        events.put("a refund", story -> story.refundOfInvoice(2, 1200));
        events.put("a changed subscription", story -> story.subscription("active").as("customer.subscription.updated"));
        events.put("a purchase beside it", story -> story.checkout().with("client_reference_id", null));
        events.put("an end", Story::subscriptionEnded);
        for (Map.Entry<String, Function<Story, StripeEvent>> event : events.entrySet()) {
            long ofFew = rowsRead(few, event.getValue());
            long ofMany = rowsRead(many, event.getValue());
            System.out.printf("StatementsIT: %5d rows read for %s, %5d of a buyer of many%n", ofFew, event.getKey(), ofMany);
            assertThat(ofMany).as(event.getKey()).isLessThan(ofFew + MANY_INVOICES / 2);
        }
    }

    private long rowsRead(Story story, Function<Story, StripeEvent> event) throws SQLException {
        StripeEvent made = event.apply(story);
        long before = rowsOfHistory();
        merchant.tell(made).processed();
        return rowsOfHistory() - before;
    }

    private static long rowsOfHistory() throws SQLException {
        return sum("select count_fetch from performance_schema.table_io_waits_summary_by_table where object_name in ("
                + HISTORY + ")", 1);
    }

    /** @return the statements that change events and write what Stripe sent once more */
    private static List<String> payloadsWrittenAgain() throws SQLException {
        List<String> found = new ArrayList<>();
        if (TestDatabase.CURRENT == TestDatabase.MYSQL) {
            try (Connection connection = TestDatabase.CURRENT.server().connect();
                    Statement statement = connection.createStatement();
                    ResultSet digests = statement.executeQuery("select digest_text from"
                            + " performance_schema.events_statements_summary_by_digest"
                            + " where digest_text like 'UPDATE%stripe_event%'")) {
                while (digests.next()) {
                    found.add(digests.getString(1));
                }
            }
            assertThat(found).isNotEmpty();
        }
        return found.stream().filter(text -> text.contains("`payload`")).toList();
    }

    private void cost(Map<String, Double> costs, String what, List<Story> stories,
                      Function<Story, StripeEvent> event) throws SQLException {
        costs.put(what, cost(stories, event));
    }

    private double cost(List<Story> stories, Function<Story, StripeEvent> event) throws SQLException {
        String start = Instant.now().minusSeconds(1).toString();
        StripeEvent[] events = stories.stream().map(event).toArray(StripeEvent[]::new);
        settle(start);
        String type = events[0].type();
        long beforeLook = statements();
        settled(type, start);
        long look = statements() - beforeLook;
        long before = statements();
        AtomicInteger looks = new AtomicInteger();
        merchant.deliverTogether(events);
        await(type).atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500)).until(() -> {
            looks.incrementAndGet();
            return settled(type, start) >= BUYERS;
        });
        return (statements() - before - looks.get() * look) / (double) BUYERS;
    }

    /** Waits until earlier events have nothing more to do. */
    private void settle(String start) {
        await("quiet").atMost(Duration.ofMinutes(1)).pollDelay(Duration.ofMillis(500)).until(() -> count("received",
                null, start) + count("queued", null, start) == 0);
    }

    private int settled(String type, String start) {
        return count("processed", type, start) + count("ignored", type, start);
    }

    private int count(String state, String type, String start) {
        return merchant.read("/api/stripe/events?state=" + state + (type == null ? "" : "&type=" + type) + "&start="
                + start + "&pageSize=100").size();
    }

    private static long statements() throws SQLException {
        return counted(STATEMENTS);
    }

    private static long counted(String counters) throws SQLException {
        return sum("show global status where variable_name in (" + counters + ")", 2);
    }

    private static long sum(String sql, int column) throws SQLException {
        try (Connection connection = TestDatabase.CURRENT.server().connect();
                Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            long sum = 0;
            while (found.next()) {
                sum += found.getLong(column);
            }
            return sum;
        }
    }
}
