package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.platform.Contention;
import org.conversions.platform.NodeStops;
import org.conversions.platform.queue.QueueSender;
import org.conversions.platform.queue.QueueUnavailable;

/**
 * Works off the inbox on one thread: at once when something comes in, and every second anyway, because what is due
 * may have been left behind by a node that died or by a bell that nobody heard.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxWorker {

    private static final Logger LOG = Logger.getLogger(InboxWorker.class.getName());
    private static final long IDLE_MILLIS = 1_000;

    /** How long a stop waits for the batch that is being worked on. */
    private static final long STOP_MILLIS = 10_000;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private InboxProcessor processor;
    @Inject
    private QueueSender sender;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopped;
    private boolean brokerWasDown;
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::run);
        thread.start();
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        stop();
    }

    /** Not by an interrupt: that would close the embedded database's file under everybody. */
    @PreDestroy
    void stop() {
        stopped = true;
        wake();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something is due. */
    public void wake() {
        work.release();
    }

    private void run() {
        while (!stopped) {
            try {
                work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
                while (!stopped && processDue()) {
                    // There may be more.
                }
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                // During a stop its parts may be gone already: what is due stays due until the next start.
                LOG.log(stopped ? Level.FINE : Level.WARNING,
                        "The inbox cannot be worked off right now: " + rootCause(e));
            }
        }
    }

    private boolean processDue() {
        try {
            List<InboxProcessor.Message> messages = processor.processBatch(InboxLimits.PROCESS_BATCH_MAX);
            if (messages == null) {
                return false;
            }
            send(messages);
            return true;
        } catch (RuntimeException e) {
            // One of them failed and took the others with it: each gets a transaction of its own.
            LOG.log(Level.FINE, "A batch of Stripe events is split", e);
            List<String> due = processor.due(InboxLimits.PROCESS_BATCH_MAX);
            due.forEach(this::processAlone);
            return !due.isEmpty();
        }
    }

    private void processAlone(String id) {
        try {
            send(Contention.retried(() -> processor.processOne(id)));
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
                    LOG.warning("The JMS broker cannot be reached; refunds and churn wait for it: " + rootCause(e));
                }
                brokerWasDown = true;
                return; // the rows stay due, and the bell is rung again
            }
        }
    }

    /** What a merchant may read of a failure: its kind. Its message, which may hold values of others, is for the log. */
    static String kindOf(Throwable error) {
        return root(error).getClass().getSimpleName();
    }

    private static String rootCause(Throwable error) {
        return root(error).toString();
    }

    private static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
