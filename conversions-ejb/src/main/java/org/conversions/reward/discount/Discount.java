package org.conversions.reward.discount;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of discount. */
@Entity
@Table(name = "discount")
class Discount {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "group_id")
    String groupId;
    long amount;
    String type;
    @Column(name = "max_duration")
    Integer maxDuration;
    @Column(name = "coupon_id")
    String couponId;
    @Column(name = "coupon_test_id")
    String couponTestId;
    @Column(name = "created_at")
    Instant createdAt;

    void write(DiscountDraft draft) {
        amount = draft.amount();
        type = draft.type();
        maxDuration = draft.maxDuration();
        couponId = draft.couponId();
        couponTestId = draft.couponTestId();
    }

    DiscountView view() {
        return new DiscountView(id, groupId, new DiscountDraft(amount, type, maxDuration, couponId, couponTestId));
    }
}
