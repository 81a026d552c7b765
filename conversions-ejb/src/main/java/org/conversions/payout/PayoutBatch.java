package org.conversions.payout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.annotations.DynamicUpdate;

/** A row of payout_batch. After it was made, it changes by statements that say what it has to be. */
@Entity
@DynamicUpdate
@Table(name = "payout_batch")
class PayoutBatch {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    String currency;
    BatchStatus status;
    /** The workspace and the currency, as long as it is a draft: there is no second one then. */
    @Column(name = "draft_key")
    String draftKey;
    Instant cutoff;
    @Column(name = "min_payout_amount")
    long minPayoutAmount;
    /** The last partner that was looked at; empty for none. */
    @Column(name = "prepared_to")
    String preparedTo;
    int payouts;
    long amount;
    @Column(name = "drafted_payouts")
    int draftedPayouts;
    @Column(name = "drafted_amount")
    long draftedAmount;
    /** When somebody else goes on with what is to be done of it; null when nothing is. */
    @Column(name = "due_at")
    Instant dueAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "created_by")
    String createdBy;
    @Column(name = "confirmed_at")
    Instant confirmedAt;
    @Column(name = "confirmed_by")
    String confirmedBy;
    @Column(name = "canceled_at")
    Instant canceledAt;
    @Column(name = "canceled_by")
    String canceledBy;

    BatchView view() {
        return new BatchView(id, status, currency, cutoff, minPayoutAmount, new BatchView.Sums(payouts, amount, draftedPayouts,
                draftedAmount), new BatchView.Step(createdAt, createdBy), BatchView.Step.of(confirmedAt, confirmedBy),
                BatchView.Step.of(canceledAt, canceledBy));
    }
}
