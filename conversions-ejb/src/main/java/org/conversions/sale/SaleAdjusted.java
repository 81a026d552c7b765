package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Money;

/**
 * The money of a sale went back or came again in this transaction, or a dispute about it was opened or closed.
 *
 * @param sale    as it stands now
 * @param entryId the entry that holds what moved; null when nothing did
 * @param change  negative when money went back, positive when it came again
 * @param refunds the number of refunds and lost disputes this adds; negative when one failed or was won after all
 * @param at      when it happened
 */
public record SaleAdjusted(SaleView sale, String entryId, Money change, int refunds, Instant at) {
}
