package org.conversions.statistics;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.platform.id.CustomerId;

/** What one transaction brings to the totals of buyers, in the order in which their rows are to be locked. */
final class BuyerTotals {

    /** The change of one buyer's totals. */
    static final class Change {
        long sales;
        long refunds;
        long grossAmount;
        long refundedAmount;
        /** The earliest sale; null when there was none. */
        Instant firstSaleAt;
    }

    final SortedMap<CustomerId, Change> changes = new TreeMap<>();

    /** @param sales and {@code amount} negative for a sale that is the buyer's no more */
    void sold(CustomerId customerId, int sales, long amount, Instant paidAt) {
        Change change = of(customerId);
        change.sales += sales;
        change.grossAmount += amount;
        if (sales > 0 && (change.firstSaleAt == null || paidAt.isBefore(change.firstSaleAt))) {
            change.firstSaleAt = paidAt;
        }
    }

    void returned(CustomerId customerId, long refunds, long amount) {
        Change change = of(customerId);
        change.refunds += refunds;
        change.refundedAmount += amount;
    }

    private Change of(CustomerId customerId) {
        return changes.computeIfAbsent(customerId, id -> new Change());
    }
}
