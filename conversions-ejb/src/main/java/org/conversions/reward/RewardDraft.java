package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;

/**
 * A reward as the merchant names it; the amount that does not belong to the type is null.
 *
 * @param groupId   whose partners it is for; null for those of all groups that have none of their own
 * @param discountCodeId the code that it is for, in the place of a group; null for none
 * @param limits    from the bounds that there are to those that shall be
 * @param modifiers an array of the API, a JSON null for none, or null for those that there are
 * @param startsAt  since when the terms hold; null for now
 */
public record RewardDraft(String event, String groupId, String discountCodeId, String type, BigDecimal amountInPercentage, Long amountInCents,
                          UnaryOperator<RewardLimits> limits, JsonNode modifiers, Instant startsAt) {

    /**
     * Makes the terms that it names; what it leaves out stays as it is.
     *
     * @param event   that the reward is for
     * @param groups  its own modifiers
     * @param current the reward as it is; null for a new one
     * @throws RequestRefused unprocessable for terms that are none
     */
    RewardTerms terms(String event, List<Modifiers.Group> groups, Reward current) {
        boolean sameAmount = current != null && amountInPercentage == null && amountInCents == null;
        RewardAmount amount = RewardAmount.of("", current == null || type != null ? type : current.type,
                sameAmount ? current.amount().percentage() : amountInPercentage,
                sameAmount ? current.amountMinor : amountInCents);
        List<Modifier> others = current != null && modifiers == null ? current.modifiers()
                : groups.stream().map(group -> group.of(amount.type())).toList();
        if (!event.equals(Reward.SALE) && Stream.concat(Stream.of(amount), others.stream().map(Modifier::amount))
                .anyMatch(promised -> promised.flat() == null)) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "type: a " + event + " reward is flat, because a " + event + " has no amount");
        }
        return new RewardTerms("draft", amount, others,
                limits.apply(current == null ? RewardLimits.NONE : current.limits()).checked(event));
    }
}
