package org.conversions.access.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of oauth_grant: what a person gave an app for a workspace. Its tokens are a family, and end with it. */
@Entity
@Table(name = "oauth_grant")
class AppGrant {

    @Id
    String id;
    @Column(name = "client_id")
    String clientId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "person_id")
    String personId;
    /** Separated by spaces. */
    String scopes;
    /** The access token that is good now. */
    @Column(name = "access_key_id")
    String accessKeyId;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "refreshed_at")
    Instant refreshedAt;
    /** The end, unless it is refreshed before. */
    @Column(name = "expires_at")
    Instant expiresAt;
    /** The end in any case. */
    @Column(name = "ends_at")
    Instant endsAt;
}
