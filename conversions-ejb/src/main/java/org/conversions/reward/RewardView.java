package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** @param modifiers an array in the JSON of the API. @param updatedAt since when these terms hold */
public record RewardView(String id, String event, String type, BigDecimal amountInPercentage, Long amountInCents,
                         JsonNode modifiers, Instant updatedAt) {
}
