package org.conversions.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A row of stripe_customer: which buyer a Stripe customer is. */
@Entity
@Table(name = "stripe_customer")
class StripeCustomer {

    @EmbeddedId
    Key key;
    @Column(name = "customer_id")
    String customerId;
    /** When it was told that it is this buyer. */
    @Column(name = "told_at")
    Instant toldAt;
    /** When it was deleted at Stripe; what it bought stays. */
    @Column(name = "deleted_at")
    Instant deletedAt;

    protected StripeCustomer() {
    }

    StripeCustomer(Key key, String customerId, Instant toldAt) {
        this.key = key;
        this.customerId = customerId;
        this.toldAt = toldAt;
    }

    /** Stripe's customer ids are unique within an account, not across accounts. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        @Column(name = "connection_id")
        String connectionId;
        @Column(name = "stripe_customer_id")
        String stripeCustomerId;

        protected Key() {
        }

        Key(String connectionId, String stripeCustomerId) {
            this.connectionId = connectionId;
            this.stripeCustomerId = stripeCustomerId;
        }

        /** @return of what the merchant itself has said, which holds for every connection of the workspace */
        static Key told(String workspaceId, String mode, String stripeCustomerId) {
            return new Key(workspaceId + '/' + mode, stripeCustomerId);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.connectionId.equals(connectionId)
                    && key.stripeCustomerId.equals(stripeCustomerId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(connectionId, stripeCustomerId);
        }
    }
}
