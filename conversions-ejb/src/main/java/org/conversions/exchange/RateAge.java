package org.conversions.exchange;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The age of rates, and the limit beyond which it is reported.
 *
 * @param days 0 for rates of today
 */
public record RateAge(long days) {

    /** The European Central Bank's rates are up to five days old after a long weekend; older ones are not refreshed. */
    public static final int STALE_AFTER_DAYS = 7;

    /** @param today the day in UTC */
    public static RateAge of(LocalDate asOf, LocalDate today) {
        return new RateAge(Math.max(0, ChronoUnit.DAYS.between(asOf, today)));
    }

    public boolean stale() {
        return days > STALE_AFTER_DAYS;
    }
}
