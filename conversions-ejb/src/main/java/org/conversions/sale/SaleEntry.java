package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.StoredMoney;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.entry.SaleEntryView;

/** A row of sale_entry: the sale itself (positive) or what was taken back of it (negative), in the sale's currency. */
@Entity
@Table(name = "sale_entry")
class SaleEntry {

    @Id
    String id;
    @Column(name = "sale_id")
    String saleId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "entry_key")
    String entryKey;
    SaleEntryView.Kind kind;
    /** The invoice, session, charge, refund or dispute that caused it. */
    @Column(name = "source_id")
    String sourceId;
    long amount;
    /** For how many refunds and lost disputes it counts. */
    int refunds;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Column(name = "recorded_at")
    Instant recordedAt;

    SaleEntryView view() {
        return new SaleEntryView(id, kind, sourceId, StoredMoney.change(id, amount), refunds, occurredAt);
    }
}
