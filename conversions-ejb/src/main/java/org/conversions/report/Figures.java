package org.conversions.report;

/**
 * The sums of facts. Amounts are minor units of the workspace's currency.
 *
 * @param sales       sales made, refunded ones too
 * @param grossAmount what was sold
 * @param earnings    what a partner earned by it; 0 where it is not asked for
 */
public record Figures(long clicks, long leads, long sales, long refunds, long grossAmount, long refundedAmount,
                      long earnings) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    /** @return the amount sold less the amount taken back */
    public long netAmount() {
        return grossAmount - refundedAmount;
    }

    public Figures plus(Figures other) {
        return new Figures(clicks + other.clicks, leads + other.leads, sales + other.sales, refunds + other.refunds,
                grossAmount + other.grossAmount, refundedAmount + other.refundedAmount,
                earnings + other.earnings);
    }
}
