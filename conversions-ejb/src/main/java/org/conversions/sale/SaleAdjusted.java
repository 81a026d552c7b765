package org.conversions.sale;

import java.time.Instant;

/**
 * The money of a sale went back or came again in this transaction, or a dispute about it was opened or closed.
 *
 * @param sale    as it stands now
 * @param entryId the entry that holds what moved; null when nothing did
 * @param amount  what this takes back in the sale's currency; negative when it gives back
 * @param refunds how many refunds and lost disputes this adds; negative when one failed or was won after all
 * @param at      when it happened
 */
public record SaleAdjusted(SaleView sale, String entryId, long amount, int refunds, Instant at) {
}
