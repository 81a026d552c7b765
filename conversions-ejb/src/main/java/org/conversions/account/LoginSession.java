package org.conversions.account;

import java.time.Instant;
import java.util.Set;
import org.conversions.access.RightsHolder;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A person who is signed in, and the workspace that is worked in.
 *
 * @param place null when no workspace is chosen
 */
public record LoginSession(String id, PersonView person, Place place, Instant expiresAt) implements RightsHolder {

    /** A workspace and what the person may do there. */
    public record Place(WorkspaceId workspaceId, Role role) {
    }

    public String personId() {
        return person.id();
    }

    /** @throws RequestRefused forbidden when no workspace is chosen */
    @Override
    public WorkspaceId workspaceId() {
        return chosen().workspaceId();
    }

    /** @throws RequestRefused forbidden when no workspace is chosen */
    public Role role() {
        return chosen().role();
    }

    /** People see live and test data. */
    @Override
    public Mode mode() {
        return Mode.LIVE;
    }

    @Override
    public Set<String> scopes() {
        return role().scopes();
    }

    private Place chosen() {
        if (place == null) {
            throw RequestRefused.forbidden("workspace_missing", "You belong to no workspace, or have not chosen one.");
        }
        return place;
    }
}
