package org.conversions.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Turns an amount of one currency into another. Both are measured in a third, the base, as rate tables do; the cross
 * stays a fraction until it meets the amount, so that there is one rounding, half up, and it is the last step.
 *
 * @param source        the currency that amounts come in, one of {@link Currencies}
 * @param sourcePerBase the units of it that one unit of the base is worth, more than 0
 * @param target        the currency that amounts become, one of {@link Currencies}
 * @param targetPerBase the units of it that one unit of the base is worth, more than 0
 */
public record ExchangeRate(String source, BigDecimal sourcePerBase, String target, BigDecimal targetPerBase) {

    /** Decimals of {@link #rate}: as many as a stored rate has. */
    public static final int DECIMALS = 18;

    /** @throws IllegalArgumentException for a currency that is not known or a rate that is not more than 0 */
    public ExchangeRate {
        if (!Currencies.known(source) || !Currencies.known(target)) {
            throw new IllegalArgumentException("No rate from " + source + " to " + target);
        }
        if (sourcePerBase.signum() <= 0 || targetPerBase.signum() <= 0) {
            throw new IllegalArgumentException("Not a rate: " + targetPerBase + " / " + sourcePerBase);
        }
    }

    /** @param rate units of the target for one of the source, more than 0 */
    public static ExchangeRate of(String source, String target, BigDecimal rate) {
        return new ExchangeRate(source, BigDecimal.ONE, target, rate);
    }

    /** @return units of the target for one unit of the source, to {@link #DECIMALS} decimals, to be kept and shown */
    public BigDecimal rate() {
        BigDecimal rate = targetPerBase.divide(sourcePerBase, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    /**
     * @param amount in the source currency
     * @return the same worth in the target currency, rounded half up; the very amount when both are one currency
     * @throws IllegalArgumentException when the amount is in another currency
     * @throws ArithmeticException      when the result is beyond 64 bits: there is no wrong number
     */
    public Money convert(Money amount) {
        if (!amount.currency().equals(source)) {
            throw new IllegalArgumentException("A rate of " + source + " is none of " + amount.currency());
        }
        if (source.equals(target)) {
            return amount;
        }
        BigDecimal worth = BigDecimal.valueOf(amount.minor())
                .scaleByPowerOfTen(Currencies.digits(target) - Currencies.digits(source))
                .multiply(targetPerBase);
        return new Money(worth.divide(sourcePerBase, 0, RoundingMode.HALF_UP).longValueExact(), target);
    }
}
