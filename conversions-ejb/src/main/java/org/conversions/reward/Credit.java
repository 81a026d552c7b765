package org.conversions.reward;

import org.conversions.partner.CommissionBase;
import org.conversions.platform.id.PartnerId;

/**
 * The partner that a sale or a lead by a link credits, and the terms.
 *
 * @param holdingDays how long after it was earned a commission that is made now is not due: that of the partner's group of today
 * @param banned      true when the partner was banned since: what was decided before stays, and nothing new is made
 * @param base        the amount of the sale that percentages are of
 */
public record Credit(String programId, PartnerId partnerId, RewardTerms terms, int holdingDays, boolean banned,
                     CommissionBase base) implements CreditDecision {

    public Credit(String programId, PartnerId partnerId, RewardTerms terms, int holdingDays, boolean banned) {
        this(programId, partnerId, terms, holdingDays, banned, CommissionBase.NET);
    }
}
