package org.conversions.workspace;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.conversions.platform.RequestRefused;

/**
 * The wish for a key.
 *
 * @param scopes    null or empty for all rights of its kind
 * @param expiresAt null for never
 */
public record NewKey(String name, KeyKind kind, Set<String> scopes, Instant expiresAt) {

    private static final int NAME_MAX = 190;
    /** As a list: it can be asked about null. */
    private static final List<String> SCOPES = Arrays.asList(KeyHolder.SCOPE_ALL, KeyHolder.SCOPE_READ);

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public NewKey {
        if (name == null || name.isBlank() || name.length() > NAME_MAX) {
            throw RequestRefused.unprocessable("name: must have 1 to " + NAME_MAX + " characters");
        }
        if (kind == KeyKind.PUBLISHABLE) {
            if (scopes != null && !scopes.isEmpty()) {
                throw RequestRefused.unprocessable("scopes: a publishable key has none");
            }
            scopes = Set.of();
        } else if (scopes == null || scopes.isEmpty()) {
            scopes = Set.of(KeyHolder.SCOPE_ALL);
        } else if (!SCOPES.containsAll(scopes)) {
            throw RequestRefused.unprocessable("scopes: must be among apis.all, apis.read");
        }
    }
}
