package org.conversions.reward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Word;
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
    /** Whose partners it is for; null for those of all groups that have none of their own. */
    @Column(name = "group_id")
    String groupId;
    /** The discount code that it is for, in the place of a group; or null. */
    @Column(name = "discount_code_id")
    String codeId;
    String event;
    String type;
    @Column(name = "amount_basis_points")
    Integer amountBasisPoints;
    @Column(name = "amount_minor")
    Long amountMinor;
    @Column(name = "max_duration")
    Integer maxDuration;
    @Column(name = "max_sales")
    Integer maxSales;
    @Column(name = "spend_limit")
    Long spendLimit;
    @Column(name = "spend_interval")
    String spendInterval;
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
        return Modifiers.stored(event, modifiers);
    }

    RewardLimits limits() {
        return new RewardLimits(maxDuration, maxSales, spendLimit == null ? null
                : new SpendLimit(spendLimit, Word.stored(SpendLimit.Interval.class, spendInterval)));
    }

    void limit(RewardLimits limits) {
        maxDuration = limits.maxDuration();
        maxSales = limits.maxSales();
        spendLimit = limits.spendLimit() == null ? null : limits.spendLimit().amount();
        spendInterval = limits.spendLimit() == null ? null : limits.spendLimit().interval().text();
    }

    RewardTermsInForce.Dated terms() {
        return new RewardTermsInForce.Dated(new RewardTerms(id, amount(), modifiers(), limits()), groupId, codeId, begunAt, endedAt);
    }

    RewardView view() {
        return new RewardView(rewardId, event, groupId, codeId, type, amount().percentage(), amountMinor, limits(),
                Modifiers.write(modifiers()), new RewardTerms(id, amount(), modifiers(), limits()), begunAt);
    }
}
