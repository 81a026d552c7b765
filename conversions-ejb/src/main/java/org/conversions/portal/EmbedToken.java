package org.conversions.portal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of embed_token: the right of a partner to see figures until a moment. The token itself is known to its holder only. */
@Entity
@Table(name = "embed_token")
class EmbedToken {

    @Id
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    /** The mode whose figures it shows. */
    String mode;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
}
