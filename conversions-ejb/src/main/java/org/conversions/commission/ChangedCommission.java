package org.conversions.commission;

/**
 * What became of a commission that an operator changed.
 *
 * @param payment what the partner is to be paid for all that was marked as paid with it; null when nothing was
 */
public record ChangedCommission(String id, CommissionStatus status, PayoutView payment) {
}
