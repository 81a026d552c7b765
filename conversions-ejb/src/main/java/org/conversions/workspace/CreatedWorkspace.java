package org.conversions.workspace;

/** A workspace that has just been made. @param secretKey cannot be shown again @param publishableKey likewise */
public record CreatedWorkspace(WorkspaceView workspace, String secretKey, String publishableKey) {

    /** Without the keys, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "CreatedWorkspace[" + workspace.id() + "]";
    }
}
