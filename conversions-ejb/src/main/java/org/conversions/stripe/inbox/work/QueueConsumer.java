package org.conversions.stripe.inbox.work;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.conversions.platform.Contention;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.NodeStops;
import org.conversions.stripe.event.QueuedStripeEvents;
import org.conversions.stripe.inbox.InboxLimits;
import org.conversions.stripe.inbox.InboxProcessor;

/**
 * Works off what the message-driven beans receive. Messages that are there at the same time share a transaction, and none of
 * them waits for rows that another one of them has locked. A failure goes back to the broker, which delivers again and in the end
 * moves the message to its dead-letter queue. The row says so, and a message is sent again after ever longer pauses; in the
 * end it says failed, and can be seen and replayed without the broker.
 */
@ApplicationScoped
class QueueConsumer implements QueuedStripeEvents {

    private static final Logger LOG = System.getLogger(QueueConsumer.class.getName());

    /** The time that a stop waits for the messages that are being worked on. */
    private static final long STOP_SECONDS = 10;

    /** More than there are sessions of all queues together, as each of them hands in one message and waits. */
    private static final int WAITING_MAX = 1_000;
    private static final int BATCH_MAX = 64;

    /** One permit for each message that is being worked on; a stop takes all. */
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean stopped;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private InboxProcessor processor;
    private GroupCommit<String> events;

    @PreDestroy
    synchronized void close() {
        if (events != null) {
            events.close();
        }
    }

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
        try {
            work(message);
        } finally {
            permits.release();
        }
    }

    private void work(Message message) {
        String id = id(message);
        try {
            events().submit(id).join();
        } catch (CompletionException e) {
            int delivery = deliveryCount(message);
            LOG.log(Level.WARNING, "Stripe event " + id + " failed at delivery " + delivery + " of "
                    + InboxLimits.DELIVERIES_MAX, e.getCause());
            processor.failed(id, Failure.kindOf(e.getCause()), delivery < InboxLimits.DELIVERIES_MAX);
            throw e;
        }
    }

    /** Begins with the first message: a stop, when no thread can be had any more, may be the first that this hears of. */
    private synchronized GroupCommit<String> events() {
        if (events == null) {
            events = new GroupCommit<>(WAITING_MAX, BATCH_MAX, threads, this::work, () -> { });
        }
        return events;
    }

    /** @param ids one alone after those that came together have failed, because of any of them */
    private void work(List<String> ids) {
        if (ids.size() > 1) {
            processor.processQueued(ids);
        } else {
            // An event that lost a race to another one of the same purchase has not failed.
            Contention.retried(() -> {
                processor.processQueued(ids);
                return ids;
            });
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
