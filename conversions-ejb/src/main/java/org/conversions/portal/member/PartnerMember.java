package org.conversions.portal.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of partner_member: a person who belongs to a partner. */
@Entity
@Table(name = "partner_member")
class PartnerMember {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Column(name = "person_id")
    String personId;
    PartnerRole role;
    /** Whether the person gets mails about new commissions. */
    @Column(name = "new_commission")
    boolean newCommission;
    /** Whether the person gets mails about payouts that are paid. */
    @Column(name = "payout_paid")
    boolean payoutPaid;
    /** Whether the person gets mails about payouts that failed or came back. */
    @Column(name = "payout_failed")
    boolean payoutFailed;
    @Column(name = "created_at")
    Instant createdAt;
}
