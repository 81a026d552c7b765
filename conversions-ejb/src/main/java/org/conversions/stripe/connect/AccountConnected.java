package org.conversions.stripe.connect;

import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Reports that an account was connected, in this transaction: events that wait for it are the workspace's. */
public record AccountConnected(WorkspaceId workspaceId, String accountId, Mode mode) {
}
