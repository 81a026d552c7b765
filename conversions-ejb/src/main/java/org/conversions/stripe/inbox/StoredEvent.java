package org.conversions.stripe.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of stripe_event. */
@Entity
@Table(name = "stripe_event")
class StoredEvent {

    static final int EXPLANATION_MAX = 1000;

    @Id
    String id;
    @Column(updatable = false)
    String source;
    @Column(name = "account_id", updatable = false)
    String accountId;
    @Column(name = "stripe_event_id", updatable = false)
    String stripeEventId;
    @Column(name = "connection_id")
    String connectionId;
    @Column(name = "workspace_id")
    String workspaceId;
    @Column(updatable = false)
    String mode;
    @Column(updatable = false)
    String type;
    @Column(name = "api_version", updatable = false)
    String apiVersion;
    @Column(name = "object_id", updatable = false)
    String objectId;
    @Column(name = "stripe_customer_id", updatable = false)
    String stripeCustomerId;
    @Column(name = "occurred_at", updatable = false)
    Instant occurredAt;
    @Column(name = "received_at", updatable = false)
    Instant receivedAt;
    @Column(updatable = false)
    int deliveries;
    /** What became of an event is written often, what it says of nobody: only {@link ErasedEvents} and {@link Retention} change it. */
    @Immutable
    @Column(updatable = false)
    byte[] payload;
    String state;
    String reason;
    String explanation;
    String effects;
    @Column(name = "waiting_for")
    String waitingFor;
    /** How often it was rung for or was looked at while it waits, since something last changed. */
    int attempts;
    /** How often in a row it failed. */
    int failures;
    /** When the worker is to look at it next; null when it is settled. */
    @Column(name = "due_at")
    Instant dueAt;
    @Column(name = "settled_at")
    Instant settledAt;
}
