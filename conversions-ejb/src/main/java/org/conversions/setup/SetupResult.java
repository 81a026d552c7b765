package org.conversions.setup;

import org.conversions.access.FirstKeys;
import org.conversions.account.StartedSession;
import org.conversions.platform.id.WorkspaceId;

/** The result of the set-up. @param keys all of them; they cannot be shown again @param session of the owner */
public record SetupResult(WorkspaceId workspaceId, FirstKeys keys, StartedSession session) {

    /** Leaves the keys out, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "SetupResult[" + workspaceId + "]";
    }
}
