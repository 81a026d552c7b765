package org.conversions.stripe.promotion;

import org.conversions.platform.id.WorkspaceId;

/** Reports that it became known, in this transaction, where the discounts of a purchase come from. @param purchaseId an invoice or a checkout session */
public record DiscountsKnown(WorkspaceId workspaceId, String purchaseId) {
}
