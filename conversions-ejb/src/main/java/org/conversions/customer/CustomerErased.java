package org.conversions.customer;

import java.time.Instant;
import java.util.Set;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * CDI event: the merchant has erased who a buyer was, in the transaction that is under way.
 *
 * @param names           the former names of the buyer: external id and email
 * @param stripeCustomers the buyer's customers at Stripe
 */
public record CustomerErased(WorkspaceId workspaceId, Mode mode, CustomerId customerId, Set<String> names, Set<String> stripeCustomers,
                             Instant at) {

    /** Without the names, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "CustomerErased[" + customerId + "]";
    }
}
