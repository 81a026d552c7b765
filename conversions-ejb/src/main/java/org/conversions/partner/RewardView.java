package org.conversions.partner;

import java.math.BigDecimal;
import java.time.Instant;

/** @param updatedAt since when these terms hold */
public record RewardView(String id, String event, String type, BigDecimal amountInPercentage, Long amountInCents,
                         Instant updatedAt) {
}
