package org.conversions.portal.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of login_link. The token itself is nowhere: only its hash. */
@Entity
@Table(name = "login_link")
class LoginLink {

    @Id
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "person_id")
    String personId;
    /** Where it was mailed to, in small letters. */
    String email;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
}
