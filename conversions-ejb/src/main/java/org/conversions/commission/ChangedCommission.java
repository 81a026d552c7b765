package org.conversions.commission;

/**
 * A commission that an operator changed.
 *
 * @param payoutId the payout of all that was marked as paid with it; null when nothing was
 */
public record ChangedCommission(String id, CommissionStatus status, String payoutId) {
}
