package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Plans;
import org.conversions.workspace.Workspaces;

/**
 * Holds a workspace to the number of links that its operator allows it. With a limit, its links are made one request after
 * the other, so that two at once cannot both take the last place; without one this costs nothing. Links that there are stay.
 */
@ApplicationScoped
class LinkLimit {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Plans plans;
    @Inject
    private Workspaces workspaces;

    /** Refuses those of the candidates, in their order, for which there is no place. */
    void refuseBeyond(WorkspaceId workspaceId, List<LinkCandidate> candidates) {
        Integer max = plans.of(workspaceId).limits().links();
        if (max != null) {
            workspaces.lock(workspaceId);
            candidates.stream().filter(LinkCandidate::open).skip(free(workspaceId, max)).toList()
                    .forEach(candidate -> candidate.refuse(reached(max)));
        }
    }

    /** @throws RequestRefused forbidden when there is no place for one more */
    void refuseBeyond(WorkspaceId workspaceId) {
        Integer max = plans.of(workspaceId).limits().links();
        if (max != null) {
            workspaces.lock(workspaceId);
            if (free(workspaceId, max) == 0) {
                throw reached(max);
            }
        }
    }

    private long free(WorkspaceId workspaceId, int max) {
        return Math.max(0, max - database.createQuery("select count(l.id) from Link l where l.workspaceId = :workspace"
                        + " and l.live = true", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult());
    }

    private static RequestRefused reached(int max) {
        return RequestRefused.forbidden("limit_reached", "This workspace may have " + max + " links and has them. Delete some,"
                + " or ask the operator of this server for more.");
    }
}
