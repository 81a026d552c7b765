package org.conversions.partner;

import java.math.BigDecimal;

/** A reward as the merchant names it; the amount that does not belong to the type is null. */
public record RewardDraft(String event, String type, BigDecimal amountInPercentage, Long amountInCents) {
}
