package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Schedules the recheck of a settled event that began to listen only as it settled: what it listens for may have come between
 * what it read and its commit, without being heard. After a burst the rechecks come one by one, so that what Stripe reports
 * next does not queue up behind all of them.
 */
@ApplicationScoped
class SettledEventRecheck {

    /** The soonest: once the event is stored as one that listens, any time will do. */
    static final Duration PAUSE = Duration.ofSeconds(1);
    /** The distance of two: at most 50 a second, about a quarter of what one node works off. */
    static final Duration APART = Duration.ofMillis(20);
    /** The latest: while more come than that for good, they do not fall behind for ever. */
    static final Duration LATEST = Duration.ofMinutes(5);

    private Instant last = Instant.EPOCH;

    /** @return when an event that settles now is due again */
    synchronized Instant after(Instant now) {
        Instant soonest = now.plus(PAUSE);
        Instant inLine = last.plus(APART);
        Instant latest = now.plus(LATEST);
        last = inLine.isBefore(soonest) ? soonest : inLine.isAfter(latest) ? latest : inLine;
        return last;
    }
}
