package org.conversions.reward;

import java.util.List;

/**
 * Another amount that is promised when conditions hold. Pure.
 *
 * @param all        true when all conditions have to hold, false for any
 * @param conditions at least one
 */
public record Modifier(boolean all, List<Condition> conditions, RewardAmount amount) {

    boolean matches(RewardContext context) {
        return all ? conditions.stream().allMatch(condition -> condition.holds(context))
                : conditions.stream().anyMatch(condition -> condition.holds(context));
    }
}
