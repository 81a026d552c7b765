package org.conversions.workspace;

/** Fired in the transaction that changes settings of a workspace. */
public record SettingsChanged(WorkspaceView before, WorkspaceView after) {
}
