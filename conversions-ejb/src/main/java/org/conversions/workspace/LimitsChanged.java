package org.conversions.workspace;

import org.conversions.platform.id.WorkspaceId;

/** Fired in the transaction that changes the limits of a workspace. */
public record LimitsChanged(WorkspaceId workspaceId, WorkspaceLimits before, WorkspaceLimits after) {
}
