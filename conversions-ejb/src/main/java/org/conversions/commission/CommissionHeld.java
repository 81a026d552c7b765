package org.conversions.commission;

/** A dispute came to hold a commission in this transaction, or it came free. @param held false when it came free */
public record CommissionHeld(String commissionId, boolean held) {
}
