package org.conversions.commission;

/**
 * The sums of what was recorded of a commission, in minor units. Pure.
 *
 * @param entries  their number; 0 for one that is about to be made
 * @param sold     as recorded last, before anything was taken back
 * @param earned   the same
 * @param amount   the sum of its entries: what is left of the sale
 * @param earnings the sum of its entries: what is left of the partner's part
 * @param disputed whether a dispute was open
 * @param hold     who else held it; or null
 * @param stage    how far it is on its way to the partner
 */
record LedgerBalance(int entries, long sold, long earned, long amount, long earnings, boolean disputed, Hold hold, Stage stage) {

    static final LedgerBalance NEW = new LedgerBalance(0, 0, 0, 0, 0, false, null, Stage.OPEN);
}
