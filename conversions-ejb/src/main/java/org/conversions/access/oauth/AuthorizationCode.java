package org.conversions.access.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/**
 * A row of oauth_code: a person's consent on its way to the app, which fetches its tokens with it once. It stays for a while
 * after that, so that its second use is noticed.
 */
@Entity
@Table(name = "oauth_code")
class AuthorizationCode {

    @Id
    @Column(name = "code_hash")
    String codeHash;
    /** The id that the grant gets when the code is used. */
    @Column(name = "grant_id")
    String grantId;
    @Column(name = "client_id")
    String clientId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "person_id")
    String personId;
    @Column(name = "redirect_uri")
    String redirectUri;
    @Column(name = "code_challenge")
    String codeChallenge;
    /** Separated by spaces. */
    String scopes;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "used_at")
    Instant usedAt;

    CodeBinding binding() {
        return new CodeBinding(clientId, redirectUri, codeChallenge);
    }
}
