package org.conversions.stripe.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of stripe_payment_search: a payment that Stripe is asked about, and what it said. */
@Entity
@Table(name = "stripe_payment_search")
@IdClass(PaymentSearch.Key.class)
class PaymentSearch {

    @Id
    @Column(name = "connection_id")
    String connectionId;
    @Id
    @Column(name = "payment_id")
    String paymentId;
    @Column(name = "workspace_id")
    String workspaceId;
    String mode;
    /** How often it could not be asked, since it was asked last. */
    int attempts;
    /** When to ask next; null when it need not be asked. */
    @Column(name = "due_at")
    Instant dueAt;
    /** When it answered last, whatever it said. */
    @Column(name = "answered_at")
    Instant answeredAt;
    /** For the explanation of events that wait for the payment; null when there is nothing to say. */
    String answer;

    record Key(String connectionId, String paymentId) implements Serializable {
    }
}
