package org.conversions.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Finds a new rate that is too different to be believed. A decimal point in the wrong place, a rate the wrong way round or one
 * of another currency would turn into wrong commissions before anyone looks; a true jump is rare and can be confirmed.
 */
final class JumpPolicy {

    /** A change by more than this share of the rate that holds is a jump. */
    static final int PERCENT_MAX = 25;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private JumpPolicy() {
    }

    /**
     * @param current the newest accepted rate, units per dollar, or null when there is none: then anything goes
     * @param next    the rate that is to be, units per dollar
     */
    static boolean jumps(BigDecimal current, BigDecimal next) {
        // Multiplied out, so that exactly a quarter is not a matter of rounding.
        return current != null && next.subtract(current).abs().multiply(HUNDRED)
                .compareTo(current.multiply(BigDecimal.valueOf(PERCENT_MAX))) > 0;
    }

    /** @return by how many percent the next rate is above the current one (below: negative), to two decimals */
    static BigDecimal changePercent(BigDecimal current, BigDecimal next) {
        return next.subtract(current).multiply(HUNDRED).divide(current, 2, RoundingMode.HALF_UP);
    }
}
