package org.conversions.stripe.payment;

import org.conversions.platform.id.WorkspaceId;

/** Reports that it became known, in this transaction, which sale a payment paid for. */
public record PaymentMapped(WorkspaceId workspaceId, String paymentId) {
}
