package org.conversions.reward;

import org.conversions.platform.RequestRefused;

/**
 * The bounds of a reward. What is null does not bound. Pure.
 *
 * @param maxDuration for how many months after the buyer's first sale by the partner; 0 for the first sale only
 * @param maxSales    for how many of the buyer's sales by the partner
 * @param spendLimit  how much a partner earns by it
 */
public record RewardLimits(Integer maxDuration, Integer maxSales, SpendLimit spendLimit) {

    /** No bounds. */
    public static final RewardLimits NONE = new RewardLimits(null, null, null);

    static final int MONTHS_MAX = 600;
    static final int SALES_MAX = 1_000;

    /** @throws RequestRefused unprocessable, naming the field */
    RewardLimits checked(String event) {
        if (!event.equals(Reward.SALE) && (maxDuration != null || maxSales != null)) {
            throw RequestRefused.unprocessable("field_not_allowed", (maxDuration != null ? "maxDuration" : "maxSales")
                    + ": only rewards for sales have it");
        }
        checkMonths("maxDuration", maxDuration);
        if (maxSales != null && (maxSales < 1 || maxSales > SALES_MAX)) {
            throw RequestRefused.unprocessable("field_out_of_range", "maxSales: must be 1 to " + SALES_MAX + ", or null");
        }
        return this;
    }

    static void checkMonths(String field, Integer months) {
        if (months != null && (months < 0 || months > MONTHS_MAX)) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    field + ": must be 0 to " + MONTHS_MAX + " months, or null for ever");
        }
    }

    boolean looksAtHistory() {
        return maxDuration != null || maxSales != null;
    }
}
