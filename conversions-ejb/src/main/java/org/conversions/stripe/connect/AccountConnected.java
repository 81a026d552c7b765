package org.conversions.stripe.connect;

import org.conversions.workspace.Mode;

/** An account was connected in this transaction: what waits for it is the workspace's. */
public record AccountConnected(String workspaceId, String accountId, Mode mode) {
}
