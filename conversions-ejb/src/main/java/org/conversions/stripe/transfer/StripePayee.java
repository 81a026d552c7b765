package org.conversions.stripe.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of stripe_payee: the account at Stripe that was made for a partner. */
@Entity
@Table(name = "stripe_payee")
class StripePayee {

    @Id
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    /** By whose key it was made. */
    @Column(name = "connection_id")
    ConnectionId connectionId;
    @Column(name = "account_id")
    String accountId;
    @Column(name = "created_at")
    Instant createdAt;
    /** When Stripe first said that money can be sent to it; null before. */
    @Column(name = "ready_at")
    Instant readyAt;
    /** When to ask Stripe next how far it is; null when nobody waits for that. */
    @Column(name = "due_at")
    Instant dueAt;
}
