package org.conversions.link.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The result of a look for the record of a domain in service. The buyer of a name that has lapsed cannot have the old
 * owner's record, and a mistake in the DNS is corrected sooner than within a week: so it takes two looks without it,
 * within a month. Pure.
 *
 * @param missingSince the time when the record was missed first; null when it was seen
 * @param inService    whether the domain goes on leading to links
 */
public record DomainCheck(Instant missingSince, boolean inService) {

    static final Duration EVERY = Duration.ofDays(7);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    /** @param missingBefore the time when a look before missed the record, or null */
    static DomainCheck of(Instant missingBefore, boolean seen, Instant now) {
        if (seen) {
            return new DomainCheck(null, true);
        }
        boolean first = missingBefore == null || missingBefore.plus(FORGOTTEN_AFTER).isBefore(now);
        return new DomainCheck(first ? now : missingBefore, first);
    }
}
