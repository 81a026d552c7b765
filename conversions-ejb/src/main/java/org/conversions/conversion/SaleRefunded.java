package org.conversions.conversion;

import java.time.Instant;
import org.conversions.money.Share;

/**
 * Money of a sale was taken back in this transaction.
 *
 * @param entryId  the entry that holds what was taken back
 * @param amount   what this refund adds, as a positive amount in the sale's currency
 * @param refunded the whole share of the sale that is refunded by now
 * @param at       when it was refunded
 */
public record SaleRefunded(SaleView sale, String entryId, long amount, Share refunded, Instant at) {
}
