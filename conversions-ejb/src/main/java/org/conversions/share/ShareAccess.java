package org.conversions.share;

import java.util.Set;
import org.conversions.access.RightsHolder;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Somebody who has the link of a share. They have no right but to see what is shared.
 *
 * @param needsPassword whether the password has still to be proven
 */
public record ShareAccess(String shareId, WorkspaceId workspaceId, Mode mode, String name, String query, boolean money,
                          boolean needsPassword) implements RightsHolder {

    @Override
    public Set<String> scopes() {
        return Set.of();
    }
}
