package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of commission. Its amounts are the sums of its entries. */
@Entity
@Table(name = "commission")
class Commission {

    static final String SALE = "sale";
    static final String PENDING = "pending";
    static final String REFUNDED = "refunded";

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String mode;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "customer_id")
    String customerId;
    @Column(name = "link_id")
    String linkId;
    @Column(name = "sale_id")
    String saleId;
    @Column(name = "invoice_id")
    String invoiceId;
    /** The terms it was made by: a row of reward. */
    @Column(name = "reward_terms")
    String rewardTerms;
    String type;
    String status;
    int quantity;
    String currency;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;
}
