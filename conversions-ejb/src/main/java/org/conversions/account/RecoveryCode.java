package org.conversions.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.conversions.platform.secret.TokenHash;

/** A row of recovery_code: one that was not used yet. The code itself is nowhere: only its hash. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

    @Id
    @Column(name = "code_hash")
    String codeHash;
    @Column(name = "person_id")
    String personId;

    static RecoveryCode of(String personId, String code) {
        RecoveryCode row = new RecoveryCode();
        row.codeHash = TokenHash.sha256(code);
        row.personId = personId;
        return row;
    }
}
