package org.conversions.workspace;

/** Fired in the transaction that changes the limits of a workspace. */
public record LimitsChanged(String workspaceId, WorkspaceLimits before, WorkspaceLimits after) {
}
