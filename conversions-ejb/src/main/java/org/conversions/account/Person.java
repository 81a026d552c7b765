package org.conversions.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.secret.SealedPlace;

/** A row of person: somebody who signs in to this server. */
@Entity
@Table(name = "person")
class Person {

    @Id
    String id;
    /** In small letters. */
    String email;
    String name;
    @Column(name = "password_hash")
    String passwordHash;
    @Column(name = "is_operator")
    boolean operator;
    /** Sealed; null without a second factor. */
    @Column(name = "totp_secret")
    String totpSecret;
    /** Sealed: one that was shown and not yet confirmed. */
    @Column(name = "totp_pending")
    String totpPending;
    /** The step of the last code that was used: each opens once. */
    @Column(name = "totp_step")
    long totpStep;
    @Column(name = "created_at")
    Instant createdAt;

    PersonView view() {
        return new PersonView(id, email, name, operator, totpSecret != null, createdAt);
    }

    static SealedPlace placeOfTotp(String personId) {
        return new SealedPlace("person", "totp_secret", personId);
    }
}
