package org.conversions.report.total;

import java.time.Instant;

/**
 * What a partner earned in one currency, by how far it is from being paid, in minor units.
 *
 * @param currency  in lower case
 * @param pending   in its holding period
 * @param held      kept back by a dispute, the guard or the merchant
 * @param due       waits for the next payout; negative when more was taken back after it was paid
 * @param processed in a payout that is not paid yet
 * @param paid      paid out, less what later payouts absorbed
 * @param nextDueAt when the next of what is pending comes due; null when nothing is
 */
public record PartnerBalance(String currency, long pending, long held, long due, long processed, long paid, Instant nextDueAt) {
}
