package org.conversions.reward;

import java.time.Instant;
import java.util.List;

/**
 * The sale, lead or clicks that the terms of a reward are applied to. Pure.
 *
 * @param saleAmount minor units; 0 for leads and clicks
 * @param quantity   for how many a flat amount is promised: 1 for a sale, for a lead how many it counts for, or the clicks
 * @param slot       looked at only where the terms are limited
 * @param products   the parts of the amount, which add up to it; empty when products are not known or not looked at
 */
public record RewardContext(long saleAmount, int quantity, Slot slot, List<ProductAmount> products, RewardFacts facts) {

    /** @param productId null for what is of none that is named @param amount minor units */
    public record ProductAmount(String productId, long amount) {
    }

    public RewardContext {
        products = List.copyOf(products);
    }

    /** A sale of which nothing else is looked at. @param amount minor units */
    public static RewardContext ofSale(long amount) {
        return new RewardContext(amount, 1, Slot.first(Instant.EPOCH), List.of(), RewardFacts.NONE);
    }

    /** A lead that counts for several, or clicks that are alike. */
    public static RewardContext ofMany(int quantity, RewardFacts facts) {
        return new RewardContext(0, quantity, Slot.first(Instant.EPOCH), List.of(), facts);
    }

    /** @return the facts of a part of the sale */
    RewardFacts factsOf(ProductAmount product) {
        return facts.with(new Fact(Attribute.SALE_PRODUCT, null), product.productId());
    }
}
