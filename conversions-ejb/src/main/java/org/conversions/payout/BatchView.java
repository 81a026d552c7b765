package org.conversions.payout;

import java.time.Instant;

/**
 * A batch as it stands.
 *
 * @param cutoff          what was due until then is in it
 * @param minPayoutAmount what a partner had to get at least, in minor units of its currency
 * @param confirmed       null until it is
 * @param canceled        null unless it is
 */
public record BatchView(String id, BatchStatus status, String currency, Instant cutoff, long minPayoutAmount, Sums sums, Step created,
                        Step confirmed, Step canceled) {

    /**
     * The sums of its payouts, in minor units.
     *
     * @param payouts how many there are by which a partner gets something
     * @param draftedPayouts how many there were when it was drafted
     */
    public record Sums(int payouts, long amount, int draftedPayouts, long draftedAmount) {
    }

    /** A step of its life. @param person who took it; null for the system */
    public record Step(Instant at, String person) {

        static Step of(Instant at, String person) {
            return at == null ? null : new Step(at, person);
        }
    }
}
