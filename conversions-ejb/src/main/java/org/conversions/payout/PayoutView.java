package org.conversions.payout;

import java.time.Instant;
import org.conversions.partner.PayoutMode;
import org.conversions.platform.id.PartnerId;

/**
 * A payout as it stands.
 *
 * @param batchId null for one that was made outside, when commissions were marked as paid
 * @param way     internal or external
 */
public record PayoutView(String id, String batchId, PartnerId partnerId, String currency, PayoutStatus status, PayoutMode way, Sums sums,
                         Times times, Outcome outcome) {

    /**
     * The sums of its parts, in minor units.
     *
     * @param earned      the sum that was open of commissions
     * @param absorbed    the sum that was taken back of those that were paid earlier, positive
     * @param drafted     what the partner was to get when its batch was drafted
     * @param commissions how many it was for then
     */
    public record Sums(long earned, long absorbed, long drafted, int commissions) {
    }

    /** The times of its life. @param periodStart when the first of its commissions was earned @param initiatedAt when it was confirmed */
    public record Times(Instant createdAt, Instant updatedAt, Instant periodStart, Instant periodEnd, Instant initiatedAt,
                        Instant paidAt, Instant returnedAt) {
    }

    /** What became of it. @param traceId the name of the transfer where it was made @param person who said so @param sending while this server sends it */
    public record Outcome(String failureReason, String traceId, String person, boolean sending) {
    }

    /** @return the sum that the partner gets */
    public long amount() {
        return sums.earned() - sums.absorbed();
    }
}
