package org.conversions.access;

import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The holder of a valid API key.
 *
 * @param name   as people know it
 * @param mode   live or test, of all that it brings and sees
 * @param scopes among {@link Area#scopes()}; empty for a publishable key, whose rights are fixed
 */
public record KeyHolder(String keyId, String name, WorkspaceId workspaceId, KeyKind kind, Mode mode, Set<String> scopes)
        implements RightsHolder {

    public static final String SCOPE_ALL = "apis.all";
    public static final String SCOPE_READ = "apis.read";

    @Override
    public boolean publishable() {
        return kind == KeyKind.PUBLISHABLE;
    }
}
