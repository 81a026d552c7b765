package org.conversions.partner;

/** Whom a sale by a link credits, and by what terms. */
public record Credit(String programId, String partnerId, RewardTerms terms) {
}
