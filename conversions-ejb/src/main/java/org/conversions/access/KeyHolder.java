package org.conversions.access;

import java.util.Set;
import org.conversions.workspace.Mode;

/**
 * Whoever holds a valid API key.
 *
 * @param mode   live or test: what it brings, and what it sees, is of this mode
 * @param scopes among {@link Area#scopes()}; empty for a publishable key, whose rights are fixed
 */
public record KeyHolder(String keyId, String workspaceId, KeyKind kind, Mode mode, Set<String> scopes) {

    public static final String SCOPE_ALL = "apis.all";
    public static final String SCOPE_READ = "apis.read";

    public boolean publishable() {
        return kind == KeyKind.PUBLISHABLE;
    }

    /** Whether this key may read or write in an area. Who may write may read. */
    public boolean may(Area area, boolean writing) {
        return mayEverything() || !writing && scopes.contains(SCOPE_READ)
                || scopes.contains(area.scope(writing)) || scopes.contains(area.scope(true));
    }

    public boolean mayEverything() {
        return scopes.contains(SCOPE_ALL);
    }
}
