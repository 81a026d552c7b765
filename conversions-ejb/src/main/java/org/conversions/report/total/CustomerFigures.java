package org.conversions.report.total;

import java.time.Instant;

/** The totals of a customer. Amounts are minor units. */
public record CustomerFigures(long sales, long refunds, long grossAmount, long refundedAmount, Instant firstSaleAt) {

    public static final CustomerFigures NONE = new CustomerFigures(0, 0, 0, 0, null);

    public long netAmount() {
        return grossAmount - refundedAmount;
    }
}
