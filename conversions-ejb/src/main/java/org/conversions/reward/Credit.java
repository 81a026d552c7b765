package org.conversions.reward;

import org.conversions.platform.id.PartnerId;

/** The partner that a sale or a lead by a link credits, and the terms. */
public record Credit(String programId, PartnerId partnerId, RewardTerms terms) implements CreditDecision {
}
