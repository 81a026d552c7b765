package org.conversions.partner;

import java.util.Locale;
import org.conversions.platform.Word;

/** The amount of a sale that percentages are of, in the words of the API. */
public enum CommissionBase implements Word {
    /** The sale without tax. */
    NET,
    /** The same without what the buyer paid for shipping. */
    NET_WITHOUT_SHIPPING,
    /** The sale without tax, less what Stripe kept of the payment. */
    NET_WITHOUT_FEES;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
