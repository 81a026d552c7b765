package org.conversions.stripe.inbox.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.conversions.platform.NodeStops;
import org.conversions.platform.queue.QueueMessage;
import org.conversions.platform.queue.QueueSender;
import org.conversions.platform.queue.QueueUnavailable;
import org.conversions.platform.work.WorkLoop;

/**
 * Sends the messages of committed batches on a thread of its own, so that no worker waits for the broker's disk: all that
 * have gathered meanwhile at once. A message that is not sent is lost, and may be: its row is due again.
 */
@ApplicationScoped
class MessageSender {

    private static final Logger LOG = System.getLogger(MessageSender.class.getName());
    private static final int WAITING_MAX = 10_000;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private QueueSender sender;
    private final BlockingQueue<QueueMessage> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final WorkLoop loop = new WorkLoop(LOG, "Messages cannot be sent right now", Duration.ofSeconds(1),
            Duration.ofSeconds(10), this::sendWaiting);
    private boolean brokerWasDown;

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** Stops when the workers have. */
    void end(@Observes(notifyObserver = Reception.IF_EXISTS) @Priority(Interceptor.Priority.APPLICATION + 1_000) NodeStops now) {
        stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
        sendWaiting();
    }

    /** @param messages of a batch that is committed; none are fine */
    public void send(List<QueueMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        for (QueueMessage message : messages) {
            if (!waiting.offer(message)) {
                LOG.log(Level.DEBUG, "The broker is slow; the rest is sent when it is due again");
                break;
            }
        }
        loop.wake();
    }

    private boolean sendWaiting() {
        List<QueueMessage> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            sender.send(batch);
            brokerWasDown = false;
        } catch (QueueUnavailable e) {
            if (!brokerWasDown) {
                LOG.log(Level.WARNING, "The JMS broker cannot be reached; refunds and churn wait for it: " + Failure.root(e));
            }
            brokerWasDown = true; // the rows stay due, and their messages are sent again
        }
        return true;
    }
}
