package org.conversions.payout.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.WorkspaceCreated;

/**
 * The numbers of a workspace's statements, without gaps: they are taken in the transaction that writes the statements, and what
 * is rolled back gives them back. Who takes some keeps others waiting until the commit, so they are taken last.
 */
@ApplicationScoped
class StatementCircle {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    void begin(@Observes WorkspaceCreated created) {
        database.createNativeQuery("insert into statement_circle (workspace_id, last_number) values (:workspace, 0)")
                .setParameter("workspace", created.workspaceId()).executeUpdate();
    }

    /** @return the first of so many numbers, which are the caller's */
    int take(WorkspaceId workspaceId, int count) {
        int last = ((Number) database.createNativeQuery("select last_number from statement_circle where workspace_id = :workspace"
                        + " for update").setParameter("workspace", workspaceId).getSingleResult()).intValue();
        database.createNativeQuery("update statement_circle set last_number = :last where workspace_id = :workspace")
                .setParameter("last", Math.addExact(last, count)).setParameter("workspace", workspaceId).executeUpdate();
        return last + 1;
    }
}
