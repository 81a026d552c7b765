package org.conversions.stripe.inbox.work;

import java.time.Duration;
import org.conversions.stripe.inbox.InboxLimits;

/**
 * The size of the next batch: as many events as are worked off in a short time, by what the last ones took, so that what comes
 * in meanwhile does not wait for long. A batch that was full shows that more waits than that; what waits is late already, and
 * larger batches cost less for each event. Pure.
 *
 * @param nanosEach what an event took lately
 * @param backlog   how many of the last batches in a row were full
 */
record BatchSize(long nanosEach, int backlog) {

    /** Below this the commit would cost more than the events. */
    static final int MIN = 20;
    static final int MAX = InboxLimits.PROCESS_BATCH_MAX;
    static final Duration TIME = Duration.ofMillis(15);
    static final BatchSize FIRST = new BatchSize(Duration.ofMillis(1).toNanos(), 0);

    private static final int BACKLOG_MAX = 3;

    /** @return how many events the next batch may have */
    int max() {
        return (int) Math.max(MIN, Math.min(MAX, TIME.toNanos() * (1 + backlog) / nanosEach));
    }

    /** @param events that were worked off, at least one */
    BatchSize after(int events, Duration took) {
        long each = took.toNanos() / events;
        // The newest counts for a third: one that was slow by accident is soon forgotten.
        return new BatchSize(Math.max(1, nanosEach + (each - nanosEach) / 3),
                events < max() ? 0 : Math.min(BACKLOG_MAX, backlog + 1));
    }
}
