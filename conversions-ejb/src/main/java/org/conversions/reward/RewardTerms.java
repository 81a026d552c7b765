package org.conversions.reward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms of a reward as they stood for a while. Pure.
 *
 * @param id        names these terms for good
 * @param amount    earned where no modifier matches
 * @param modifiers other amounts, under conditions
 */
public record RewardTerms(String id, RewardAmount amount, List<Modifier> modifiers, RewardLimits limits) {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);

    /** What is earned by a sale or a lead. @param matched the modifiers that decided, by their number; -1 for the reward itself */
    public record Earned(long earnings, Set<Integer> matched) {
    }

    /** A modifier that matches, or the reward itself, and whether its time is over. */
    private record Rule(int number, RewardAmount amount, boolean over) {

        long earnings(long sold, int quantity) {
            return over ? 0 : amount.of(sold, quantity);
        }
    }

    public RewardTerms(String id, RewardAmount amount, List<Modifier> modifiers) {
        this(id, amount, modifiers, RewardLimits.NONE);
    }

    /** Terms without modifiers: exactly one of the two amounts is set. */
    public RewardTerms(String id, Integer basisPoints, Long flatAmount) {
        this(id, new RewardAmount(basisPoints, flatAmount), List.of());
    }

    /** @return what has to be known for the conditions */
    public Set<Fact> facts() {
        return modifiers.stream().flatMap(Modifier::facts).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return whether it matters what the buyer bought before */
    public boolean looksAtHistory() {
        return limits.looksAtHistory() || modifiers.stream().anyMatch(modifier -> modifier.duration() != null
                && modifier.duration().months() != null || modifier.facts().anyMatch(fact -> fact.attribute().isOfHistory()));
    }

    /** @return whether anything that is promised is a share of the sale */
    public boolean sharesTheSale() {
        return amount.basisPoints() != null || modifiers.stream().anyMatch(modifier -> modifier.amount().basisPoints() != null);
    }

    /** @return whether it matters what of the amount is of which product */
    public boolean looksAtProducts() {
        return facts().stream().anyMatch(fact -> fact.attribute() == Attribute.SALE_PRODUCT);
    }

    /** @param saleAmount minor units. @return the earnings of the partner by a sale, rounded half up */
    public long earnings(long saleAmount) {
        return earnings(RewardContext.ofSale(saleAmount));
    }

    /** @return the earnings of the partner, in minor units, rounded half up */
    public long earnings(RewardContext context) {
        return earned(context).earnings();
    }

    /**
     * Applies, of several modifiers that match, the one by which more is earned here; percentages and cents are not compared as
     * numbers. One that matches replaces the amount, also by less, and also when its time is over. Where products are looked at
     * and known, each is judged by itself: percentages are of its part, and what several earn by the same modifier is added up
     * before it is rounded; a flat amount is earned once.
     */
    public Earned earned(RewardContext context) {
        if (limits.maxSales() != null && context.slot().earlier() >= limits.maxSales()) {
            return new Earned(0, Set.of());
        }
        if (context.products().isEmpty() || !looksAtProducts()) {
            Rule rule = rule(context, context.facts(), context.saleAmount());
            return new Earned(rule.earnings(context.saleAmount(), context.quantity()), Set.of(rule.number()));
        }
        Map<Rule, Long> amounts = new LinkedHashMap<>();
        context.products().forEach(product -> amounts.merge(rule(context, context.factsOf(product), product.amount()),
                product.amount(), Long::sum));
        long flat = 0;
        BigDecimal shares = BigDecimal.ZERO;
        for (Map.Entry<Rule, Long> part : amounts.entrySet()) {
            RewardAmount promised = part.getKey().amount();
            if (part.getKey().over()) {
                continue;
            }
            if (promised.basisPoints() == null) {
                flat = Math.addExact(flat, promised.of(part.getValue(), context.quantity()));
            } else {
                shares = shares.add(BigDecimal.valueOf(part.getValue()).multiply(BigDecimal.valueOf(promised.basisPoints())));
            }
        }
        return new Earned(flat + shares.divide(BASIS_POINTS, 0, RoundingMode.HALF_UP).longValueExact(),
                amounts.keySet().stream().map(Rule::number).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Rule rule(RewardContext context, RewardFacts facts, long sold) {
        Rule best = null;
        for (int i = 0; i < modifiers.size(); i++) {
            Modifier modifier = modifiers.get(i);
            if (modifier.matches(facts)) {
                Integer months = modifier.duration() == null ? limits.maxDuration() : modifier.duration().months();
                Rule rule = new Rule(i, modifier.amount(), context.slot().isOver(months));
                if (best == null || rule.earnings(sold, context.quantity()) > best.earnings(sold, context.quantity())) {
                    best = rule;
                }
            }
        }
        return best != null ? best : new Rule(-1, amount, context.slot().isOver(limits.maxDuration()));
    }
}
