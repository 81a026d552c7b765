package org.conversions.stripe.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** Decides when a customer counts as lost: when no subscription is left and nothing was bought since. Pure. */
final class ChurnPolicy {

    private ChurnPolicy() {
    }

    /**
     * @param ends         for every known subscription when it ended, null while it runs
     * @param lastPurchase the last purchase outside any subscription, or null
     * @return when the customer was lost, or null
     */
    static Instant lostAt(Collection<Instant> ends, Instant lastPurchase) {
        if (ends.isEmpty() || ends.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        Instant last = ends.stream().max(Comparator.naturalOrder()).orElseThrow();
        return lastPurchase != null && lastPurchase.isAfter(last) ? null : last;
    }
}
