package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of commission_entry: what was earned (positive) or taken back (negative) by one entry of the sale. */
@Entity
@Table(name = "commission_entry")
class CommissionEntry {

    static final String EARNED = "earned";
    static final String REFUND = "refund";

    @Id
    String id;
    @Column(name = "commission_id")
    String commissionId;
    @Column(name = "workspace_id")
    String workspaceId;
    @Column(name = "sale_entry_id")
    String saleEntryId;
    String kind;
    long amount;
    long earnings;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Column(name = "recorded_at")
    Instant recordedAt;
}
