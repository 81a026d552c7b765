package org.conversions.access.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.access.AccessTokens;
import org.conversions.account.MembershipEnded;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Feature;
import org.conversions.workspace.PlanChanged;

/** Ends grants, each with all its tokens at once, and writes down why. */
@ApplicationScoped
class Revocation {

    /** Bounds what one person gives one app for a workspace; the next one takes the place of the oldest. */
    static final int PER_PERSON_AND_APP_MAX = 10;
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private AccessTokens tokens;
    @Inject
    private AuditTrail trail;

    /** Ends a grant, if it is still there. @param why a word for the audit trail @return whether it was */
    boolean end(WorkspaceId workspaceId, String grantId, String why) {
        return end(database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.id = :id",
                        AppGrant.class)
                .setParameter("workspace", workspaceId).setParameter("id", grantId), why) > 0;
    }

    /** Ends some of those that have run out, which is no news. */
    void endExpired(Instant now) {
        end(database.createQuery("select g from AppGrant g where g.expiresAt < :now order by g.expiresAt", AppGrant.class)
                .setParameter("now", now).setMaxResults(AT_ONCE), null);
    }

    /** Ends the oldest grants of this kind, so that there is room for another. The workspace is locked. */
    void makeRoom(WorkspaceId workspaceId, String clientId, String personId) {
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
    void membershipEnded(@Observes MembershipEnded ended) {
        database.createQuery("delete from AuthorizationCode c where c.workspaceId = :workspace and c.personId = :person")
                .setParameter("workspace", ended.workspaceId()).setParameter("person", ended.personId()).executeUpdate();
        endAll(database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.personId = :person"
                        + " order by g.id", AppGrant.class)
                .setParameter("workspace", ended.workspaceId()).setParameter("person", ended.personId()), "membership_ended");
    }

    /** Ends what a lower plan does not include. The workspace is locked by whoever changes its plan. */
    void planChanged(@Observes PlanChanged changed) {
        if (changed.after().includes(Feature.STRIPE_INTEGRATION)) {
            return;
        }
        String stripe = "%stripe.%";
        database.createQuery("delete from AuthorizationCode c where c.workspaceId = :workspace and c.scopes like :scopes")
                .setParameter("workspace", changed.workspaceId()).setParameter("scopes", stripe).executeUpdate();
        endAll(database.createQuery("select g from AppGrant g where g.workspaceId = :workspace and g.scopes like :scopes"
                        + " order by g.id", AppGrant.class)
                .setParameter("workspace", changed.workspaceId()).setParameter("scopes", stripe), "plan_changed");
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
}
