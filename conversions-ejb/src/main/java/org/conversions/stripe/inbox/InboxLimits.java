package org.conversions.stripe.inbox;

import java.time.Duration;

/** The bounds of the inbox, in one place. */
public final class InboxLimits {

    /** The largest body that is read; a larger one is refused without reading on. */
    public static final int BODY_BYTES_MAX = 2 * 1024 * 1024;
    /** Deliveries that may wait for a commit; one more is answered with 503, and Stripe comes again. */
    static final int QUEUE_MAX = 2_000;
    /** The bytes that they may have together. */
    static final long QUEUE_BYTES_MAX = 32L * 1024 * 1024;
    /** Deliveries that share a commit at most. */
    static final int STORE_BATCH_MAX = 200;
    /** Events that are processed in one transaction at most. */
    public static final int PROCESS_BATCH_MAX = 50;
    /** The number of failures in a row after which an event is left as failed; the pauses between add up to an hour and a half. */
    static final int FAILURES_MAX = 8;
    /**
     * The number of times that a message-driven bean gets a message, which is one failure of the event; the broker then moves
     * it to the dead-letter queue.
     */
    public static final int DELIVERIES_MAX = 4;
    /** The most days that an operator may let an event wait for what it lacks before it is left as unmatched. */
    static final int WAITING_DAYS_MAX = 3_650;
    /** The longest pause between two attempts at an event that waits: what it waits for wakes it, the attempts are for accidents. */
    static final Duration WAITING_PAUSE_MAX = Duration.ofDays(1);
    /** The longest pause between two messages for an event of which no bean has done the work. */
    static final Duration MESSAGE_PAUSE_MAX = Duration.ofMinutes(5);
    /** The longest explanation, in characters; the width of its column. */
    public static final int EXPLANATION_MAX = 1_000;

    private InboxLimits() {
    }
}
