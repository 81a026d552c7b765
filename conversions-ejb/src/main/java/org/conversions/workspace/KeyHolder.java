package org.conversions.workspace;

import java.util.Set;

/**
 * Whoever holds a valid API key.
 *
 * @param scopes {@code apis.all} or {@code apis.read}; empty for a publishable key, whose rights are fixed
 */
public record KeyHolder(String keyId, String workspaceId, KeyKind kind, Set<String> scopes) {

    public static final String SCOPE_ALL = "apis.all";
    public static final String SCOPE_READ = "apis.read";

    public boolean publishable() {
        return kind == KeyKind.PUBLISHABLE;
    }

    /** Whether this key may change something. */
    public boolean mayWrite() {
        return scopes.contains(SCOPE_ALL);
    }
}
