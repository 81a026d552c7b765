package org.conversions.workspace;

import java.util.Optional;

/**
 * Fired once in the life of an installation, in the transaction that makes the workspace, so that what belongs to
 * every workspace is there from the start.
 *
 * @param stripeAccount the Stripe account to connect in live mode, if one was named
 */
public record WorkspaceFounded(String workspaceId, Optional<String> stripeAccount) {
}
