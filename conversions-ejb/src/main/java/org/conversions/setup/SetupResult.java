package org.conversions.setup;

import org.conversions.access.FirstKeys;

/** What the set-up made. @param keys all of them; they cannot be shown again */
public record SetupResult(String workspaceId, FirstKeys keys) {

    /** Without the keys, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "SetupResult[" + workspaceId + "]";
    }
}
