package org.conversions.access;

import java.time.Instant;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.workspace.Mode;

/**
 * The draft of a key.
 *
 * @param mode      live or test
 * @param scopes    null or empty for all rights of its kind
 * @param expiresAt null for never
 */
public record NewKey(String name, KeyKind kind, Mode mode, Set<String> scopes, Instant expiresAt) {

    private static final int NAME_MAX = TextColumn.LENGTH_MAX;

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public NewKey {
        checkName(name);
        if (mode == Mode.SANDBOX) {
            throw RequestRefused.unprocessable("field_value_unknown", "mode: a key is live or test");
        }
        if (kind == KeyKind.PUBLISHABLE) {
            if (scopes != null && !scopes.isEmpty()) {
                throw RequestRefused.unprocessable("field_not_allowed", "scopes: a publishable key has none");
            }
            scopes = Set.of();
        } else if (scopes == null || scopes.isEmpty()) {
            scopes = Set.of(KeyHolder.SCOPE_ALL);
        } else {
            checkScopes(scopes);
        }
    }

    static void checkName(String name) {
        if (name == null || name.isBlank() || name.length() > NAME_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "name: must have 1 to " + NAME_MAX + " characters");
        }
    }

    private static void refuse(String scope) {
        throw RequestRefused.unprocessable("field_value_unknown",
                "scopes: " + scope + " is none; must be among " + String.join(", ", Area.scopes()));
    }

    static void checkScopes(Set<String> scopes) {
        if (scopes.isEmpty()) {
            throw RequestRefused.unprocessable("field_missing",
                    "scopes: must be among " + String.join(", ", Area.scopes()));
        }
        scopes.stream().filter(scope -> !Area.isScope(scope)).map(String::valueOf).findFirst().ifPresent(NewKey::refuse);
    }
}
