package org.conversions.reward.discount;

import org.conversions.workspace.Mode;

/** The discount of a group. */
public record DiscountView(String id, String groupId, DiscountDraft draft) {

    /** @return the coupon of a mode; null for none */
    public String couponOf(Mode mode) {
        return mode == Mode.LIVE ? draft.couponId() : draft.couponTestId();
    }
}
