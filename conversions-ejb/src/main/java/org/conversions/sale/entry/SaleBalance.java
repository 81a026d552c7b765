package org.conversions.sale.entry;

import java.util.Collection;
import org.conversions.money.Share;

/**
 * The sums of the entries of a sale, and the entry that is missing for them to come to what is known.
 * Pure: whatever was recorded before, in whatever order, after the missing entry the sums are right.
 *
 * @param sold     as sold, corrections included
 * @param returned the money that went back: 0 or negative
 * @param refunds  the number of refunds and lost disputes that were counted
 */
public record SaleBalance(long sold, long returned, int refunds) {

    public static SaleBalance of(Collection<SaleEntryView> entries) {
        long sold = 0;
        long returned = 0;
        int refunds = 0;
        for (SaleEntryView entry : entries) {
            sold += entry.amount() - entry.returned();
            returned += entry.returned();
            refunds += entry.refunds();
        }
        return new SaleBalance(sold, returned, refunds);
    }

    /** @return the change that is missing, rounded once: negative while more is to go back, positive when too much did */
    public long missing(Share takenBack) {
        return takenBack.backFrom(sold) - returned;
    }
}
