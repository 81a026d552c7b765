package org.conversions.account.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.account.Role;
import org.conversions.platform.id.WorkspaceId;

/** A row of invitation. The token itself is nowhere: only its hash. */
@Entity
@Table(name = "invitation")
class Invitation {

    @Id
    String id;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** In small letters. */
    String email;
    Role role;
    /** The email of the owner, or the name of the key, that made it. */
    @Column(name = "invited_by")
    String invitedBy;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;

    InvitationView view() {
        return new InvitationView(id, email, role, invitedBy, createdAt, expiresAt);
    }
}
