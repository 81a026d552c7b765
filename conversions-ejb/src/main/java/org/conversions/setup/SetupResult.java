package org.conversions.setup;

import org.conversions.access.FirstKeys;
import org.conversions.platform.id.WorkspaceId;

/** The result of the set-up. @param keys all of them; they cannot be shown again */
public record SetupResult(WorkspaceId workspaceId, FirstKeys keys) {

    /** Leaves the keys out, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "SetupResult[" + workspaceId + "]";
    }
}
