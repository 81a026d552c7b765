package org.conversions.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The rate that an amount was converted at, to be kept with it. It fits into decimal(38,18), and its source into 40
 * characters.
 *
 * @param rate   units of the target currency for one of the source currency, to 18 decimals; the amount itself was
 *               converted at the exact fraction
 * @param asOf   the day of the rate; where two met, of the older
 * @param source bundled, url, file or workspace; where two differ, both with a comma between; {@link #SAME_CURRENCY}
 *               for none
 */
public record AppliedRate(BigDecimal rate, LocalDate asOf, String source) {

    /** The source of the rate 1 between a currency and itself. */
    public static final String SAME_CURRENCY = "same currency";
}
