package org.conversions.commission;

import java.time.Instant;

/**
 * A commission as it stands: amounts are the sums of its entries, in minor units.
 *
 * @param amount   what is left of the sale
 * @param earnings what is left of the partner's part
 * @param gross    what the partner earned before anything was taken back
 * @param paid     what the partner was paid of it, less what later payments absorbed
 * @param paidAt   when it was paid out, or null
 */
public record CommissionView(String id, String type, long amount, long earnings, long gross, long paid,
                             String currency, String status, int quantity, String invoiceId, String partnerId,
                             String customerId, String saleId, String leadId, Instant occurredAt, Instant createdAt,
                             Instant updatedAt, Instant paidAt) {

    /** @return what was paid and taken back since, and no later payment has absorbed yet: 0 or more */
    public long clawback() {
        return Math.max(0, paid - earnings);
    }
}
