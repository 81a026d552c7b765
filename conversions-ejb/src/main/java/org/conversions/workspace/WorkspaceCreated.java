package org.conversions.workspace;

import java.util.Optional;
import org.conversions.platform.id.WorkspaceId;

/**
 * Fired in the transaction that makes a workspace, so that what belongs to every workspace is there from the start.
 *
 * @param stripeAccount the Stripe account to connect in live mode, if one was named
 */
public record WorkspaceCreated(WorkspaceId workspaceId, Optional<String> stripeAccount) {
}
