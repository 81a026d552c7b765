package org.conversions.reward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;

/** A row of reward: the terms of a reward between two moments. */
@Entity
@Table(name = "reward")
class Reward {

    static final String SALE = "sale";
    static final String LEAD = "lead";
    static final String CLICK = "click";
    private static final int BASIS_POINTS_MAX = 10_000;
    static final String PERCENTAGE = RewardAmount.PERCENTAGE;
    static final String FLAT = RewardAmount.FLAT;

    @Id
    String id;
    @Column(name = "reward_id")
    String rewardId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    String event;
    String type;
    @Column(name = "amount_basis_points")
    Integer amountBasisPoints;
    @Column(name = "amount_minor")
    Long amountMinor;
    /** JSON text, or null when there are none. */
    String modifiers;
    @Column(name = "begun_at")
    Instant begunAt;
    @Column(name = "ended_at")
    Instant endedAt;

    /** @throws IllegalStateException for an amount that cannot be: our own bug */
    RewardAmount amount() {
        if ((amountBasisPoints == null) == (amountMinor == null)
                || amountMinor == null && (amountBasisPoints < 0 || amountBasisPoints > BASIS_POINTS_MAX)
                || amountMinor != null && amountMinor < 0) {
            throw new IllegalStateException(id + " holds an amount that cannot be: " + amountBasisPoints + ", " + amountMinor);
        }
        return new RewardAmount(amountBasisPoints, amountMinor);
    }

    List<Modifier> modifiers() {
        return Modifiers.stored(modifiers);
    }

    RewardTermsInForce.Dated terms() {
        return new RewardTermsInForce.Dated(new RewardTerms(id, amount(), modifiers()), begunAt, endedAt);
    }

    RewardView view() {
        return new RewardView(rewardId, event, type, amount().percentage(), amountMinor, Modifiers.write(modifiers()),
                begunAt);
    }
}
