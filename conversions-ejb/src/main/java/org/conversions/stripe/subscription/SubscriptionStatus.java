package org.conversions.stripe.subscription;

import java.time.Instant;

/**
 * A status of a subscription, as Stripe reported it. Pure.
 *
 * @param status Stripe's word, or null when it was not reported
 * @param at     when the reporting event was made, in whole seconds; null when nothing was reported yet
 */
record SubscriptionStatus(String status, Instant at) {

    /** The status that a subscription begins with: no other one is followed by it. */
    private static final String INCOMPLETE = "incomplete";

    /**
     * Decides which of two reports counts: the later one. Of two within the same second it is not known which came later, so
     * the same one has to win in either order: any status wins over {@code incomplete} and over none, and of two others the one
     * that is later in the alphabet.
     *
     * @return whether the other one takes the place of this one
     */
    boolean isReplacedBy(SubscriptionStatus other) {
        if (at == null || !at.equals(other.at)) {
            return at == null || at.isBefore(other.at);
        }
        if (status == null || status.equals(INCOMPLETE)) {
            return true;
        }
        return other.status != null && !other.status.equals(INCOMPLETE) && status.compareTo(other.status) < 0;
    }
}
