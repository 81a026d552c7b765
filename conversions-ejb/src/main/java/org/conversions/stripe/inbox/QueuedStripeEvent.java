package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.platform.Contention;
import org.conversions.platform.NodeStops;

/**
 * What the message-driven beans have in common: the message carries the id of an inbox row, the work is done in a
 * transaction of its own, and a failure goes back to the broker, which delivers again and in the end moves the message
 * to its dead-letter queue. The row says so, and its bell is rung again after ever longer pauses; in the end it says failed,
 * and can be seen and replayed without the broker.
 */
@ApplicationScoped
class QueuedStripeEvent {

    private static final Logger LOG = Logger.getLogger(QueuedStripeEvent.class.getName());

    /** How long a stop waits for the messages that are being worked on. */
    private static final long STOP_SECONDS = 10;

    /** One permit for each message that is being worked on; a stop takes all. */
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean stopped;

    @Inject
    InboxProcessor processor;

    /** Also when no message has come yet: the first may come after this. */
    void end(@Observes NodeStops now) throws InterruptedException {
        stopped = true;
        if (!permits.tryAcquire(Integer.MAX_VALUE, STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warning("Refunds and churn are still being worked on after " + STOP_SECONDS + " seconds");
        }
    }

    /**
     * Does nothing during a stop, as a delivery that fails would count: the row stays due, and its bell is rung again.
     *
     * @throws RuntimeException when the message is to be delivered again
     */
    void onMessage(Message message) {
        if (stopped || !permits.tryAcquire()) {
            return;
        }
        try {
            work(message);
        } finally {
            permits.release();
        }
    }

    private void work(Message message) {
        String id = id(message);
        try {
            // Who lost a race to another event of the same purchase has not failed.
            Contention.retried(() -> {
                processor.processQueued(id);
                return id;
            });
        } catch (RuntimeException e) {
            int delivery = deliveryCount(message);
            LOG.log(Level.WARNING, "Stripe event " + id + " failed at delivery " + delivery + " of "
                    + InboxLimits.DELIVERIES_MAX, e);
            processor.failed(id, InboxWorker.kindOf(e), delivery < InboxLimits.DELIVERIES_MAX);
            throw e;
        }
    }

    private static String id(Message message) {
        try {
            if (message instanceof TextMessage text && text.getText() != null) {
                return text.getText();
            }
            throw new IllegalArgumentException("A message without the id of an event: " + message.getJMSMessageID());
        } catch (JMSException e) {
            throw new IllegalArgumentException("A message that cannot be read", e);
        }
    }

    private static int deliveryCount(Message message) {
        try {
            return message.getIntProperty("JMSXDeliveryCount");
        } catch (JMSException e) {
            throw new IllegalArgumentException("A message without a delivery count", e);
        }
    }
}
