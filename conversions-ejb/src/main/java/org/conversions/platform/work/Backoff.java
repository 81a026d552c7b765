package org.conversions.platform.work;

import java.time.Duration;

/**
 * The pauses of work that did not succeed: a first one, then a few times as long each time, up to a longest one. Pure.
 *
 * @param doublings how often a pause is doubled before the next attempt: 1 makes it twice as long each time, 2 four times
 */
public record Backoff(Duration first, Duration longest, int doublings) {

    private static final int DOUBLINGS_MAX = 30;

    /** Makes each pause four times as long as the one before. */
    public Backoff(Duration first, Duration longest) {
        this(first, longest, 2);
    }

    /** @param attempts how many there have been since the first one, from 0 */
    public Duration pause(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(DOUBLINGS_MAX, doublings * Math.min(attempts, DOUBLINGS_MAX)));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
