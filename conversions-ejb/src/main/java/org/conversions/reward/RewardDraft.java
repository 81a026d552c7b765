package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.UnaryOperator;

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
}
