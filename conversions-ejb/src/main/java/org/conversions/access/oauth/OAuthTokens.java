package org.conversions.access.oauth;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.conversions.access.AccessTokens;
import org.conversions.account.Memberships;
import org.conversions.account.People;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;

/**
 * Gives apps tokens for codes and refresh tokens, and takes tokens back. Locks are taken in one order: the app, the workspace,
 * the grant, the code or token. So nothing is granted beside somebody who deletes the app or removes the person.
 */
@Stateless
public class OAuthTokens {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Memberships memberships;
    @Inject
    private People people;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Revocation revocation;
    @Inject
    private TokenFamily family;
    @Inject
    private AccessTokens accessTokens;

    /**
     * Exchanges a code for tokens, once.
     *
     * @param redirectUri the same as in the request for authorization
     * @param verifier    what the challenge of that request was made from
     */
    public TokenAnswer exchange(ClientCredentials credentials, String code, String redirectUri, String verifier) {
        Optional<OAuthClient> client = authenticated(credentials);
        if (client.isEmpty()) {
            return new TokenAnswer.Refused(OAuthError.invalidClient());
        }
        AuthorizationCode row = database.find(AuthorizationCode.class, TokenHash.sha256(code));
        Optional<OAuthError> wrong = row == null ? Optional.of(CodeBinding.unknown())
                : row.binding().check(client.get().id, redirectUri, verifier);
        if (wrong.isPresent()) {
            return new TokenAnswer.Refused(wrong.get());
        }
        workspaces.lock(row.workspaceId);
        if (!used(row)) {
            return new TokenAnswer.Refused(CodeBinding.unknown());
        }
        AppGrant grant = family.begin(row);
        if (!mayStillHave(grant, client.get())) {
            return new TokenAnswer.Refused(OAuthError.invalidGrant("code: the person may not grant this any more."));
        }
        revocation.makeRoom(grant.workspaceId, grant.clientId, grant.personId);
        return family.issue(grant, client.get().name, AppScopes.of(grant.scopes));
    }

    /** Uses a code up. One that was used before was copied: what came of it ends. */
    private boolean used(AuthorizationCode code) {
        Instant now = clock.instant();
        boolean first = database.createQuery("update AuthorizationCode c set c.usedAt = :now where c.codeHash = :hash"
                        + " and c.workspaceId = :workspace and c.usedAt is null and c.expiresAt > :now")
                .setParameter("now", now).setParameter("hash", code.codeHash).setParameter("workspace", code.workspaceId)
                .executeUpdate() == 1;
        if (!first && database.createQuery("select c.usedAt from AuthorizationCode c where c.codeHash = :hash"
                        + " and c.workspaceId = :workspace and c.usedAt is not null", Instant.class)
                .setParameter("hash", code.codeHash).setParameter("workspace", code.workspaceId)
                .getResultStream().findFirst().isPresent()) {
            revocation.end(code.workspaceId, code.grantId, "code_used_twice");
        }
        return first;
    }

    /** Exchanges a refresh token for new tokens, once. @param scope fewer scopes for the access token; null for all */
    public TokenAnswer refresh(ClientCredentials credentials, String refreshToken, String scope) {
        Optional<OAuthClient> client = authenticated(credentials);
        if (client.isEmpty()) {
            return new TokenAnswer.Refused(OAuthError.invalidClient());
        }
        Optional<TokenFamily.Member> token = family.refreshToken(refreshToken)
                .filter(known -> known.clientId().equals(client.get().id));
        if (token.isEmpty()) {
            return new TokenAnswer.Refused(unknownToken());
        }
        workspaces.lock(token.get().workspaceId());
        AppGrant grant = database.find(AppGrant.class, token.get().grantId(), LockModeType.PESSIMISTIC_WRITE);
        if (grant == null) {
            return new TokenAnswer.Refused(unknownToken());
        }
        Set<String> scopes = scope == null || scope.isEmpty() ? AppScopes.of(grant.scopes) : AppScopes.of(scope);
        if (scopes.isEmpty() || !AppScopes.of(grant.scopes).containsAll(scopes)) {
            return new TokenAnswer.Refused(OAuthError.invalidScope("scope: must be among those that were granted."));
        }
        TokenFamily.Use use = family.use(token.get());
        if (use != TokenFamily.Use.FIRST || !mayStillHave(grant, client.get())) {
            if (use != TokenFamily.Use.TOO_LATE) {
                revocation.end(grant.workspaceId, grant.id, use == TokenFamily.Use.AGAIN ? "refresh_token_used_twice" : "rights_ended");
            }
            return new TokenAnswer.Refused(unknownToken());
        }
        return family.issue(grant, client.get().name, scopes);
    }

    /**
     * Ends what a token belongs to, with all its tokens. For a token that there is not, nothing is to be done.
     *
     * @return why it was refused; empty when the token is good for nothing now
     */
    public Optional<OAuthError> revoke(ClientCredentials credentials, String token) {
        Optional<OAuthClient> client = authenticated(credentials);
        if (client.isEmpty()) {
            return Optional.of(OAuthError.invalidClient());
        }
        Optional<TokenFamily.Member> member = family.refreshToken(token)
                .or(() -> accessTokens.id(token).flatMap(family::ofAccessToken));
        if (member.isPresent() && !member.get().clientId().equals(client.get().id)) {
            return Optional.of(OAuthError.invalidGrant("token: is that of another app."));
        }
        member.ifPresent(known -> revocation.end(known.workspaceId(), known.grantId(), "revoked_by_app"));
        return Optional.empty();
    }

    /** @param keyId the id of an access token @return empty when what it belongs to has just ended */
    public Optional<AppIdentity> identity(WorkspaceId workspaceId, String keyId) {
        return family.ofAccessToken(keyId).filter(member -> member.workspaceId().equals(workspaceId)).map(member -> {
            WorkspaceView workspace = workspaces.get(workspaceId);
            return new AppIdentity(member.personId(), people.get(member.personId()).name(), workspaceId, workspace.slug(),
                    workspace.name());
        });
    }

    /** @return the app that proved who it is. Until this transaction ends nobody can delete it */
    private Optional<OAuthClient> authenticated(ClientCredentials credentials) {
        return Optional.ofNullable(database.find(OAuthClient.class, credentials.clientId(), LockModeType.PESSIMISTIC_READ))
                .filter(client -> client.isOpenedBy(credentials.secret()));
    }

    private boolean mayStillHave(AppGrant grant, OAuthClient client) {
        return memberships.role(grant.workspaceId, grant.personId).filter(role -> GrantRules.check(client.workspaceId,
                workspaces.get(grant.workspaceId), role, AppScopes.of(grant.scopes)).isEmpty()).isPresent();
    }

    private static OAuthError unknownToken() {
        return OAuthError.invalidGrant("refresh_token: is unknown, has expired, or was used before.");
    }
}
