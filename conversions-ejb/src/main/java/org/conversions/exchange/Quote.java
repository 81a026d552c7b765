package org.conversions.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.conversions.money.ExchangeRate;

/**
 * The worth of a currency: so many units of it for so many US dollars. Two numbers, as the source gave them, because
 * their quotient would be a rounding before the one that counts. A table based on the euro says of the yen: 165 for 1.10.
 *
 * @param units   of the currency, more than 0
 * @param dollars US dollars, more than 0
 */
public record Quote(BigDecimal units, BigDecimal dollars) {

    static final Quote DOLLAR = new Quote(BigDecimal.ONE, BigDecimal.ONE);

    /** @return units for one dollar, to {@link ExchangeRate#DECIMALS} decimals: to show and compare, not to compute with */
    BigDecimal perDollar() {
        return units.divide(dollars, ExchangeRate.DECIMALS, RoundingMode.HALF_UP);
    }

    /** @return the exact way from the source, which this is the quote of, to the target */
    ExchangeRate from(String source, String target, Quote ofTarget) {
        return new ExchangeRate(source, units.multiply(ofTarget.dollars), target, ofTarget.units.multiply(dollars));
    }

    boolean sameAs(Quote other) {
        return other != null && units.compareTo(other.units) == 0 && dollars.compareTo(other.dollars) == 0;
    }
}
