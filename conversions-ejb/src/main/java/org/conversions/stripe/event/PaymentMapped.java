package org.conversions.stripe.event;

/** It became known, in this transaction, which sale a payment paid for. */
public record PaymentMapped(String workspaceId, String paymentId) {
}
