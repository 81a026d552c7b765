package org.conversions.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, kept exact until it is applied to an amount, so that there is one rounding and it is the last
 * step. What was refunded of a charge is a share, and so is a percentage.
 *
 * @param part  0 or more and never more than the whole
 * @param whole more than 0
 */
public record Share(long part, long whole) {

    public static final Share ALL = new Share(1, 1);
    private static final long BASIS_POINTS = 10_000;

    public Share {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("Not a share: " + part + " of " + whole);
        }
    }

    /** @param basisPoints hundredths of a percent, 0 to 10 000 */
    public static Share ofBasisPoints(int basisPoints) {
        return new Share(basisPoints, BASIS_POINTS);
    }

    /** @return this share of an amount in minor units, rounded half up: all of it for the whole, 0 for nothing */
    public long of(long amount) {
        if (part == whole) {
            return amount;
        }
        return BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }
}
