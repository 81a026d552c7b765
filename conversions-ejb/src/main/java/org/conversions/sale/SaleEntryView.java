package org.conversions.sale;

import java.time.Instant;

/**
 * Something that happened to the money of a sale.
 *
 * @param kind    sale, correction, refund, dispute or reversal
 * @param amount  minor units of the sale's currency; negative for what was taken back
 * @param refunds how many refunds and lost disputes it counts for
 */
public record SaleEntryView(String id, String kind, String sourceId, long amount, int refunds, Instant at) {

    /** @return whether it is about the sale as sold, not about what went back of it */
    boolean isSold() {
        return kind.equals(SaleEntry.SALE) || kind.equals(SaleEntry.CORRECTION);
    }

    /** @return what it took back of the sale; negative when it gave back, 0 when it is about the sale as sold */
    public long takenBack() {
        return isSold() ? 0 : -amount;
    }
}
