package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Takes the links of a partner out of service and into it again, all at once, in the transaction of the caller. */
@ApplicationScoped
public class PartnersLinks {

    /** Bounds the links of one statement. */
    private static final int TOGETHER_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<LinkChanged> changed;

    /** @param at kept with those that were not disabled before, by which they are known */
    public void disable(WorkspaceId workspaceId, PartnerId partnerId, Instant at) {
        change(workspaceId, partnerId, "l.disabledAt is null", null, at);
    }

    /** @param disabledAt the moment at which they were disabled together; others stay disabled */
    public void enable(WorkspaceId workspaceId, PartnerId partnerId, Instant disabledAt) {
        change(workspaceId, partnerId, "l.disabledAt = :before", disabledAt, null);
    }

    /** @return the number of links that a partner has */
    public long count(WorkspaceId workspaceId, PartnerId partnerId) {
        return database.createQuery("select count(l.id) from Link l where l.workspaceId = :workspace and l.partnerId = :partner"
                        + " and l.live = true", Long.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId.value()).getSingleResult();
    }

    private void change(WorkspaceId workspaceId, PartnerId partnerId, String which, Instant before, Instant after) {
        database.flush();
        var found = database.createQuery("select l.id, l.domain, l.key from Link l where l.workspaceId = :workspace"
                        + " and l.partnerId = :partner and l.live = true and " + which + " order by l.id", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId.value());
        List<Object[]> links = (before == null ? found : found.setParameter("before", before)).getResultList();
        for (int from = 0; from < links.size(); from += TOGETHER_MAX) {
            database.createQuery("update Link l set l.disabledAt = :after, l.updatedAt = :now where l.workspaceId = :workspace"
                            + " and l.id in :ids")
                    .setParameter("after", after).setParameter("now", clock.instant()).setParameter("workspace", workspaceId)
                    .setParameter("ids", links.subList(from, Math.min(links.size(), from + TOGETHER_MAX)).stream()
                            .map(link -> (String) link[0]).toList()).executeUpdate();
        }
        links.forEach(link -> changed.fire(new LinkChanged((String) link[1], (String) link[2])));
    }
}
