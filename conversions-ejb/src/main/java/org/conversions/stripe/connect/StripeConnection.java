package org.conversions.stripe.connect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SealedPlace;
import org.conversions.workspace.Mode;

/** A row of stripe_connection. Secrets are encrypted, the endpoint's token is hashed. */
@Entity
@Table(name = "stripe_connection")
class StripeConnection {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String mode;
    /** The account; empty for an endpoint of one workspace, whose events name no account. */
    @Column(name = "account_id")
    String accountId;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "token_hint")
    String tokenHint;
    /** The signing secrets, encrypted; two, separated by a comma, while one is being rolled. */
    @Column(name = "signing_secrets")
    String signingSecrets;
    /** The key, encrypted; null when Stripe is not asked with a key of the connection's own. */
    @Column(name = "api_key")
    String apiKey;
    @Column(name = "api_key_hint")
    String apiKeyHint;
    /** True, or null once it was disconnected: its past events stay explained. */
    Boolean live;
    /** The way in which it is known that the account is the workspace's; null without a proof. */
    ProvenAccount.Proof proof;
    /** The time of its end; null while it is live. */
    @Column(name = "ended_at")
    Instant endedAt;
    /** True when the account itself took the access back, in Stripe. */
    boolean deauthorized;
    /** Stripe's id of the endpoint that this server made; null when it made none. */
    @Column(name = "endpoint_id")
    String endpointId;
    /** The account and mode that the endpoint was made for, of which there is one; null when it is over. */
    @Column(name = "endpoint_key")
    String endpointKey;
    @Column(name = "created_at")
    Instant createdAt;

    Connected connected() {
        return new Connected(new ConnectionId(id), workspaceId, Mode.of(mode), accountId, createdAt, endedAt, deauthorized);
    }

    SealedPlace placeOfSigningSecrets() {
        return new SealedPlace("stripe_connection", "signing_secrets", id);
    }

    SealedPlace placeOfApiKey() {
        return new SealedPlace("stripe_connection", "api_key", id);
    }
}
