package org.conversions.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.conversions.account.Memberships;
import org.conversions.account.People;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;

/** Founds the first workspace of a database, once, however many ask at the same time. */
@Stateless
public class Installation {

    private static final int READ_TIMEOUT_MILLIS = 3_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private People people;
    @Inject
    private Memberships memberships;
    @Inject
    private NewWorkspaces workspaces;
    @Inject
    private SetupToken setupToken;

    /** @return whether there is a workspace; fails within seconds when the database does not answer */
    public boolean founded() {
        return !database.createNativeQuery("select id from installation")
                .setHint("jakarta.persistence.query.timeout", READ_TIMEOUT_MILLIS)
                .setMaxResults(1).getResultList().isEmpty();
    }

    /** @return whether the workspace is the one that this server was set up with, which is its operator's */
    public boolean isOperators(WorkspaceId workspaceId) {
        return !database.createNativeQuery("select id from installation where workspace_id = :workspace")
                .setParameter("workspace", workspaceId).getResultList().isEmpty();
    }

    /**
     * Makes all of it or nothing.
     *
     * @return the id of the workspace
     * @throws RequestRefused conflict when there is one already
     */
    public WorkspaceId found(Founding founding) {
        Instant now = clock.instant();
        // The row comes first: its key makes two set-ups at once one success and one conflict.
        int inserted = database.createNativeQuery("insert ignore into installation (id, completed_at) values (1, :now)")
                .setParameter("now", UtcTime.column(now)).executeUpdate();
        if (inserted == 0) {
            throw RequestRefused.conflict("already_set_up", "This server has been set up already.");
        }
        WorkspaceId workspaceId = workspaces.create(founding.workspace(), founding.keys(), founding.stripeAccount())
                .workspace().id();
        database.createNativeQuery("update installation set workspace_id = :workspace where id = 1")
                .setParameter("workspace", workspaceId).executeUpdate();
        setupToken.end();
        founding.owner().ifPresent(owner -> memberships.add(workspaceId, people.add(owner, true).id(), Role.OWNER));
        return workspaceId;
    }
}
