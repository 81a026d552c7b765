package org.conversions.reward;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The place of a sale among those of a buyer that go back to a partner. A sale that was all taken back before does not count.
 * Pure.
 *
 * @param earlier the number of sales before it
 * @param firstAt when the first of them was paid; null when there is none
 * @param at      when it was paid itself
 */
public record Slot(int earlier, Instant firstAt, Instant at) {

    /** The first sale of a buyer. */
    public static Slot first(Instant at) {
        return new Slot(0, null, at);
    }

    boolean isFirst() {
        return firstAt == null;
    }

    /** @return the calendar months that have passed in full since the first one, in UTC */
    public long months() {
        return isFirst() ? 0 : ChronoUnit.MONTHS.between(firstAt.atZone(ZoneOffset.UTC), at.atZone(ZoneOffset.UTC));
    }

    /**
     * @param maxMonths for how long there is a reward: 0 for the first sale only, null for ever
     * @return true when that time is over: at the first one's time so many calendar months later, to the second
     */
    boolean isOver(Integer maxMonths) {
        return maxMonths != null && !isFirst()
                && (maxMonths == 0 || !at.isBefore(firstAt.atZone(ZoneOffset.UTC).plusMonths(maxMonths).toInstant()));
    }
}
