package org.conversions.stripe.payment;

/** Reports that it became known, in this transaction, which sale a payment paid for. */
public record PaymentMapped(String workspaceId, String paymentId) {
}
