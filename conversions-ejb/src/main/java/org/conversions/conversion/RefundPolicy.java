package org.conversions.conversion;

import org.conversions.money.Share;

/**
 * What a refund takes back of a sale (DESIGN §4): the refunded share of the charge, which Stripe reports as a
 * running total, is the same share of the tax-free sale. Pure.
 */
public final class RefundPolicy {

    private RefundPolicy() {
    }

    /**
     * @param saleAmount   the sale as sold
     * @param takenBack    what earlier entries took back for the same charge, positive
     * @param takenBackAll what all earlier entries took back, positive
     * @param refunded     the refunded share of the charge, as a running total
     * @return what is still to be taken back: 0 when an event that came earlier said as much or more, and never
     *         more than what is left of the sale
     */
    public static long toTakeBack(long saleAmount, long takenBack, long takenBackAll, Share refunded) {
        long due = refunded.of(saleAmount) - takenBack;
        return Math.max(0, Math.min(due, saleAmount - takenBackAll));
    }
}
