package org.conversions.portal.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.member.PartnerRole;

/** A row of partner_invitation. The token itself is nowhere: only its hash. */
@Entity
@Table(name = "partner_invitation")
class PartnerInvitation {

    @Id
    String id;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    /** In small letters. */
    String email;
    PartnerRole role;
    /** The email of the person, or the name of the key, that made it; null for the program. */
    @Column(name = "invited_by")
    String invitedBy;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;

    PartnerInvitationView view() {
        return new PartnerInvitationView(id, email, role, invitedBy, createdAt, expiresAt);
    }
}
