package org.conversions.stripe.connect;

import org.conversions.workspace.Mode;

/** Reports that an account was connected, in this transaction: events that wait for it are the workspace's. */
public record AccountConnected(String workspaceId, String accountId, Mode mode) {
}
