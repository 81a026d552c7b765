package org.conversions.stripe.inbox.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.conversions.platform.work.WorkLoop;
import org.conversions.stripe.inbox.InboxProcessor;
import org.conversions.stripe.lane.NodeLanes;

/**
 * Works off what is due in some lanes, batch after batch. A batch in which an event fails is halved until that one is alone, so
 * that the others pay for it with a few transactions more.
 */
final class LaneWorker {

    private static final Logger LOG = System.getLogger(LaneWorker.class.getName());

    private final InboxProcessor processor;
    private final MessageSender messages;
    private final WorkLoop loop;
    private BatchSize size = BatchSize.FIRST;

    /** @param number among the workers of the node */
    LaneWorker(int number, NodeLanes lanes, InboxProcessor processor, MessageSender messages) {
        this.processor = processor;
        this.messages = messages;
        loop = new WorkLoop(LOG, "The inbox cannot be worked off right now", Duration.ofSeconds(1), Duration.ofSeconds(10),
                () -> lanes.with(number, this::processDue));
    }

    void start(ThreadFactory threads) {
        loop.start(threads);
    }

    void stop() {
        loop.stop();
    }

    void wake() {
        loop.wake();
    }

    /** @param between two looks when nothing is due, and nobody on this node says that something is */
    void looksEvery(Duration between) {
        loop.idles(between);
    }

    /** @return false when nothing is due that can be worked off now */
    private boolean processDue(Set<Integer> lanes) {
        long begun = System.nanoTime();
        List<String> due = processor.due(lanes, size.max());
        if (due.isEmpty()) {
            return false;
        }
        int done = process(due);
        if (done == 0) {
            // Somebody stands still with them, a node perhaps that still has to be found dead: what is behind them goes on.
            done = sent(processor.processPast(lanes, BatchSize.MIN));
        } else {
            size = size.after(due.size(), Duration.ofNanos(System.nanoTime() - begun));
        }
        return done > 0;
    }

    private int process(List<String> ids) {
        if (ids.size() == 1) {
            return processAlone(ids.get(0));
        }
        try {
            return sent(processor.processBatch(ids));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A batch of Stripe events is halved", e);
            return process(ids.subList(0, ids.size() / 2)) + process(ids.subList(ids.size() / 2, ids.size()));
        }
    }

    private int processAlone(String id) {
        try {
            return sent(processor.processOne(id));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe event " + id + " failed", e);
            processor.failed(id, Failure.kindOf(e), false);
            return 1;
        }
    }

    private int sent(InboxProcessor.Worked worked) {
        messages.send(worked.messages());
        return worked.events();
    }
}
