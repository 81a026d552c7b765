package org.conversions.payout.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SealedPlace;

/** A row of payout_profile. Accounts are JSON, sealed. */
@Entity
@Table(name = "payout_profile")
class StoredProfile {

    @Id
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** The account that counts, or has counted until the next one did. */
    String account;
    Instant since;
    @Column(name = "next_account")
    String nextAccount;
    @Column(name = "next_at")
    Instant nextAt;

    SealedPlace placeOfAccount() {
        return new SealedPlace("payout_profile", "account", partnerId);
    }

    SealedPlace placeOfNextAccount() {
        return new SealedPlace("payout_profile", "next_account", partnerId);
    }
}
