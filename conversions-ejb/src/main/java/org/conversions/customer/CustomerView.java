package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A buyer as other rooms see one. Of a deleted one there is only what its purchases need: its id, which then stands
 * for the external id as well, and a word for the name.
 *
 * @param externalId             the merchant's id of the buyer, or its placeholder until it is known
 * @param stripeCustomerId       the newest one, or null
 * @param subscriptionCanceledAt when the last of the buyer's subscriptions ended, or null
 * @param clickless              known by name only: no click has brought the buyer yet, so no partner can be credited
 */
public record CustomerView(CustomerId id, WorkspaceId workspaceId, Mode mode, String externalId, String stripeCustomerId,
                           CustomerDetails details, Instant createdAt, Instant subscriptionCanceledAt,
                           boolean deleted, boolean clickless) {

    /** The name of a deleted buyer. */
    static final String NAME_WHEN_DELETED = "Deleted customer";

    public String name() {
        return details.name();
    }

    public String email() {
        return details.email();
    }

    public String avatar() {
        return details.avatar();
    }

    public String country() {
        return details.country();
    }
}
