package org.conversions.scenarios;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import org.conversions.platform.queue.QueueSender;
import org.conversions.platform.queue.Queues;
import org.conversions.server.InServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inside the server: events that cannot be processed, or not yet, and what the queue makes of them. */
class PoisonMessageIT extends InServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEAD_LETTERS = "ActiveMQ.DLQ";

    @Inject
    private QueueSender sender;
    @Resource(lookup = "java:app/jms/conversions")
    private ConnectionFactory connections;
    @Resource
    private UserTransaction transaction;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @Test
    @DisplayName("A message that keeps failing ends in the dead-letter queue, and its event is tried again and says why")
    void aPoisonMessage() throws Exception {
        String id = store("charge.refunded", "queued");

        sender.send(Queues.REFUNDS, id);

        until(id, "failures >= 1 and state = 'queued' and due_at < timestampadd(minute, 5, current_timestamp(3))");
        assertThat(count(id, "reason = 'handler_failed' and explanation like '%JsonParseException%'")).isOne();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!deadLetters().contains(id) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(deadLetters()).contains(id);
    }

    @Test
    @DisplayName("A refund that failed as often as it is tried is left as failed")
    void aRefundThatFailsForGood() throws Exception {
        String id = store("charge.refunded", "queued");
        transaction.begin();
        execute("update stripe_event set failures = 7 where id = '" + id + "'");
        transaction.commit();

        sender.send(Queues.REFUNDS, id);

        until(id, "state = 'failed' and failures = 8 and due_at is null");
    }

    @Test
    @DisplayName("An event that fails is tried again, and its workspace can see that it failed and why")
    void aFailingEventIsSeen() throws Exception {
        String id = store("checkout.session.completed", "received");

        until(id, "failures > 1 and state = 'received' and due_at is not null");

        assertThat(count(id, "workspace_id is not null and reason = 'handler_failed'")).isOne();
    }

    @Test
    @DisplayName("What happened after an account took its access back has no effect, although it came in first")
    void takenBackInTheSameBatch() throws Exception {
        String before = store("customer.created", "received", customer());
        String account = "acct_" + before;
        transaction.begin();
        String after = insert(account, "customer.created", "received", customer(), 1, 10);
        String takenBack = insert(account, "account.application.deauthorized", "received",
                HexFormat.of().formatHex("{\"livemode\":true,\"data\":{\"object\":{}}}".getBytes(US_ASCII)), 2, 5);
        transaction.commit();

        until(takenBack, "state = 'processed'");
        until(after, "state = 'ignored' and reason = 'account_disconnected' and workspace_id is null");
        until(before, "state = 'ignored' and reason = 'no_tracking_metadata'");
    }

    private static String customer() {
        return HexFormat.of().formatHex("{\"livemode\":true,\"data\":{\"object\":{\"object\":\"customer\",\"id\":\"cus_1\"}}}"
                .getBytes(US_ASCII));
    }

    @Test
    @DisplayName("A refund that waits for its sale is looked at ever more rarely, not every second for a month")
    void aWaitingRefund() throws Exception {
        String id = store("charge.refunded", "received", HexFormat.of().formatHex(("{\"livemode\":true,\"data\":"
                + "{\"object\":{\"id\":\"ch_unknown\",\"amount\":100,\"amount_refunded\":100}}}").getBytes(US_ASCII)));

        until(id, "state = 'waiting' and attempts > 2 and due_at > timestampadd(second, 8, current_timestamp(3))");
    }

    /** An event whose payload is no JSON, of an account that is connected. */
    private String store(String type, String state) throws Exception {
        return store(type, state, "00");
    }

    private String store(String type, String state, String payload) throws Exception {
        String id = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        transaction.begin();
        execute("insert into stripe_connection (id, workspace_id, mode, account_id, token_hash, token_hint,"
                + " signing_secrets, live, created_at) select 'sc_" + id + "', min(w.id), 'live', 'acct_" + id
                + "', '" + id + "', '', '', true, current_timestamp(3) from workspace w");
        execute("insert into stripe_account (account_id, mode, connection_id) values ('acct_" + id
                + "', 'live', 'sc_" + id + "')");
        insert(id, "acct_" + id, type, state, payload, 0, 0);
        transaction.commit();
        return id;
    }

    private String insert(String account, String type, String state, String payload, int receivedAfter, int madeAfter) {
        String id = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        insert(id, account, type, state, payload, receivedAfter, madeAfter);
        return id;
    }

    /** @param madeAfter how many seconds from now it happened */
    private void insert(String id, String account, String type, String state, String payload, int receivedAfter,
                        int madeAfter) {
        execute("insert into stripe_event (id, source, account_id, stripe_event_id, mode, type, occurred_at,"
                + " received_at, deliveries, state, attempts, due_at) values ('" + id + "', 'live', '" + account
                + "', 'evt_" + id + "', 'live', '" + type + "', timestampadd(second, " + madeAfter
                + ", current_timestamp(3)), timestampadd(second, " + receivedAfter + ", current_timestamp(3)), 1,"
                // The message of this row is sent by the test, not by the timer.
                + " '" + state + "', 0, timestamp '"
                + (state.equals("queued") ? "2999-01-01 00:00:00" : "2000-01-01 00:00:00") + "')");
        execute("insert into stripe_event_payload (event_id, payload) values ('" + id + "', X'" + payload + "')");
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private void until(String id, String condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(id, condition) == 0) {
            assertThat(System.nanoTime()).as("%s within %s", condition, PATIENCE).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private long count(String id, String condition) {
        return ((Number) database.createNativeQuery("select count(*) from stripe_event where id = :id and " + condition)
                .setParameter("id", id).getSingleResult()).longValue();
    }

    /** The texts of the messages in the dead-letter queue. */
    private List<String> deadLetters() throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(DEAD_LETTERS))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(message -> text((Message) message)).toList();
        }
    }

    private static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
