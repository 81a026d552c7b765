package org.conversions.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.conversions.platform.Ids;
import org.conversions.platform.StoredRow;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/** A row of api_key. The key itself is nowhere: only its hash. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    KeyKind kind;
    String mode;
    String hint;
    @Column(name = "key_hash")
    String keyHash;
    /** Separated by spaces. */
    String scopes;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "last_used_at")
    Instant lastUsedAt;
    @Column(name = "created_at")
    Instant createdAt;

    /** @param token the key itself, of which only the hash and a hint are kept */
    static ApiKey of(WorkspaceId workspaceId, NewKey draft, String token, Clock clock) {
        ApiKey key = new ApiKey();
        key.id = Ids.next("key", clock);
        key.workspaceId = workspaceId;
        key.name = draft.name();
        key.kind = draft.kind();
        key.mode = draft.mode().text();
        key.hint = KeyText.hint(token);
        key.keyHash = TokenHash.sha256(token);
        key.scopes = String.join(" ", new TreeSet<>(draft.scopes()));
        key.expiresAt = draft.expiresAt();
        key.createdAt = clock.instant();
        return key;
    }

    /** Changes name and scopes; null keeps them. */
    ApiKey changed(String newName, Set<String> newScopes) {
        name = newName == null ? name : newName;
        scopes = newScopes == null ? scopes : String.join(" ", new TreeSet<>(newScopes));
        return this;
    }

    KeyHolder holder() {
        checkStored();
        return new KeyHolder(id, name, workspaceId, kind, Mode.of(mode), scopes());
    }

    KeyView view() {
        checkStored();
        return new KeyView(id, name, kind, Mode.of(mode), hint, scopes(), expiresAt, lastUsedAt, createdAt);
    }

    private void checkStored() {
        StoredRow.mustHold(scopes.isEmpty() == (kind == KeyKind.PUBLISHABLE), "api_key " + id,
                "every key has scopes but a publishable one");
        StoredRow.mustHold(kind != KeyKind.OAUTH || expiresAt != null, "api_key " + id, "an access token ends");
    }

    private Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : new TreeSet<>(Set.of(scopes.split(" ")));
    }
}
