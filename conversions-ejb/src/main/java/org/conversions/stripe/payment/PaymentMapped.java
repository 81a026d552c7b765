package org.conversions.stripe.payment;

/** It became known, in this transaction, which sale a payment paid for. */
public record PaymentMapped(String workspaceId, String paymentId) {
}
