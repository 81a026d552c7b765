package org.conversions.payout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.Currencies;
import org.conversions.partner.PayoutMode;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of payout: what a partner is to be paid, or was. */
@Entity
@DynamicUpdate
@Table(name = "payout")
class Payout {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    Mode mode;
    String currency;
    /** Null for one that was made outside. */
    @Column(name = "batch_id")
    String batchId;
    PayoutStatus status;
    PayoutMode way;
    long earned;
    long absorbed;
    /** The difference: what the partner gets. */
    long amount;
    /** What the partner was to get when the batch was drafted. */
    long drafted;
    /** How many it is for, when it was made. */
    int commissions;
    @Column(name = "period_start")
    Instant periodStart;
    @Column(name = "period_end")
    Instant periodEnd;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;
    @Column(name = "initiated_at")
    Instant initiatedAt;
    @Column(name = "paid_at")
    Instant paidAt;
    @Column(name = "returned_at")
    Instant returnedAt;
    @Column(name = "failure_reason")
    String failureReason;
    /** The name that the transfer has where it was made, or null. */
    @Column(name = "trace_id")
    String traceId;
    /** True while this server sends it: nobody else says what becomes of it. */
    boolean sending;
    /** Who said last what became of it; null for the system. */
    String person;

    /** @throws IllegalStateException for amounts that cannot be: our own bug */
    PayoutView view() {
        if (earned < 0 || absorbed < 0 || amount != earned - absorbed || !Currencies.known(currency)) {
            throw new IllegalStateException(id + " holds amounts that cannot be: " + earned + ", " + absorbed + ' ' + currency);
        }
        return new PayoutView(id, batchId, partnerId, currency, status, way,
                new PayoutView.Sums(earned, absorbed, drafted, commissions),
                new PayoutView.Times(createdAt, updatedAt, periodStart, periodEnd, initiatedAt, paidAt, returnedAt),
                new PayoutView.Outcome(failureReason, traceId, person, sending));
    }
}
