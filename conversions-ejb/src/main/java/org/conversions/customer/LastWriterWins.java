package org.conversions.customer;

import java.time.Instant;

/**
 * Which of two values that were told of the same thing stands. Pure: the same values in any order leave the same one.
 * Within one of Stripe's seconds nobody can tell which is newer, so the choice only has to be always the same: the one
 * that sorts last.
 */
final class LastWriterWins {

    private LastWriterWins() {
    }

    /**
     * @param known   may be null
     * @param knownAt null when nobody knows: then anything told is newer. With a time, null was told to be right
     * @param told    null tells nothing
     */
    static boolean replaces(String known, Instant knownAt, String told, Instant reportedAt) {
        if (told == null || told.equals(known) && knownAt != null && !reportedAt.isAfter(knownAt)) {
            return false;
        }
        if (knownAt == null) {
            return true;
        }
        int later = reportedAt.compareTo(knownAt);
        return later > 0 || later == 0 && known != null && told.compareTo(known) > 0;
    }
}
