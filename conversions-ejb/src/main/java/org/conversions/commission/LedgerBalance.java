package org.conversions.commission;

/**
 * The sums of what was recorded of a commission, in minor units. Pure.
 *
 * @param entries  their number; 0 for one that is about to be made
 * @param sold     as recorded last, before anything was taken back
 * @param earned   the same
 * @param amount   the sum of its entries: what is left of the sale
 * @param earnings the sum of its entries: what is left of the partner's part
 * @param manualStatus the status that the operator set: canceled, fraud, duplicate or refunded; or null
 * @param paid     true when it was paid out once
 */
record LedgerBalance(int entries, long sold, long earned, long amount, long earnings, CommissionStatus manualStatus,
                boolean paid) {

    static final LedgerBalance NEW = new LedgerBalance(0, 0, 0, 0, 0, null, false);
}
