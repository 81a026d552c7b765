package org.conversions.stripe.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of stripe_authorization: a person on the way through Stripe's OAuth. The state is kept by its hash. */
@Entity
@Table(name = "stripe_authorization")
class AuthorizationState {

    /** Who goes that way, for which workspace, in which mode: there is one at a time. */
    @Id
    String id;
    @Column(name = "state_hash")
    String stateHash;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "person_id")
    String personId;
    String mode;
    @Column(name = "expires_at")
    Instant expiresAt;
}
