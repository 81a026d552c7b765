package org.conversions.report.total;

import java.time.Instant;

/** The totals of a link. Amounts are minor units. @param conversions buyers who bought by it at least once */
public record LinkFigures(long clicks, long leads, long conversions, long sales, long refunds, long grossAmount,
                          long refundedAmount, Instant lastClickedAt) {

    public static final LinkFigures NONE = new LinkFigures(0, 0, 0, 0, 0, 0, 0, null);

    public long netAmount() {
        return grossAmount - refundedAmount;
    }
}
