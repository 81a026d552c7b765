package org.conversions.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/**
 * The access tokens of apps. One is a key like any other, only that it ends within the hour: it is kept by its hash and limited
 * by its scopes. It is not listed with the keys that people make, and does not count among them.
 */
@Stateless
public class AccessTokens {

    /** The rest is the business of the refresh token. */
    public static final Duration LIFE_MAX = Duration.ofHours(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * @param appName whose it is
     * @param scopes  what was granted to the app, among {@link Area#appScopes()}; not empty
     * @param life    at most an hour
     * @throws IllegalArgumentException for anything else, which only a mistake of ours could grant
     */
    public CreatedKey issue(WorkspaceId workspaceId, String appName, Set<String> scopes, Duration life) {
        if (scopes.isEmpty() || !Area.appScopes().containsAll(scopes)) {
            throw new IllegalArgumentException("An app gets scopes of single areas only, not " + scopes);
        }
        if (life.isNegative() || life.compareTo(LIFE_MAX) > 0) {
            throw new IllegalArgumentException("An access token lives for at most " + LIFE_MAX);
        }
        String token = KeyText.generate(KeyKind.OAUTH, Mode.LIVE);
        ApiKey key = ApiKey.of(workspaceId,
                new NewKey(appName, KeyKind.OAUTH, Mode.LIVE, scopes, clock.instant().plus(life)), token, clock);
        database.persist(key);
        return new CreatedKey(key.view(), token);
    }

    /** @return the id of an access token, also of one that has ended; empty for what is none */
    public Optional<String> id(String token) {
        if (token.length() > KeyText.LENGTH_MAX) {
            return Optional.empty();
        }
        return database.createQuery("select k.id from ApiKey k where k.keyHash = :hash and k.kind = :kind", String.class)
                .setParameter("hash", TokenHash.sha256(token)).setParameter("kind", KeyKind.OAUTH)
                .getResultStream().findFirst();
    }

    /** @return when each of these tokens was used last, to the minute, as far as one was */
    public Map<String, Instant> lastUses(WorkspaceId workspaceId, Collection<String> ids) {
        Map<String, Instant> uses = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createQuery("select k.id, k.lastUsedAt from ApiKey k where k.workspaceId = :workspace and k.id in :ids"
                            + " and k.lastUsedAt is not null", Object[].class)
                    .setParameter("workspace", workspaceId).setParameter("ids", ids).getResultStream()
                    .forEach(row -> uses.put((String) row[0], (Instant) row[1]));
        }
        return uses;
    }

    /** Deletes tokens, which are refused from now on. */
    public void end(Collection<String> ids) {
        if (!ids.isEmpty()) {
            database.createQuery("delete from ApiKey k where k.id in :ids and k.kind = :kind")
                    .setParameter("ids", ids).setParameter("kind", KeyKind.OAUTH).executeUpdate();
        }
    }
}
