package org.conversions.web.limit;

import java.time.Instant;

/**
 * The requests that a caller has left.
 *
 * @param limit     how many there are in a minute
 * @param remaining how many are left of them after this one
 * @param reset     when there are as many as at the beginning again
 * @param granted   whether this one was still among them
 */
public record Allowance(int limit, int remaining, Instant reset, boolean granted) {

    /** @return seconds until the reset, rounded up, at least 1 */
    public long secondsFrom(Instant now) {
        return Math.max(1, (reset.toEpochMilli() - now.toEpochMilli() + 999) / 1000);
    }

    /** @return the first whole second since 1970 at which there are all of them again */
    long resetSecond() {
        return (reset.toEpochMilli() + 999) / 1000;
    }
}
