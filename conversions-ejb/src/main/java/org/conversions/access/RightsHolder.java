package org.conversions.access;

import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Somebody who may do things in a workspace: the holder of an API key or access token, or a person who is signed in. */
public interface RightsHolder {

    WorkspaceId workspaceId();

    /** Returns live or test: what the holder brings is of this mode, and what it sees unless it asks for another. */
    Mode mode();

    /** Returns rights among {@link Area#scopes()}; none for a publishable key, whose rights are fixed. */
    Set<String> scopes();

    /** Returns whether the holder may read or write in an area; who may write may read. */
    default boolean may(Area area, boolean writing) {
        return mayEverything() || !writing && scopes().contains(KeyHolder.SCOPE_READ)
                || scopes().contains(area.scope(writing)) || scopes().contains(area.scope(true));
    }

    default boolean mayEverything() {
        return scopes().contains(KeyHolder.SCOPE_ALL);
    }

    /** Returns whether every visitor of a site is this holder. */
    default boolean publishable() {
        return false;
    }
}
