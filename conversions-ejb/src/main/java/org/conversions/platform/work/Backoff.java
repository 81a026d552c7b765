package org.conversions.platform.work;

import java.time.Duration;

/**
 * The pauses between attempts of work that did not succeed: a first one, then four times as long each time, up to a
 * longest one. Pure.
 */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS_MAX = 30;

    /** @param attempts how many there have been since the first one, from 0 */
    public Duration pause(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(2 * attempts, DOUBLINGS_MAX));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
