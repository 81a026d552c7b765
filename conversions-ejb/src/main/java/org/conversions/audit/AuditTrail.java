package org.conversions.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.WorkspaceId;

/** Writes down who changed what, in the transaction of the change: neither is there without the other. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Actor actor;
    @Inject
    private BeanManager beans;

    /**
     * @param workspaceId whose owners see the entry
     * @param action      a stable word, such as key_made
     * @param subject     the id or name of what was changed; may be null
     * @param details     values that JSON has, without secrets; null values are left out
     */
    public void record(WorkspaceId workspaceId, String action, String subject, Map<String, ?> details) {
        AuditRow row = new AuditRow();
        row.id = Ids.next("audit", clock);
        row.workspaceId = workspaceId;
        row.action = action;
        row.actor(inRequest() ? actor : new Actor());
        row.subject = subject == null ? null : TextColumn.cut(subject, TextColumn.LENGTH_MAX);
        row.details = Json.write(details);
        row.createdAt = clock.instant();
        database.persist(row);
    }

    /** @return who acts, as people know them; null for the system, which nobody asked */
    public String acting() {
        return inRequest() ? actor.name() : null;
    }

    /** @return the id of the person who acts; null for others */
    public String actingPersonId() {
        return inRequest() && actor.kind() == Actor.Kind.PERSON ? actor.id() : null;
    }

    /** A thread of our own handles no request: what it does, the system does. */
    private boolean inRequest() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
