package org.conversions.stripe.lookup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of stripe_lookup: a payment or customer that Stripe is asked about, and what it said. */
@Entity
@Table(name = "stripe_lookup")
@IdClass(Lookup.Key.class)
class Lookup {

    @Id
    @Column(name = "workspace_id")
    String workspaceId;
    @Id
    String mode;
    @Id
    @Column(name = "object_id")
    String objectId;
    String kind;
    /** Where the event that waits for it first came in; Stripe is asked by it, or by what has taken its place. */
    @Column(name = "connection_id")
    String connectionId;
    /** How often it could not be asked, since it was asked last. */
    int attempts;
    /** When to ask next; null when it need not be asked. */
    @Column(name = "due_at")
    Instant dueAt;
    /** When it answered last, whatever it said. */
    @Column(name = "answered_at")
    Instant answeredAt;
    /** Whether the answer holds for as long as events wait: what changes, Stripe tells by itself. */
    boolean settled;
    /** For the explanation of events that wait for it; null when there is nothing to say. */
    String answer;

    record Key(String workspaceId, String mode, String objectId) implements Serializable {
    }
}
