package org.conversions.reward.discount;

import java.time.Instant;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.workspace.Mode;

/**
 * A code of a partner's.
 *
 * @param discountId      of the group's discount that it was made for; null for none
 * @param promotionCodeId the code at Stripe
 * @param active          whether buyers can use it, as far as Stripe has said
 * @param disabledAt      when it was ended here; null while it counts
 */
public record DiscountCodeView(String id, String code, Mode mode, PartnerId partnerId, LinkId linkId, String discountId,
                               String promotionCodeId, boolean active, Instant createdAt, Instant disabledAt) {

    /** @return whether a purchase of that time counts for the partner */
    public boolean countsAt(Instant paidAt) {
        return !createdAt.isAfter(Instant.ofEpochSecond(paidAt.getEpochSecond(), 999_999_999))
                && (disabledAt == null || disabledAt.isAfter(paidAt));
    }
}
