package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A reward as it stands.
 *
 * @param groupId   whose partners it is for; null for those of all groups that have none of their own
 * @param discountCodeId the code that it is for, in the place of a group; or null
 * @param modifiers an array in the JSON of the API
 * @param terms     the same as what is earned by
 * @param updatedAt since when these terms hold
 */
public record RewardView(String id, String event, String groupId, String discountCodeId, String type, BigDecimal amountInPercentage, Long amountInCents,
                         RewardLimits limits, JsonNode modifiers, RewardTerms terms, Instant updatedAt) {
}
