package org.conversions.customer;

import java.util.Set;
import org.conversions.workspace.Mode;

/** Who a buyer is at Stripe. @param stripeCustomers none for a buyer of whom Stripe has not told */
public record AtStripe(String workspaceId, Mode mode, Set<String> stripeCustomers) {
}
