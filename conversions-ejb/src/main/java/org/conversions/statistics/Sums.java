package org.conversions.statistics;

/** Adds up what happened to one subject in one stretch of time. Amounts are minor units of the workspace's currency. */
public final class Sums {

    long clicks;
    long leads;
    long sales;
    long refunds;
    long grossAmount;
    long refundedAmount;

    public Sums() {
    }

    Sums(long clicks, long leads, long sales, long refunds, long grossAmount, long refundedAmount) {
        this.clicks = clicks;
        this.leads = leads;
        this.sales = sales;
        this.refunds = refunds;
        this.grossAmount = grossAmount;
        this.refundedAmount = refundedAmount;
    }

    void add(Sums other) {
        clicks += other.clicks;
        leads += other.leads;
        sales += other.sales;
        refunds += other.refunds;
        grossAmount += other.grossAmount;
        refundedAmount += other.refundedAmount;
    }

    boolean isZero() {
        return (clicks | leads | sales | refunds | grossAmount | refundedAmount) == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && clicks == sums.clicks && leads == sums.leads && sales == sums.sales
                && refunds == sums.refunds && grossAmount == sums.grossAmount && refundedAmount == sums.refundedAmount;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(clicks + 31 * (leads + 31 * (sales + 31 * (grossAmount + 31 * refundedAmount))));
    }

    @Override
    public String toString() {
        return "clicks=" + clicks + ", leads=" + leads + ", sales=" + sales + ", refunds=" + refunds + ", grossAmount="
                + grossAmount + ", refundedAmount=" + refundedAmount;
    }
}
