package org.conversions.commission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payout to a partner: of the commissions that were chosen, and of what is open on others that wait for nothing. What
 * was taken back of those makes the payout smaller, and what is more than the payout stays open for the next one. Pure.
 *
 * @param settled the amount paid of each commission, by its id: positive of what was earned, negative of what was taken back
 * @param earned  the sum of what was open of commissions, in minor units
 * @param absorbed the sum of what was taken back, positive
 */
record PayoutSplit(Map<String, Long> settled, long earned, long absorbed) {

    /** The part of a commission that was not paid yet; negative for what was taken back and not absorbed yet. */
    record Open(String commissionId, long earnings) {
    }

    /**
     * @param chosen the commissions to be paid, of which nothing may stay open
     * @param before those of which something is to be paid anyway or was paid too much, the oldest first
     */
    static PayoutSplit of(List<Open> chosen, List<Open> before) {
        List<Open> all = new ArrayList<>(chosen);
        all.addAll(before);
        long earned = all.stream().mapToLong(open -> Math.max(0, open.earnings())).sum();
        long left = earned;
        Map<String, Long> settled = new LinkedHashMap<>();
        for (Open open : all) {
            long part = Math.max(open.earnings(), -left); // all that was earned, and of the rest what there is
            left += Math.min(0, part);
            if (part != 0) {
                settled.put(open.commissionId(), part);
            }
        }
        return new PayoutSplit(settled, earned, earned - left);
    }

    /** @return the sum that the partner gets, 0 or more */
    long amount() {
        return earned - absorbed;
    }
}
