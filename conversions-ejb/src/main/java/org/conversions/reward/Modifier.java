package org.conversions.reward;

import java.util.List;
import java.util.stream.Stream;

/**
 * Another amount that is promised when conditions hold. Pure.
 *
 * @param id         the client's own name of it, or null
 * @param all        true when all conditions have to hold, false for any
 * @param conditions at least one
 * @param duration   for how long it is promised; null for as long as the reward
 */
public record Modifier(String id, boolean all, List<Condition> conditions, RewardAmount amount, Duration duration) {

    /** @param months 0 for the first sale only, null for ever */
    public record Duration(Integer months) {
    }

    public Modifier(boolean all, List<Condition> conditions, RewardAmount amount) {
        this(null, all, conditions, amount, null);
    }

    boolean matches(RewardFacts facts) {
        return all ? conditions.stream().allMatch(condition -> condition.holds(facts))
                : conditions.stream().anyMatch(condition -> condition.holds(facts));
    }

    Stream<Fact> facts() {
        return conditions.stream().map(Condition::fact);
    }
}
