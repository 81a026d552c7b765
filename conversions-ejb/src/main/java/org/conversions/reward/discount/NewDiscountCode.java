package org.conversions.reward.discount;

import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;

/**
 * A code that may be made: everything but Stripe's part was checked.
 *
 * @param programId  of the partner
 * @param discountId of the group's discount; null for none
 * @param couponId   at Stripe; null for none
 * @param number     how many codes the link has had, this one among them
 */
public record NewDiscountCode(String code, String programId, PartnerId partnerId, LinkId linkId, String discountId, String couponId,
                              int number) {

    /** @return the same code, as Stripe knows it */
    public NewDiscountCode as(String text, String coupon) {
        return new NewDiscountCode(text, programId, partnerId, linkId, discountId, coupon, number);
    }
}
