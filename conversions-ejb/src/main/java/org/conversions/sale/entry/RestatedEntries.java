package org.conversions.sale.entry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.conversions.money.Share;

/**
 * The amounts of the entries of a sale that is stated in another currency: each the same part of the new amount as it was
 * of the old one, and together exactly the new amount and the share of it that went back. Pure.
 */
public final class RestatedEntries {

    private RestatedEntries() {
    }

    /**
     * @param sold      the sale as sold, in the new currency
     * @param takenBack the share of it that went back
     * @param entries   in the order in which it happened, in the old currency
     * @return the amounts of the entries in the new currency, in the same order
     */
    public static List<Long> amounts(long sold, Share takenBack, List<SaleEntryView> entries) {
        SaleBalance old = SaleBalance.of(entries);
        List<Long> soldParts = parts(entries, entry -> entry.amount() - entry.returned(), old.sold(), sold, sold, 0);
        List<Long> backParts = parts(entries, SaleEntryView::returned, old.sold(), sold, takenBack.backFrom(sold),
                entries.size() - 1);
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            amounts.add(soldParts.get(i) + backParts.get(i));
        }
        return amounts;
    }

    /**
     * Sums are scaled, not parts, so that roundings do not add up. The last part that is not zero brings it to the total.
     *
     * @param otherwise the one that does, when all were too little to be seen in the old currency
     */
    private static List<Long> parts(List<SaleEntryView> entries, ToLongFunction<SaleEntryView> part, long from, long to,
                                    long total, int otherwise) {
        int last = otherwise;
        for (int i = 0; i < entries.size(); i++) {
            last = part.applyAsLong(entries.get(i)) != 0 ? i : last;
        }
        List<Long> parts = new ArrayList<>();
        long before = 0;
        long after = 0;
        for (int i = 0; i < entries.size(); i++) {
            before += part.applyAsLong(entries.get(i));
            long next = i == last ? total : i > last ? after : scaled(before, from, to);
            parts.add(next - after);
            after = next;
        }
        return parts;
    }

    /** Rounds half away from zero, as all money here. */
    private static long scaled(long amount, long from, long to) {
        if (from == 0) {
            return 0;
        }
        BigInteger twice = BigInteger.valueOf(Math.abs(amount)).multiply(BigInteger.valueOf(to)).shiftLeft(1);
        long scaled = twice.add(BigInteger.valueOf(from)).divide(BigInteger.valueOf(from).shiftLeft(1)).longValueExact();
        return amount < 0 ? -scaled : scaled;
    }
}
