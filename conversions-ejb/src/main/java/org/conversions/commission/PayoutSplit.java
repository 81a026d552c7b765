package org.conversions.commission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payout to a partner: of the commissions that were chosen, and of what is open on commissions that were paid
 * before. What was taken back of those makes the payout smaller, and what is more than the payout stays open for the
 * next one. Pure.
 *
 * @param settled the amount paid of each entry, by its id: positive of what was earned, negative of what was taken back
 * @param amount  the sum that the partner gets, 0 or more, in minor units
 */
record PayoutSplit(Map<String, Long> settled, long amount) {

    /** The part of an entry that was not paid yet; negative for what was taken back and not absorbed yet. */
    record Open(String entryId, long earnings) {
    }

    /**
     * @param chosen of the commissions to be paid, of which nothing may stay open
     * @param before of commissions that were paid before, the oldest first
     */
    static PayoutSplit of(List<Open> chosen, List<Open> before) {
        List<Open> all = new ArrayList<>(chosen);
        all.addAll(before);
        long left = all.stream().mapToLong(open -> Math.max(0, open.earnings())).sum();
        Map<String, Long> settled = new LinkedHashMap<>();
        for (Open open : all) {
            long part = Math.max(open.earnings(), -left); // all that was earned, and of the rest what there is
            left += Math.min(0, part);
            if (part != 0) {
                settled.put(open.entryId(), part);
            }
        }
        return new PayoutSplit(settled, left);
    }
}
