package org.conversions.reward;

/** Whom a sale or a lead by a link credits, and by what terms. */
public record Credit(String programId, String partnerId, RewardTerms terms) implements CreditDecision {
}
