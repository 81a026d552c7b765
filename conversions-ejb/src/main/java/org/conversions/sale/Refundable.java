package org.conversions.sale;

import org.conversions.money.Money;
import org.conversions.money.Share;

/**
 * The money of a sale that its merchant may refund.
 *
 * @param sold            the amount that counts, as it was reported
 * @param takenBack       the share of it that went back
 * @param managedByStripe true when Stripe has reported the sale, or money of it that went back
 */
public record Refundable(Money sold, Share takenBack, boolean managedByStripe) {

    /** @return what has not gone back, in minor units */
    public long left() {
        return sold.minor() + takenBack.backFrom(sold.minor());
    }
}
