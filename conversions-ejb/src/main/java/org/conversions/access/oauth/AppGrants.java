package org.conversions.access.oauth;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.access.AccessTokens;
import org.conversions.account.Memberships;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** What apps were granted: lists it for a workspace, and ends it, with all its tokens at once. */
@Stateless
public class AppGrants {

    static final int LIST_MAX = 500;

    private static final int SWEEP_MAX = 1_000;
    /** For so long a second use of a code is noticed. */
    private static final Duration CODES_KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private AccessTokens tokens;
    @Inject
    private Memberships memberships;
    @Inject
    private Revocation revocation;

    /** @return what apps were granted for a workspace, the newest first, at most 500 */
    public List<AppGrantView> list(WorkspaceId workspaceId) {
        List<Object[]> rows = database.createQuery("select g, c from AppGrant g join OAuthClient c on c.id = g.clientId"
                        + " where g.workspaceId = :workspace and g.expiresAt > :now order by g.id desc", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("now", clock.instant()).setMaxResults(LIST_MAX)
                .getResultList();
        Map<String, Instant> uses = tokens.lastUses(workspaceId,
                rows.stream().map(row -> ((AppGrant) row[0]).accessKeyId).toList());
        // What was granted ends with the membership: each person is a member.
        Map<String, String> emails = memberships.members(workspaceId).stream()
                .collect(Collectors.toMap(member -> member.person().id(), member -> member.person().email()));
        return rows.stream().filter(row -> emails.containsKey(((AppGrant) row[0]).personId)).map(row -> {
            AppGrant grant = (AppGrant) row[0];
            Instant used = uses.getOrDefault(grant.accessKeyId, grant.refreshedAt);
            return new AppGrantView(grant.id, ((OAuthClient) row[1]).view(), emails.get(grant.personId),
                    AppScopes.of(grant.scopes), grant.createdAt, used.isAfter(grant.refreshedAt) ? used : grant.refreshedAt);
        }).toList();
    }

    /** Ends what an app was granted. @throws RequestRefused not_found */
    public void revoke(WorkspaceId workspaceId, String grantId) {
        if (!revocation.end(workspaceId, grantId, "revoked")) {
            throw RequestRefused.notFound("authorization_not_found", "The authorization was not found.");
        }
    }

    /** Deletes what has expired, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "3/5", persistent = false)
    public void sweep() {
        Instant now = clock.instant();
        revocation.endExpired(now);
        delete("delete from RefreshToken t where t.tokenHash in :hashes",
                database.createQuery("select t.tokenHash from RefreshToken t where t.expiresAt < :now order by t.expiresAt",
                        String.class).setParameter("now", now).setMaxResults(SWEEP_MAX).getResultList());
        delete("delete from AuthorizationCode c where c.codeHash in :hashes",
                database.createQuery("select c.codeHash from AuthorizationCode c where c.expiresAt < :old order by c.expiresAt",
                        String.class).setParameter("old", now.minus(CODES_KEPT)).setMaxResults(SWEEP_MAX).getResultList());
    }

    private void delete(String statement, List<String> hashes) {
        if (!hashes.isEmpty()) {
            database.createQuery(statement).setParameter("hashes", hashes).executeUpdate();
        }
    }
}
