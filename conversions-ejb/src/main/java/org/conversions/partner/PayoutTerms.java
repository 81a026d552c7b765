package org.conversions.partner;

/**
 * How a program earns and pays out, or a change of that: what is null stays then.
 *
 * @param currency        of custom commissions and of the minimum; in lower case, empty for the workspace's
 * @param minPayoutAmount the least that a partner is paid, in minor units; less is carried on
 * @param base            the amount of a sale that percentages are of
 */
public record PayoutTerms(String currency, Long minPayoutAmount, PayoutMode mode, CommissionBase base) {
}
