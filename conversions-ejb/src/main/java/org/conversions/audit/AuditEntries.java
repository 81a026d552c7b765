package org.conversions.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.conversions.platform.Page;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/** Reads the audit trail of a workspace, and lets the web module add to it. */
@Stateless
public class AuditEntries {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private AuditTrail trail;

    /**
     * Lists entries, the newest first.
     *
     * @param action  null for all
     * @param actorId of a person or key; null for all
     */
    public List<AuditEntry> list(WorkspaceId workspaceId, String action, String actorId, Page page) {
        Conditions where = new Conditions("a.workspaceId = :workspace", workspaceId)
                .and("a.action = :action", "action", action).and("a.actorId = :actor", "actor", actorId)
                .and("a.id < :after", "after", page.startingAfter());
        return where.bind(database.createQuery("select a from AuditRow a" + where.text() + " order by a.workspaceId desc, a.id desc",
                        AuditRow.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(AuditRow::view).toList();
    }

    /** Writes an entry in the caller's transaction, or in one of its own. See {@link AuditTrail#record}. */
    public void record(WorkspaceId workspaceId, String action, String subject, Map<String, ?> details) {
        trail.record(workspaceId, action, subject, details);
    }
}
