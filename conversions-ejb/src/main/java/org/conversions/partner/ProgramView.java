package org.conversions.partner;

import java.time.Instant;

/**
 * The program of a workspace.
 *
 * @param url             the address of partners' links that name none; null for none
 * @param currency        of custom commissions and of the minimum, in lower case
 * @param minPayoutAmount the least that a partner is paid, in minor units; less is carried on
 * @param commissionBase  the amount of a sale that percentages are of
 */
public record ProgramView(String id, String name, String url, String currency, long minPayoutAmount, PayoutMode payoutMode,
                          CommissionBase commissionBase, Instant createdAt) {
}
