package org.conversions.sample;

import java.time.Instant;

/**
 * A sample month, and how far it is.
 *
 * @param done       steps of its total: of the month, or of its removal
 * @param startedAt  when it was asked for, which is also the end of the month
 * @param finishedAt when all of it had been played; null before
 * @param problem    a sentence when it is stuck, or null
 */
public record SampleView(SampleState state, int done, int total, Instant startedAt, Instant finishedAt, String problem) {
}
