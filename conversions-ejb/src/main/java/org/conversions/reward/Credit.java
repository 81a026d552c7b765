package org.conversions.reward;

/** The partner that a sale or a lead by a link credits, and the terms. */
public record Credit(String programId, String partnerId, RewardTerms terms) implements CreditDecision {
}
