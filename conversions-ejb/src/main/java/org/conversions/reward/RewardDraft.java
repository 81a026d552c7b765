package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A reward as the merchant names it; the amount that does not belong to the type is null.
 *
 * @param modifiers an array of the API, a JSON null for none, or null for those that there are
 */
public record RewardDraft(String event, String type, BigDecimal amountInPercentage, Long amountInCents,
                          JsonNode modifiers) {
}
