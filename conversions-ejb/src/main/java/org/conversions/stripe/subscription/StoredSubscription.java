package org.conversions.stripe.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.StripeEvent;
import org.hibernate.annotations.Immutable;

/** A new row of stripe_subscription. Later reports change the row by statements of their own. */
@Entity
@Immutable
@IdClass(StoredSubscription.Key.class)
@Table(name = "stripe_subscription")
class StoredSubscription {

    record Key(WorkspaceId workspaceId, String mode, String subscriptionId) implements Serializable {
    }

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Id
    String mode;
    @Id
    @Column(name = "subscription_id")
    String subscriptionId;
    @Column(name = "stripe_customer_id")
    String stripeCustomerId;
    boolean paid;
    String status;
    @Column(name = "status_at")
    Instant statusAt;
    @Column(name = "cancel_at")
    Instant cancelAt;
    @Column(name = "ended_at")
    Instant endedAt;

    static StoredSubscription of(StripeEvent event, String subscriptionId, String stripeCustomerId) {
        StoredSubscription row = new StoredSubscription();
        row.workspaceId = event.workspaceId();
        row.mode = event.mode().text();
        row.subscriptionId = subscriptionId;
        row.stripeCustomerId = stripeCustomerId;
        return row;
    }
}
