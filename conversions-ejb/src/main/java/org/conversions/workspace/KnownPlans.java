package org.conversions.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.function.Function;
import org.conversions.platform.id.WorkspaceId;

/**
 * The plans and limits that this node has looked up within the last second, so that not every request costs a statement. A
 * change holds at once on the node that makes it, and within a second on the others.
 */
@ApplicationScoped
class KnownPlans {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int WORKSPACES_MAX = 100_000;

    private final Cache<WorkspaceId, WorkspacePlan> plans =
            Caffeine.newBuilder().maximumSize(WORKSPACES_MAX).expireAfterWrite(FRESH).build();

    /** @param lookUp finds the plan of a workspace that is not known; what it throws is not remembered */
    WorkspacePlan of(WorkspaceId workspaceId, Function<WorkspaceId, WorkspacePlan> lookUp) {
        WorkspacePlan known = plans.getIfPresent(workspaceId);
        if (known == null) {
            // Not in a lock of the cache: a look into the database takes as long as it takes.
            known = lookUp.apply(workspaceId);
            plans.put(workspaceId, known);
        }
        return known;
    }

    void plan(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanChanged change) {
        plans.invalidate(change.workspaceId());
    }

    void limits(@Observes(during = TransactionPhase.AFTER_SUCCESS) LimitsChanged change) {
        plans.invalidate(change.workspaceId());
    }
}
