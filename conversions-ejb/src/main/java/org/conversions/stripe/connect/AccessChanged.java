package org.conversions.stripe.connect;

/** The key of a connection was set or replaced, in this transaction: Stripe may now answer what it did not before. */
public record AccessChanged(String workspaceId, String connectionId) {
}
