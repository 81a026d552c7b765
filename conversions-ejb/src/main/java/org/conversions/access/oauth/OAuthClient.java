package org.conversions.access.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;

/** A row of oauth_client: an app that may ask people for rights. Its secret is nowhere: only its hash. */
@Entity
@Table(name = "oauth_client")
class OAuthClient {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    String developer;
    /** One a line. */
    @Column(name = "redirect_uris")
    String redirectUris;
    @Column(name = "secret_hash")
    String secretHash;
    /** Separated by spaces. */
    String scopes;
    @Column(name = "created_at")
    Instant createdAt;

    /** @param secret null when none was given; one that can keep a secret has to, and one that cannot must not */
    boolean isOpenedBy(String secret) {
        return secretHash == null ? secret == null : secret != null && TokenHash.matches(secret, secretHash);
    }

    OAuthClientView view() {
        return new OAuthClientView(id, workspaceId, name, developer, List.of(redirectUris.split("\n")), secretHash != null,
                AppScopes.of(scopes), createdAt);
    }
}
