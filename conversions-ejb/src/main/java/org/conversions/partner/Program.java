package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of program. */
@Entity
@Table(name = "program")
class Program {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    /** The address of partners' links that name none, or null. */
    String url;
    /** Of custom commissions, and of the least that is paid out; null for the workspace's. */
    String currency;
    @Column(name = "min_payout_amount")
    long minPayoutAmount;
    @Column(name = "payout_mode")
    PayoutMode payoutMode = PayoutMode.INTERNAL;
    @Column(name = "commission_base")
    CommissionBase commissionBase = CommissionBase.NET;
    /** The bases before, see {@link CommissionBases}; null for none. */
    @Column(name = "past_bases")
    String pastBases;
    @Column(name = "created_at")
    Instant createdAt;
}
