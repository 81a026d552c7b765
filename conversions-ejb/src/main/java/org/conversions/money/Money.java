package org.conversions.money;

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
}
