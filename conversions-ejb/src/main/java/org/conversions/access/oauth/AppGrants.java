package org.conversions.access.oauth;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.access.AccessTokens;
import org.conversions.account.MembershipEnded;
import org.conversions.account.People;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;

/** What apps were granted: lists it for a workspace, and ends it, with all its tokens at once. */
@Stateless
public class AppGrants {

    /** Bounds what one person gives one app for a workspace, which are several connections of a Stripe account; the next one takes the place of the oldest. */
    static final int PER_PERSON_AND_APP_MAX = 10;
    static final int LIST_MAX = 500;

    private static final int AT_ONCE = 500;
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
    private People people;
    @Inject
    private AuditTrail trail;

    /** @return what apps were granted for a workspace, the newest first, at most 500 */
    public List<AppGrantView> list(String workspaceId) {
        List<Object[]> rows = database.createQuery("select g, c from AppGrant g join OAuthClient c on c.id = g.clientId"
                        + " where g.workspaceId = :workspace and g.expiresAt > :now order by g.id desc", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("now", clock.instant()).setMaxResults(LIST_MAX)
                .getResultList();
        Map<String, Instant> uses = tokens.lastUses(workspaceId,
                rows.stream().map(row -> ((AppGrant) row[0]).accessKeyId).toList());
        return rows.stream().map(row -> {
            AppGrant grant = (AppGrant) row[0];
            Instant used = uses.getOrDefault(grant.accessKeyId, grant.refreshedAt);
            return new AppGrantView(grant.id, ((OAuthClient) row[1]).view(), people.get(grant.personId).email(),
                    AppScopes.of(grant.scopes), grant.createdAt, used.isAfter(grant.refreshedAt) ? used : grant.refreshedAt);
        }).toList();
    }

    /** Ends what an app was granted. @throws RequestRefused not_found */
    public void revoke(String workspaceId, String grantId) {
        if (end(one(workspaceId, grantId), "revoked") == 0) {
            throw RequestRefused.notFound("authorization_not_found", "The authorization was not found.");
        }
    }

    /** Ends a grant with all its tokens, if it is still there. */
    void end(String workspaceId, String grantId, String why) {
        end(one(workspaceId, grantId), why);
    }

    /** Ends the oldest grants of this kind, so that there is room for another. The workspace is locked. */
    void makeRoom(String workspaceId, String clientId, String personId) {
        end(database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.clientId = :client"
                        + " and g.personId = :person order by g.id desc", AppGrant.class)
                .setParameter("workspace", workspaceId).setParameter("client", clientId).setParameter("person", personId)
                .setFirstResult(PER_PERSON_AND_APP_MAX - 1).setMaxResults(AT_ONCE), "too_many");
    }

    /** Ends all that an app was granted, and what is on its way to it. The app is locked. */
    void endOfClient(OAuthClient client) {
        database.createQuery("delete from AuthorizationCode c where c.clientId = :client")
                .setParameter("client", client.id).executeUpdate();
        endAll(database.createQuery("select g from AppGrant g where g.clientId = :client order by g.id", AppGrant.class)
                .setParameter("client", client.id), "client_deleted");
    }

    /** Ends what a person gave apps for a workspace. The workspace is locked by whoever changes its people. */
    public void membershipEnded(@Observes MembershipEnded ended) {
        database.createQuery("delete from AuthorizationCode c where c.workspaceId = :workspace and c.personId = :person")
                .setParameter("workspace", ended.workspaceId()).setParameter("person", ended.personId()).executeUpdate();
        endAll(database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.personId = :person"
                        + " order by g.id", AppGrant.class)
                .setParameter("workspace", ended.workspaceId()).setParameter("person", ended.personId()), "membership_ended");
    }

    /** Deletes what has expired, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "3/5", persistent = false)
    public void sweep() {
        Instant now = clock.instant();
        end(database.createQuery("select g from AppGrant g where g.expiresAt < :now order by g.expiresAt", AppGrant.class)
                .setParameter("now", now).setMaxResults(AT_ONCE), null);
        delete("delete from RefreshToken t where t.tokenHash in :hashes",
                database.createQuery("select t.tokenHash from RefreshToken t where t.expiresAt < :now order by t.expiresAt",
                        String.class).setParameter("now", now).setMaxResults(SWEEP_MAX).getResultList());
        delete("delete from AuthorizationCode c where c.codeHash in :hashes",
                database.createQuery("select c.codeHash from AuthorizationCode c where c.expiresAt < :old order by c.expiresAt",
                        String.class).setParameter("old", now.minus(CODES_KEPT)).setMaxResults(SWEEP_MAX).getResultList());
    }

    private TypedQuery<AppGrant> one(String workspaceId, String grantId) {
        return database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.id = :id", AppGrant.class)
                .setParameter("workspace", workspaceId).setParameter("id", grantId);
    }

    private void endAll(TypedQuery<AppGrant> grants, String why) {
        int ended;
        do {
            ended = end(grants.setMaxResults(AT_ONCE), why);
        } while (ended == AT_ONCE);
    }

    /** @param why for the audit trail; null for what has ended by itself @return how many there were */
    private int end(TypedQuery<AppGrant> query, String why) {
        List<AppGrant> grants = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (grants.isEmpty()) {
            return 0;
        }
        List<String> ids = grants.stream().map(grant -> grant.id).toList();
        tokens.end(grants.stream().map(grant -> grant.accessKeyId).toList());
        database.createQuery("delete from RefreshToken t where t.grantId in :grants").setParameter("grants", ids).executeUpdate();
        database.createQuery("delete from AppGrant g where g.id in :grants").setParameter("grants", ids).executeUpdate();
        grants.forEach(database::detach);
        if (why != null) {
            grants.forEach(grant -> trail.record(grant.workspaceId, "app_revoked", grant.clientId,
                    Map.of("authorization", grant.id, "person", grant.personId, "why", why)));
        }
        return grants.size();
    }

    private void delete(String statement, List<String> hashes) {
        if (!hashes.isEmpty()) {
            database.createQuery(statement).setParameter("hashes", hashes).executeUpdate();
        }
    }
}
