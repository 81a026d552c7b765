package org.conversions.reward;

import java.util.List;

/**
 * The terms of a reward as they stood for a while. Pure.
 *
 * @param id        names these terms for good
 * @param amount    earned where no modifier matches
 * @param modifiers other amounts, under conditions
 */
public record RewardTerms(String id, RewardAmount amount, List<Modifier> modifiers) {

    /** Terms without modifiers: exactly one of the two amounts is set. */
    public RewardTerms(String id, Integer basisPoints, Long flatAmount) {
        this(id, new RewardAmount(basisPoints, flatAmount), List.of());
    }

    /** @param saleAmount minor units. @return the earnings of the partner by a sale, rounded half up */
    public long earnings(long saleAmount) {
        return earnings(RewardContext.ofSale(saleAmount));
    }

    /**
     * Applies, of several modifiers that match, the one by which more is earned here; percentages and cents are not
     * compared as numbers. One that matches replaces the amount, also by less.
     *
     * @return the earnings of the partner, in minor units, rounded half up
     */
    public long earnings(RewardContext context) {
        return modifiers.stream().filter(modifier -> modifier.matches(context))
                .mapToLong(modifier -> modifier.amount().of(context)).max()
                .orElseGet(() -> amount.of(context));
    }
}
