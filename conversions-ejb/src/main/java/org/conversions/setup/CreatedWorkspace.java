package org.conversions.setup;

import org.conversions.access.FirstKeys;
import org.conversions.workspace.WorkspaceView;

/** A workspace that has just been made. @param keys all of them; they cannot be shown again */
public record CreatedWorkspace(WorkspaceView workspace, FirstKeys keys) {

    /** Leaves the keys out, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "CreatedWorkspace[" + workspace.id() + "]";
    }
}
