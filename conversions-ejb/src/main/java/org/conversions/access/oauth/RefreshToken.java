package org.conversions.access.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of oauth_refresh_token. A used one stays as long as it would have been good, so that its second use is noticed. */
@Entity
@Table(name = "oauth_refresh_token")
class RefreshToken {

    @Id
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "grant_id")
    String grantId;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "used_at")
    Instant usedAt;
}
