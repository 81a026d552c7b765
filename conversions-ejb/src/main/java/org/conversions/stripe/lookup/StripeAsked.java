package org.conversions.stripe.lookup;

import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Reports, in the transaction, that Stripe was asked or could not be asked about what events wait for, which settles none of them.
 *
 * @param objectId the payment, the Stripe customer or the purchase
 * @param said     for people: what came of it
 */
public record StripeAsked(WorkspaceId workspaceId, Mode mode, LookupKind kind, String objectId, String said) {
}
