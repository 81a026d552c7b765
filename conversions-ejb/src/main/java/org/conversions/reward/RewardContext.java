package org.conversions.reward;

/**
 * The facts that the terms of a reward look at: of a sale or a lead.
 *
 * @param saleAmount     minor units; 0 for a lead
 * @param quantity       for how many a flat amount is promised: 1 for a sale, for a lead how many it counts for
 * @param customerSource the source of the buyer: one of {@link Condition#SOURCES}
 */
public record RewardContext(long saleAmount, int quantity, String customerSource) {

    /** The source of the buyers of sales, for now: a click. */
    private static final String TRACKED = "tracked";

    /** @param amount minor units */
    public static RewardContext ofSale(long amount) {
        return new RewardContext(amount, 1, TRACKED);
    }

    public static RewardContext ofLead(int quantity, String customerSource) {
        return new RewardContext(0, quantity, customerSource);
    }
}
