package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.StoredMoney;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.annotations.DynamicUpdate;

/** A row of commission_entry: what was earned (positive) or taken back (negative). */
@Entity
@DynamicUpdate
@Table(name = "commission_entry")
class CommissionEntry {

    @Id
    String id;
    @Column(name = "commission_id")
    String commissionId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** The number of entries before it: two that are added at once meet at a unique key. */
    @Column(name = "entry_key")
    String entryKey;
    EntryKind kind;
    long amount;
    long earnings;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Why, in the operator's words or by a word of the guard; or null. */
    String reason;
    /** Who said so; null for the system. */
    String person;

    EntryView view() {
        return new EntryView(kind.text(), StoredMoney.change(id, earnings), occurredAt, reason, person, null);
    }
}
