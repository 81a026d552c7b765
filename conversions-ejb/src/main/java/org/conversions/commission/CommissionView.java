package org.conversions.commission;

import java.time.Instant;

/**
 * A commission as it stands: amounts are the sums of its entries, in minor units.
 *
 * @param amount   what is left of the sale
 * @param earnings what is left of the partner's part
 * @param gross    what the partner earned before anything was taken back
 */
public record CommissionView(String id, String type, long amount, long earnings, long gross, String currency,
                             String status, int quantity, String invoiceId, String partnerId, String customerId,
                             String saleId, Instant occurredAt, Instant createdAt, Instant updatedAt) {
}
