package org.conversions.money;

import java.math.BigDecimal;

/**
 * @param minor    minor units as Stripe counts them, in 64 bits
 * @param currency three letters in lower case, as Stripe writes them
 */
public record Money(long minor, String currency) {

    public Money {
        if (currency == null || currency.length() != 3) {
            throw new IllegalArgumentException("Not a currency: " + currency);
        }
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /**
     * @return the amount in whole units with as many decimals as the currency has, as people and banks write it
     * @throws IllegalArgumentException for a currency that is not known
     */
    public BigDecimal units() {
        return BigDecimal.valueOf(minor, Currencies.digits(currency));
    }
}
