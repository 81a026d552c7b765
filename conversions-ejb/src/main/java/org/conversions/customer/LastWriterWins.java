package org.conversions.customer;

import java.time.Instant;

/**
 * Chooses between two values that were reported of the same thing. Pure: the same values in any order leave the same one.
 * Within one of Stripe's seconds the newer one cannot be known, so the choice only has to be always the same: the one
 * that sorts last.
 */
final class LastWriterWins {

    private LastWriterWins() {
    }

    /**
     * @param known   may be null
     * @param knownAt null when it is not known: then any report is newer. With a time, null itself was reported
     * @param reported null reports nothing
     */
    static boolean replaces(String known, Instant knownAt, String reported, Instant reportedAt) {
        if (reported == null || reported.equals(known) && knownAt != null && !reportedAt.isAfter(knownAt)) {
            return false;
        }
        if (knownAt == null) {
            return true;
        }
        int later = reportedAt.compareTo(knownAt);
        return later > 0 || later == 0 && known != null && reported.compareTo(known) > 0;
    }
}
