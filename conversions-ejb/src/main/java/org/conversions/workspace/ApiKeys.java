package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;

/** Makes, lists, deletes and recognises the API keys of a workspace. */
@Stateless
public class ApiKeys {

    static final int PER_WORKSPACE_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private LastUse lastUse;

    /**
     * Who holds this key? It is looked up by its hash, so that the time it takes tells nothing about the keys there
     * are. Its use is noted, to be written with the others of this minute.
     *
     * @return empty for an unknown, deleted or expired key
     */
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

    /** @throws RequestRefused forbidden when the workspace has as many keys as it may have */
    public CreatedKey create(String workspaceId, NewKey wish) {
        lock(workspaceId);
        if (list(workspaceId).size() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("A workspace has at most " + PER_WORKSPACE_MAX + " API keys.");
        }
        String token = KeyText.generate(wish.kind());
        ApiKey key = ApiKey.of(workspaceId, wish, token, clock);
        database.persist(key);
        return new CreatedKey(key.view(), token);
    }

    /** @return all keys of the workspace, at most 100, the oldest first */
    public List<KeyView> list(String workspaceId) {
        return database.createQuery("select k from ApiKey k where k.workspaceId = :workspace order by k.id",
                        ApiKey.class)
                .setParameter("workspace", workspaceId).setMaxResults(PER_WORKSPACE_MAX)
                .getResultStream().map(ApiKey::view).toList();
    }

    /**
     * The key is refused from now on.
     *
     * @throws RequestRefused not_found; conflict for the last key that may do everything, because nobody could make
     *                        another one
     */
    public void delete(String workspaceId, String keyId) {
        lock(workspaceId);
        List<KeyView> keys = list(workspaceId);
        KeyView unwanted = keys.stream().filter(key -> key.id().equals(keyId)).findFirst()
                .orElseThrow(() -> RequestRefused.notFound("API key not found."));
        if (mayDoEverything(unwanted) && keys.stream().filter(ApiKeys::mayDoEverything).count() == 1) {
            throw RequestRefused.conflict("The last secret key with all rights cannot be deleted.");
        }
        database.createQuery("delete from ApiKey k where k.workspaceId = :workspace and k.id = :id")
                .setParameter("workspace", workspaceId).setParameter("id", keyId).executeUpdate();
    }

    /** Writes when keys were last used. Their ids come in order, so that two nodes cannot block each other. */
    public void writeLastUses(SortedMap<String, Instant> uses) {
        uses.forEach((keyId, at) -> database
                .createQuery("update ApiKey k set k.lastUsedAt = :at where k.id = :id"
                        + " and (k.lastUsedAt is null or k.lastUsedAt < :at)")
                .setParameter("at", at).setParameter("id", keyId).executeUpdate());
    }

    private static boolean mayDoEverything(KeyView key) {
        return key.scopes().contains(KeyHolder.SCOPE_ALL) && key.expiresAt() == null;
    }

    /** Two requests at once must not both count the keys and then both go on. */
    private void lock(String workspaceId) {
        database.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
    }
}
