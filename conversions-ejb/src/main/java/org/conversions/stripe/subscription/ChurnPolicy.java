package org.conversions.stripe.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;

/** Decides when a customer counts as lost: when no subscription is left and nothing was bought since. Pure. */
final class ChurnPolicy {

    private ChurnPolicy() {
    }

    /**
     * @param ends         for every known subscription when it ended, null while it runs
     * @param boughtSince  tells whether anything was bought outside any subscription after a time
     * @return when the customer was lost, or null
     */
    static Instant lostAt(Collection<Instant> ends, Predicate<Instant> boughtSince) {
        if (ends.isEmpty() || ends.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        Instant last = ends.stream().max(Comparator.naturalOrder()).orElseThrow();
        return boughtSince.test(last) ? null : last;
    }
}
