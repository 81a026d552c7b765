package org.conversions.reward;

import java.util.List;

/**
 * The terms of a reward as they stood for a while. Pure.
 *
 * @param id        names these terms for good
 * @param amount    what is promised where no modifier matches
 * @param modifiers what is promised instead
 */
public record RewardTerms(String id, RewardAmount amount, List<Modifier> modifiers) {

    /** Terms without modifiers: exactly one of the two amounts is set. */
    public RewardTerms(String id, Integer basisPoints, Long flatAmount) {
        this(id, new RewardAmount(basisPoints, flatAmount), List.of());
    }

    /** @param saleAmount minor units. @return what the partner earns by a sale, rounded half up */
    public long earnings(long saleAmount) {
        return earnings(RewardContext.ofSale(saleAmount));
    }

    /**
     * Of several modifiers that match, the one by which more is earned here; percentages and cents are not
     * compared as numbers. One that matches replaces the amount, also by less.
     *
     * @return what the partner earns, in minor units, rounded half up
     */
    public long earnings(RewardContext occasion) {
        return modifiers.stream().filter(modifier -> modifier.matches(occasion))
                .mapToLong(modifier -> modifier.amount().of(occasion)).max()
                .orElseGet(() -> amount.of(occasion));
    }
}
