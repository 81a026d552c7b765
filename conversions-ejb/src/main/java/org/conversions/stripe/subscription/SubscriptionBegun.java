package org.conversions.stripe.subscription;

import org.conversions.platform.id.WorkspaceId;

/**
 * A subscription was paid for the first time, in the running transaction. Another of the customer's may be ending at this very
 * moment, in a transaction that does not see this one.
 */
public record SubscriptionBegun(WorkspaceId workspaceId, String stripeCustomerId) {
}
