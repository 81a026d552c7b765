package org.conversions.sale.refund;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;

/** A row of sale_refund: a refund that the merchant reported, by the merchant's name for it. */
@Entity
@Table(name = "sale_refund")
class SaleRefund {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "sale_id")
    SaleId saleId;
    @Column(name = "refund_id")
    String refundId;
    /** In the currency that the sale was reported in. */
    long amount;
    @Column(name = "refunded_at")
    Instant refundedAt;
}
