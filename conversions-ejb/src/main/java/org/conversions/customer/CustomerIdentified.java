package org.conversions.customer;

import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Fired in the transaction in which something new is known of who a buyer is: what waits for it may go on.
 *
 * @param created          true for a buyer whom the transaction has made
 * @param stripeCustomerId the one just learned, or null
 * @param email            the buyer's, or null
 */
public record CustomerIdentified(WorkspaceId workspaceId, Mode mode, CustomerId customerId, boolean created,
                                 String externalId, String stripeCustomerId, String email) {
}
