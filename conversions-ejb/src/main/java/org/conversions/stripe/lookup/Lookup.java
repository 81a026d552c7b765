package org.conversions.stripe.lookup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;

/** A row of stripe_lookup: a payment or customer that Stripe is asked about, and its answer. */
@Entity
@Table(name = "stripe_lookup")
@IdClass(Lookup.Key.class)
class Lookup {

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Id
    String mode;
    @Id
    @Column(name = "object_id")
    String objectId;
    LookupKind kind;
    /** The connection by which the event came in that waited for it first; Stripe is asked by it, or by what has taken its place. */
    @Column(name = "connection_id")
    ConnectionId connectionId;
    /** The number of times that it could not be asked, since it was asked last. */
    int attempts;
    /** The time to ask next; null when it need not be asked. */
    @Column(name = "due_at")
    Instant dueAt;
    /** The time of the last answer, with or without a result. */
    @Column(name = "answered_at")
    Instant answeredAt;
    /** True when the answer holds for as long as events wait: changes, Stripe reports by itself. */
    boolean settled;
    /** For the explanation of events that wait for it; null when there is nothing to say. */
    String answer;

    record Key(WorkspaceId workspaceId, String mode, String objectId) implements Serializable {
    }
}
