package org.conversions.stripe.inbox.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.conversions.platform.Contention;
import org.conversions.platform.NodeStops;
import org.conversions.platform.queue.QueueMessage;
import org.conversions.stripe.event.QueuedStripeEvents;
import org.conversions.stripe.inbox.InboxLimits;
import org.conversions.stripe.inbox.InboxProcessor;
import org.conversions.stripe.lane.Lane;

/**
 * Works off what the message-driven beans receive. A failure goes back to the broker, which delivers again and in the end
 * moves the message to its dead-letter queue. The row says so, and a message is sent again after ever longer pauses; in the
 * end it says failed, and can be seen and replayed without the broker.
 */
@ApplicationScoped
class QueueConsumer implements QueuedStripeEvents {

    private static final Logger LOG = System.getLogger(QueueConsumer.class.getName());

    /** The time that a stop waits for the messages that are being worked on. */
    private static final long STOP_SECONDS = 10;

    /** One permit for each message that is being worked on; a stop takes all. */
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
    /** What is about one payment is worked off one after the other: two of them would but wait for each other's rows. */
    private final List<Lock> groups = Stream.<Lock>generate(ReentrantLock::new).limit(Lane.COUNT).toList();
    private volatile boolean stopped;

    @Inject
    InboxProcessor processor;

    /** Stops, also when no message has come yet: the first may come after this. */
    void end(@Observes NodeStops now) throws InterruptedException {
        stopped = true;
        if (!permits.tryAcquire(Integer.MAX_VALUE, STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "Refunds and churn are still being worked on after " + STOP_SECONDS + " seconds");
        }
    }

    /** Does nothing during a stop, as a delivery that fails would count: the row stays due, and a message is sent again. */
    @Override
    public void process(Message message) {
        if (stopped || !permits.tryAcquire()) {
            return;
        }
        Lock group = groups.get(Lane.of(group(message)));
        group.lock();
        try {
            work(message);
        } finally {
            group.unlock();
            permits.release();
        }
    }

    private void work(Message message) {
        String id = id(message);
        try {
            // An event that lost a race to another one of the same purchase has not failed. The receipt of the message is a
            // transaction already, so no interceptor runs this one again.
            Contention.retried(() -> {
                processor.processQueued(id);
                return id;
            });
        } catch (RuntimeException e) {
            int delivery = deliveryCount(message);
            LOG.log(Level.WARNING, "Stripe event " + id + " failed at delivery " + delivery + " of "
                    + InboxLimits.DELIVERIES_MAX, e);
            processor.failed(id, Failure.kindOf(e), delivery < InboxLimits.DELIVERIES_MAX);
            throw e;
        }
    }

    private static String group(Message message) {
        try {
            String group = message.getStringProperty(QueueMessage.GROUP);
            return group == null ? message.getJMSMessageID() : group;
        } catch (JMSException e) {
            throw new IllegalArgumentException("A message without its properties", e);
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
