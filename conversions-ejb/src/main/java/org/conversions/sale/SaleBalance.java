package org.conversions.sale;

import java.util.Collection;
import org.conversions.money.Share;

/**
 * What the entries of a sale come to, and which entry is missing for them to come to what is known.
 * Pure: whatever was recorded before, in whatever order, after the missing entry the sums are right.
 *
 * @param sold      as sold, corrections included
 * @param takenBack what went back of it, positive
 * @param refunds   how many refunds and lost disputes were counted
 */
record SaleBalance(long sold, long takenBack, int refunds) {

    static SaleBalance of(Collection<SaleEntryView> entries) {
        long sold = 0;
        long takenBack = 0;
        int refunds = 0;
        for (SaleEntryView entry : entries) {
            sold += entry.isSold() ? entry.amount() : 0;
            takenBack += entry.takenBack();
            refunds += entry.refunds();
        }
        return new SaleBalance(sold, takenBack, refunds);
    }

    /** @return what is still to be taken back, rounded once; negative when too much was */
    long toTakeBack(Share share) {
        return share.of(sold) - takenBack;
    }
}
