package org.conversions.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A part of a whole, kept exact until it is applied to an amount, so that there is one rounding and it is the last
 * step. What was refunded of a charge is a share, what a charge paid of an invoice is one, and so is a percentage.
 * Kept in lowest terms: equal shares are equal.
 *
 * @param part  0 or more and never more than the whole
 * @param whole more than 0
 */
public record Share(BigInteger part, BigInteger whole) {

    public static final Share NONE = new Share(0, 1);
    public static final Share ALL = new Share(1, 1);
    private static final long BASIS_POINTS = 10_000;

    public Share {
        if (whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException("Not a share: " + part + " of " + whole);
        }
        BigInteger divisor = part.gcd(whole);
        part = part.divide(divisor);
        whole = whole.divide(divisor);
    }

    public Share(long part, long whole) {
        this(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** @param basisPoints hundredths of a percent, 0 to 10 000 */
    public static Share ofBasisPoints(int basisPoints) {
        return new Share(basisPoints, BASIS_POINTS);
    }

    /** @return the share that {@link #toString} wrote */
    public static Share parse(String text) {
        int slash = text.indexOf('/');
        return new Share(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /** @return this share of an amount in minor units, rounded half up: all of it for the whole, 0 for nothing */
    public long of(long amount) {
        if (part.equals(whole)) {
            return amount;
        }
        return new BigDecimal(BigInteger.valueOf(amount).multiply(part))
                .divide(new BigDecimal(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** @return the change of an amount of which this share goes back: 0 or negative, rounded as {@link #of} */
    public long backFrom(long amount) {
        return -of(amount);
    }

    /** @return this share of another one */
    public Share times(Share other) {
        return new Share(part.multiply(other.part), whole.multiply(other.whole));
    }

    /** @return both together, and never more than all */
    public Share plus(Share other) {
        BigInteger sum = part.multiply(other.whole).add(other.part.multiply(whole));
        BigInteger common = whole.multiply(other.whole);
        return new Share(sum.min(common), common);
    }

    /** @param other more than nothing @return this share of the whole as a share of another one, and never more than all of that */
    public Share within(Share other) {
        BigInteger more = part.multiply(other.whole);
        BigInteger all = whole.multiply(other.part);
        return new Share(more.min(all), all);
    }

    public boolean isLessThan(Share other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole)) < 0;
    }

    /** @return as {@code part/whole} */
    @Override
    public String toString() {
        return part + "/" + whole;
    }
}
