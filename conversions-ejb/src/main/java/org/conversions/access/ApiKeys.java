package org.conversions.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Makes, lists and deletes the API keys of a workspace, and recognises them and the access tokens of apps. */
@Stateless
public class ApiKeys {

    static final int PER_WORKSPACE_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;
    @Inject
    private LastUse lastUse;
    @Inject
    private AuditTrail trail;

    /**
     * Finds the holder of a key. It is looked up by its hash, so that the time it takes shows nothing of the keys there
     * are. Its use is noted, to be written with the others of this minute. Every request comes by here, so it costs one
     * statement and no transaction of its own.
     *
     * @return empty for an unknown, deleted or expired key
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<KeyHolder> authenticate(String token) {
        if (token.length() > KeyText.LENGTH_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<KeyHolder> holder = database
                .createQuery("select k from ApiKey k where k.keyHash = :hash"
                        + " and (k.expiresAt is null or k.expiresAt > :now)", ApiKey.class)
                .setParameter("hash", TokenHash.sha256(token)).setParameter("now", now)
                .getResultStream().findFirst().map(ApiKey::holder);
        holder.ifPresent(known -> lastUse.note(known.keyId(), now));
        return holder;
    }

    /**
     * @throws RequestRefused unprocessable for an end in the past; forbidden when the workspace has as many keys as it
     *                        may have; not found for a workspace that there is not
     */
    public CreatedKey create(WorkspaceId workspaceId, NewKey draft) {
        if (draft.kind() == KeyKind.OAUTH) {
            throw RequestRefused.unprocessable("field_value_unknown", "kind: must be one of secret, publishable");
        }
        if (draft.expiresAt() != null && !draft.expiresAt().isAfter(clock.instant())) {
            throw RequestRefused.unprocessable("field_out_of_range", "expiresAt: must be in the future");
        }
        workspaces.lock(workspaceId);
        if (list(workspaceId).size() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached",
                    "A workspace has at most " + PER_WORKSPACE_MAX + " API keys.");
        }
        return make(workspaceId, draft);
    }

    /** @throws RequestRefused conflict for one that this server has already */
    public void keep(WorkspaceId workspaceId, FirstKeys keys) {
        keep(workspaceId, "apiKey", new NewKey("First secret key", KeyKind.SECRET, Mode.LIVE, null, null), keys.secret());
        keep(workspaceId, "publishableKey", new NewKey("First publishable key", KeyKind.PUBLISHABLE, Mode.LIVE, null, null),
                keys.publishable());
        keep(workspaceId, "testApiKey", new NewKey("First secret test key", KeyKind.SECRET, Mode.TEST, null, null),
                keys.testSecret());
        keep(workspaceId, "testPublishableKey", new NewKey("First publishable test key", KeyKind.PUBLISHABLE, Mode.TEST,
                null, null), keys.testPublishable());
    }

    private void keep(WorkspaceId workspaceId, String field, NewKey draft, Optional<String> given) {
        given.ifPresent(key -> {
            if (!database.createQuery("select k.id from ApiKey k where k.keyHash = :hash", String.class)
                    .setParameter("hash", TokenHash.sha256(key)).getResultList().isEmpty()) {
                throw RequestRefused.conflict("key_taken", field + ": is a key of this server already");
            }
            database.persist(ApiKey.of(workspaceId, draft, key, clock));
        });
    }

    private CreatedKey make(WorkspaceId workspaceId, NewKey draft) {
        String token = KeyText.generate(draft.kind(), draft.mode());
        ApiKey key = ApiKey.of(workspaceId, draft, token, clock);
        database.persist(key);
        trail.record(workspaceId, "key_made", key.id, details(key.view()));
        return new CreatedKey(key.view(), token);
    }

    /**
     * Gives a key another name or other scopes, from the next request on.
     *
     * @param by     the mode of the key that asks: what it does not reach is unknown to it
     * @param name   null to keep it
     * @param scopes null to keep them
     * @throws RequestRefused not_found; unprocessable_entity, naming the field; conflict for the scopes of the last key
     *                        that may do everything
     */
    public KeyView change(WorkspaceId workspaceId, Mode by, String keyId, String name, Set<String> scopes) {
        workspaces.lock(workspaceId);
        KeyView known = known(list(workspaceId, by), keyId);
        if (name != null) {
            NewKey.checkName(name);
        }
        if (scopes != null) {
            if (known.kind() != KeyKind.SECRET) {
                throw RequestRefused.unprocessable("field_not_allowed",
                        "scopes: only those of a secret key can be changed");
            }
            NewKey.checkScopes(scopes);
            if (!scopes.contains(KeyHolder.SCOPE_ALL)) {
                refuseIfLast(workspaceId, known);
            }
        }
        KeyView changed = database.find(ApiKey.class, keyId).changed(name, scopes).view();
        trail.record(workspaceId, "key_changed", keyId, Map.of("from", details(known), "to", details(changed)));
        return changed;
    }

    private static Map<String, Object> details(KeyView key) {
        return Map.of("name", key.name(), "kind", key.kind().text(), "mode", key.mode().text(), "scopes", key.scopes());
    }

    /** @return the keys of the workspace that a key of this mode reaches, the oldest first */
    public List<KeyView> list(WorkspaceId workspaceId, Mode by) {
        return list(workspaceId).stream().filter(key -> by.reaches(key.mode())).toList();
    }

    /** @return all keys of the workspace, without the access tokens of apps, at most 100, the oldest first */
    private List<KeyView> list(WorkspaceId workspaceId) {
        return database.createQuery("select k from ApiKey k where k.workspaceId = :workspace and k.kind <> :token"
                        + " order by k.id", ApiKey.class)
                .setParameter("workspace", workspaceId).setParameter("token", KeyKind.OAUTH).setMaxResults(PER_WORKSPACE_MAX)
                .getResultStream().map(ApiKey::view).toList();
    }

    /**
     * Deletes a key, which is refused from now on.
     *
     * @throws RequestRefused not_found; conflict for the last key that may do everything, because no other one
     *                        could be made then
     */
    public void delete(WorkspaceId workspaceId, Mode by, String keyId) {
        workspaces.lock(workspaceId);
        KeyView known = known(list(workspaceId, by), keyId);
        refuseIfLast(workspaceId, known);
        database.createQuery("delete from ApiKey k where k.workspaceId = :workspace and k.id = :id")
                .setParameter("workspace", workspaceId).setParameter("id", keyId).executeUpdate();
        trail.record(workspaceId, "key_deleted", keyId, details(known));
    }

    /** Writes when keys were last used. Their ids come in order, so that two nodes cannot block each other. */
    public void writeLastUses(SortedMap<String, Instant> uses) {
        uses.forEach((keyId, at) -> database
                .createQuery("update ApiKey k set k.lastUsedAt = :at where k.id = :id"
                        + " and (k.lastUsedAt is null or k.lastUsedAt < :at)")
                .setParameter("at", at).setParameter("id", keyId).executeUpdate());
    }

    private static KeyView known(List<KeyView> keys, String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).findFirst()
                .orElseThrow(() -> RequestRefused.notFound("key_not_found", "API key not found."));
    }

    /** Refuses because no other such key could be made then. */
    private void refuseIfLast(WorkspaceId workspaceId, KeyView key) {
        if (mayDoEverything(key) && list(workspaceId).stream().filter(ApiKeys::mayDoEverything).count() == 1) {
            throw RequestRefused.conflict("last_full_key",
                    "The last secret live key with all rights cannot be deleted or given fewer.");
        }
    }

    private static boolean mayDoEverything(KeyView key) {
        return key.mode() == Mode.LIVE && key.scopes().contains(KeyHolder.SCOPE_ALL) && key.expiresAt() == null;
    }
}
