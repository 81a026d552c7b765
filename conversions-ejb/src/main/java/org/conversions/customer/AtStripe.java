package org.conversions.customer;

import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The Stripe customers that a buyer is. @param stripeCustomers none for a buyer that Stripe has not reported */
public record AtStripe(WorkspaceId workspaceId, Mode mode, Set<String> stripeCustomers) {
}
