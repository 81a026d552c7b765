package org.conversions.payout.statement;

import org.conversions.platform.id.PartnerId;

/**
 * The statements of a partner in a year, of one country and currency, in minor units.
 *
 * @param country of the partner when they were made; null when none was known
 * @param earned  the sum of the statements
 * @param taken   the sum of the credit notes
 */
public record YearTotal(PartnerId partnerId, String country, String currency, int statements, int creditNotes, long earned, long taken) {

    /** @return the sum of all of them */
    public long total() {
        return Math.addExact(earned, taken);
    }
}
