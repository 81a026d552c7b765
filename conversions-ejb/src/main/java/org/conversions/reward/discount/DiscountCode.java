package org.conversions.reward.discount;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A row of discount_code. It stays when it is ended: purchases that were made with it are explained by it. */
@Entity
@Table(name = "discount_code")
class DiscountCode {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    Mode mode;
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "link_id")
    LinkId linkId;
    @Column(name = "discount_id")
    String discountId;
    String code;
    /** The code as it is recognised while it counts, else null: a program has one such. */
    @Column(name = "code_key")
    String codeKey;
    /** The code at Stripe. */
    @Column(name = "promotion_code_id")
    String promotionCodeId;
    /** The coupon at Stripe that it is of, or null. */
    @Column(name = "coupon_id")
    String couponId;
    boolean active;
    /** The time of Stripe's that the state is of. */
    @Column(name = "state_at")
    Instant stateAt;
    /** True while it counts, else null: a link has one such, and so has a code at Stripe. */
    Boolean live;
    @Column(name = "disabled_at")
    Instant disabledAt;
    /** True for one that this server made at Stripe, and ends there. */
    @Column(name = "made_here")
    boolean madeHere;
    /** When Stripe is to be told that it is over; null when there is nothing to tell. */
    @Column(name = "retire_at")
    Instant retireAt;
    @Column(name = "retire_attempts")
    int retireAttempts;
    @Column(name = "created_at")
    Instant createdAt;

    void end(Instant now) {
        codeKey = null;
        live = null;
        disabledAt = now;
        retireAt = madeHere ? now : null;
    }

    DiscountCodeView view() {
        return new DiscountCodeView(id, code, mode, new PartnerId(partnerId), linkId, discountId, promotionCodeId, active, createdAt,
                disabledAt);
    }
}
