package org.conversions.sale;

import java.time.Instant;

/**
 * A change of the money of a sale.
 *
 * @param kind    sale, correction, refund, dispute or reversal
 * @param amount  minor units of the sale's currency; negative for money that went back
 * @param refunds how many refunds and lost disputes it counts for
 */
public record SaleEntryView(String id, String kind, String sourceId, long amount, int refunds, Instant at) {

    /** @return the amount, when it is money that went back (negative) or came again; 0 when it is about the sale as sold */
    public long returned() {
        return kind.equals(SaleEntry.SALE) || kind.equals(SaleEntry.CORRECTION) ? 0 : amount;
    }
}
