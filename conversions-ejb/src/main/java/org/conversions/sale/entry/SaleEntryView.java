package org.conversions.sale.entry;

import java.time.Instant;
import java.util.Locale;
import org.conversions.platform.Word;

/**
 * A change of the money of a sale.
 *
 * @param amount  minor units of the sale's currency; negative for money that went back
 * @param refunds the number of refunds and lost disputes it counts for
 */
public record SaleEntryView(String id, Kind kind, String sourceId, long amount, int refunds, Instant at) {

    /** The reason of a change. */
    public enum Kind implements Word {
        SALE,
        /** The amount was recorded as another one first. */
        CORRECTION,
        REFUND, DISPUTE,
        /** Money that had gone back came again: a refund failed, a lost dispute was won after all. */
        REVERSAL;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return the amount, when it is money that went back (negative) or came again; 0 when it is about the sale as sold */
    public long returned() {
        return kind == Kind.SALE || kind == Kind.CORRECTION ? 0 : amount;
    }
}
