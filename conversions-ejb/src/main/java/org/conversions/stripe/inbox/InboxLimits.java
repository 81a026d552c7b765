package org.conversions.stripe.inbox;

import java.time.Duration;

/** The bounds of the inbox, in one place. */
public final class InboxLimits {

    /** The largest body that is read; a larger one is refused without reading on (stripe.md section 1). */
    public static final int BODY_BYTES_MAX = 2 * 1024 * 1024;
    /** Deliveries that may wait for a commit; one more is answered with 503, and Stripe comes again. */
    static final int QUEUE_MAX = 2_000;
    /** And how many bytes they may have. */
    static final long QUEUE_BYTES_MAX = 32L * 1024 * 1024;
    /** Deliveries that share a commit at most. */
    static final int STORE_BATCH_MAX = 200;
    /** Events that are processed in one transaction at most. */
    static final int PROCESS_BATCH_MAX = 50;
    /** How often in a row an event may fail before it is left as failed; the pauses between add up to an hour and a half. */
    static final int FAILURES_MAX = 8;
    /** How often a message-driven bean gets a message, which is one failure of the event; the broker then moves it to the dead-letter queue. */
    static final int DELIVERIES_MAX = 4;
    /** The most days that an operator may let an event wait for what it lacks before it is left as unmatched. */
    static final int WAITING_DAYS_MAX = 3_650;
    /** The longest pause between two looks at an event that waits: what it waits for wakes it, the looks are for accidents. */
    static final Duration WAITING_PAUSE_MAX = Duration.ofDays(1);
    /** The longest pause between two messages of a bell that nobody answers. */
    static final Duration RING_PAUSE_MAX = Duration.ofMinutes(5);

    private InboxLimits() {
    }

    /** @return first pause, then four times as long each time, up to the longest */
    static Duration pause(Duration first, int attempts, Duration longest) {
        Duration pause = first.multipliedBy(1L << 2 * Math.min(attempts, 15));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
