package org.conversions.account.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of password_reset. The token itself is nowhere: only its hash. */
@Entity
@Table(name = "password_reset")
class PasswordReset {

    @Id
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "person_id")
    String personId;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
}
