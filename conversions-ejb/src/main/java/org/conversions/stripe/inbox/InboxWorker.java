package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.queue.QueueSender;
import org.conversions.platform.queue.QueueUnavailable;
import org.conversions.platform.work.WorkLoop;

/**
 * Works off the inbox on one thread: at once when something comes in, and every second anyway, because what is due
 * may have been left behind by a node that died or by a message that was lost.
 */
@Singleton
@Startup
@DependsOn("JournaledClicks")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxWorker {

    private static final Logger LOG = System.getLogger(InboxWorker.class.getName());

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private InboxProcessor processor;
    @Inject
    private QueueSender sender;
    private final WorkLoop loop = new WorkLoop(LOG, "The inbox cannot be worked off right now",
            Duration.ofSeconds(1), Duration.ofSeconds(10), this::processDue);
    private boolean brokerWasDown;

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        loop.stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** Begins at once with what is due. */
    public void wake() {
        loop.wake();
    }

    /** @return false when nothing is due */
    private boolean processDue() {
        try {
            Optional<List<InboxProcessor.Message>> messages = processor.processBatch(InboxLimits.PROCESS_BATCH_MAX);
            messages.ifPresent(this::send);
            return messages.isPresent();
        } catch (RuntimeException e) {
            // One of them failed and took the others with it: each gets a transaction of its own.
            LOG.log(Level.DEBUG, "A batch of Stripe events is split", e);
            List<String> due = processor.due(InboxLimits.PROCESS_BATCH_MAX);
            due.forEach(this::processAlone);
            return !due.isEmpty();
        }
    }

    private void processAlone(String id) {
        try {
            send(processor.processOne(id));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe event " + id + " failed", e);
            processor.failed(id, kindOf(e), false);
        }
    }

    private void send(List<InboxProcessor.Message> messages) {
        for (InboxProcessor.Message message : messages) {
            try {
                sender.send(message.queue(), message.eventId());
                brokerWasDown = false;
            } catch (QueueUnavailable e) {
                if (!brokerWasDown) {
                    LOG.log(Level.WARNING, "The JMS broker cannot be reached; refunds and churn wait for it: " + root(e));
                }
                brokerWasDown = true;
                return; // the rows stay due, and their messages are sent again
            }
        }
    }

    /** @return what a merchant may read of a failure: its kind. Its message, which may hold values of others, is for the log */
    static String kindOf(Throwable error) {
        return root(error).getClass().getSimpleName();
    }

    private static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
