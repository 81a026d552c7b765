package org.conversions.access.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.access.AccessTokens;
import org.conversions.access.CreatedKey;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;

/** The rows of a grant's tokens: one access token at a time, and refresh tokens of which each is used once. */
@ApplicationScoped
class TokenFamily {

    /** So long a grant lasts that nobody uses. */
    static final Duration IDLE_MAX = Duration.ofDays(120);
    /** So long a grant lasts in any case; then the person is asked again. */
    static final Duration LIFE_MAX = Duration.ofDays(365);

    private static final String REFRESH_PREFIX = "conv_refresh_token_";
    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int REFRESH_LENGTH = 32;

    /** A token and what it belongs to. @param tokenHash null for an access token */
    record Member(String tokenHash, String grantId, String clientId, WorkspaceId workspaceId, String personId) {
    }

    /** The ways in which a refresh token can come. */
    enum Use {
        FIRST, AGAIN, TOO_LATE
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private AccessTokens accessTokens;
    @Inject
    private TokenLife life;

    /** @return the grant that a code stands for, to which tokens are still to be issued */
    AppGrant begin(AuthorizationCode code) {
        AppGrant grant = new AppGrant();
        grant.id = code.grantId;
        grant.clientId = code.clientId;
        grant.workspaceId = code.workspaceId;
        grant.personId = code.personId;
        grant.scopes = code.scopes;
        grant.createdAt = clock.instant();
        grant.endsAt = grant.createdAt.plus(LIFE_MAX);
        return grant;
    }

    /** Issues new tokens; the access token before ends. @param scopes of the access token, as granted or fewer */
    TokenAnswer issue(AppGrant grant, String appName, Set<String> scopes) {
        Instant now = clock.instant();
        if (grant.accessKeyId != null) {
            accessTokens.end(List.of(grant.accessKeyId));
        }
        CreatedKey access = accessTokens.issue(grant.workspaceId, appName, scopes, life.access());
        RefreshToken refresh = new RefreshToken();
        String token = REFRESH_PREFIX + Ids.random(REFRESH_LENGTH);
        refresh.tokenHash = TokenHash.sha256(token);
        refresh.grantId = grant.id;
        refresh.createdAt = now;
        refresh.expiresAt = earlier(now.plus(IDLE_MAX), grant.endsAt);
        database.persist(refresh);
        grant.accessKeyId = access.key().id();
        grant.refreshedAt = now;
        grant.expiresAt = refresh.expiresAt;
        if (!database.contains(grant)) {
            database.persist(grant);
        }
        return new TokenAnswer.Issued(access.token(), life.access().toSeconds(), token, scopes);
    }

    /** Uses a refresh token up, unless another has. The grant is locked. */
    Use use(Member token) {
        Instant now = clock.instant();
        if (database.createQuery("update RefreshToken t set t.usedAt = :now where t.tokenHash = :hash and t.usedAt is null"
                        + " and t.expiresAt > :now")
                .setParameter("now", now).setParameter("hash", token.tokenHash()).executeUpdate() == 1) {
            return Use.FIRST;
        }
        return database.createQuery("select t.usedAt from RefreshToken t where t.tokenHash = :hash and t.usedAt is not null",
                        Instant.class)
                .setParameter("hash", token.tokenHash()).getResultStream().findFirst().map(used -> Use.AGAIN).orElse(Use.TOO_LATE);
    }

    /** @return also one that was used or has expired; empty for what is none */
    Optional<Member> refreshToken(String token) {
        String hash = TokenHash.sha256(token);
        return database.createQuery("select g.id, g.clientId, g.workspaceId, g.personId from RefreshToken t"
                        + " join AppGrant g on g.id = t.grantId where t.tokenHash = :hash", Object[].class)
                .setParameter("hash", hash).getResultStream().findFirst().map(row -> member(hash, row));
    }

    /** @return empty for a token of no grant */
    Optional<Member> ofAccessToken(String keyId) {
        return database.createQuery("select g.id, g.clientId, g.workspaceId, g.personId from AppGrant g"
                        + " where g.accessKeyId = :key", Object[].class)
                .setParameter("key", keyId).getResultStream().findFirst().map(row -> member(null, row));
    }

    private static Member member(String hash, Object[] row) {
        return new Member(hash, (String) row[0], (String) row[1], (WorkspaceId) row[2], (String) row[3]);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
