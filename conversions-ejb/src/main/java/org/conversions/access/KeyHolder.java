package org.conversions.access;

import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The holder of a valid API key.
 *
 * @param mode   live or test, of all that it brings and sees
 * @param scopes among {@link Area#scopes()}; empty for a publishable key, whose rights are fixed
 */
public record KeyHolder(String keyId, WorkspaceId workspaceId, KeyKind kind, Mode mode, Set<String> scopes) {

    public static final String SCOPE_ALL = "apis.all";
    public static final String SCOPE_READ = "apis.read";

    public boolean publishable() {
        return kind == KeyKind.PUBLISHABLE;
    }

    /** @return whether this key may read or write in an area; a key that may write may read */
    public boolean may(Area area, boolean writing) {
        return mayEverything() || !writing && scopes.contains(SCOPE_READ)
                || scopes.contains(area.scope(writing)) || scopes.contains(area.scope(true));
    }

    public boolean mayEverything() {
        return scopes.contains(SCOPE_ALL);
    }
}
