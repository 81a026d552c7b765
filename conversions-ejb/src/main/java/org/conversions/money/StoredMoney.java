package org.conversions.money;

/** Checks amounts that were read from a row. One that cannot be is our own bug, which is named with its row. */
public final class StoredMoney {

    /** The most that one thing may come to, so that the sums of many stay within 64 bits. */
    public static final long MINOR_MAX = 1_000_000_000_000_000L;

    private StoredMoney() {
    }

    /**
     * @param row the id of the row
     * @throws IllegalStateException for an amount below 0 or above {@link #MINOR_MAX}, and for a currency that is not known
     */
    public static Money of(String row, long minor, String currency) {
        if (minor < 0 || minor > MINOR_MAX || !Currencies.known(currency)) {
            throw new IllegalStateException(row + " holds an amount that cannot be: " + minor + " " + currency);
        }
        return new Money(minor, currency);
    }

    /**
     * @param row the id of the row
     * @return the change, in minor units
     * @throws IllegalStateException for one by more than {@link #MINOR_MAX}, up or down
     */
    public static long change(String row, long minor) {
        if (minor < -MINOR_MAX || minor > MINOR_MAX) {
            throw new IllegalStateException(row + " holds a change that cannot be: " + minor);
        }
        return minor;
    }
}
