package org.conversions.commission;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;

/**
 * A commission as it stands.
 *
 * @param currency    of the sums, in lower case
 * @param held        who holds it, and why; null when nobody does
 * @param termsId     of the reward that it was earned by; null for a custom one
 * @param description what a custom one is for; null for the others
 * @param userId      the person who made it; null for what was earned
 * @param base        the amount that percentages are of; null when that is the amount of the sale
 */
public record CommissionView(String id, String type, CommissionStatus status, int quantity, Sums sums, String currency,
                             Subject subject, Times times, Held held, String termsId, String description, String userId,
                             EarningBase base) {

    /**
     * The sums of its entries, in minor units.
     *
     * @param amount   left of the sale
     * @param earnings left of the partner's part
     * @param gross    earned by the partner before anything was taken back
     * @param paid     paid to the partner of it, less what later payouts absorbed
     */
    public record Sums(long amount, long earnings, long gross, long paid) {

        /** @return the amount that was paid and taken back since, and no later payout has absorbed yet: 0 or more */
        public long clawback() {
            return Math.max(0, paid - earnings);
        }
    }

    /** The partner who earns it, and the sale or the lead of a customer that it is earned by. */
    public record Subject(PartnerId partnerId, CustomerId customerId, SaleId saleId, String invoiceId, String leadId) {
    }

    /** The times of its life. @param paidAt when it was paid out, or null @param dueAt when its holding period ends */
    public record Times(Instant occurredAt, Instant createdAt, Instant updatedAt, Instant paidAt, Instant dueAt) {
    }

    /** Who holds a commission. @param reason in the operator's words, or a word of the guard; null for a dispute */
    public record Held(Hold by, String reason) {
    }
}
