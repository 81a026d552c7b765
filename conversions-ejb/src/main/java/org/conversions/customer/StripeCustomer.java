package org.conversions.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A row of stripe_customer: a Stripe customer and the buyer it is. */
@Entity
@Table(name = "stripe_customer")
class StripeCustomer {

    @EmbeddedId
    Key key;
    @Column(name = "customer_id")
    CustomerId customerId;
    /** The time of the report that it is this buyer. */
    @Column(name = "reported_at")
    Instant reportedAt;
    /** The time it was deleted at Stripe; what it bought stays. */
    @Column(name = "deleted_at")
    Instant deletedAt;

    protected StripeCustomer() {
    }

    StripeCustomer(Key key, CustomerId customerId, Instant reportedAt) {
        this.key = key;
        this.customerId = customerId;
        this.reportedAt = reportedAt;
    }

    /** Names it within the workspace, by whichever connection it came: an account that is connected again goes on. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        @Column(name = "workspace_id")
        WorkspaceId workspaceId;
        String mode;
        @Column(name = "stripe_customer_id")
        String stripeCustomerId;

        protected Key() {
        }

        Key(WorkspaceId workspaceId, Mode mode, String stripeCustomerId) {
            this.workspaceId = workspaceId;
            this.mode = mode.text();
            this.stripeCustomerId = stripeCustomerId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.workspaceId.equals(workspaceId) && key.mode.equals(mode)
                    && key.stripeCustomerId.equals(stripeCustomerId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workspaceId, mode, stripeCustomerId);
        }
    }
}
