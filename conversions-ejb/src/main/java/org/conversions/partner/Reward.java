package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A row of reward: the terms of a reward between two moments. */
@Entity
@Table(name = "reward")
class Reward {

    static final String SALE = "sale";
    static final String PERCENTAGE = "percentage";
    static final String FLAT = "flat";

    @Id
    String id;
    @Column(name = "reward_id")
    String rewardId;
    @Column(name = "workspace_id")
    String workspaceId;
    @Column(name = "program_id")
    String programId;
    String event;
    String type;
    @Column(name = "amount_basis_points")
    Integer amountBasisPoints;
    @Column(name = "amount_minor")
    Long amountMinor;
    @Column(name = "begun_at")
    Instant begunAt;
    @Column(name = "ended_at")
    Instant endedAt;

    RewardView view() {
        return new RewardView(rewardId, event, type, percentage(), amountMinor, begunAt);
    }

    /** As people write it: 12.5 and 10, not 12.50 and 1E+1. */
    private BigDecimal percentage() {
        if (amountBasisPoints == null) {
            return null;
        }
        BigDecimal shortest = BigDecimal.valueOf(amountBasisPoints, 2).stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()));
    }
}
