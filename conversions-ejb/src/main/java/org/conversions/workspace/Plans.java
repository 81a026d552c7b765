package org.conversions.workspace;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.function.UnaryOperator;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Says what the plan of a workspace includes, which is asked here and nowhere else, and gives it another one. */
@Stateless
public class Plans {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private KnownPlans known;
    @Inject
    private Event<PlanChanged> planChanged;
    @Inject
    private Event<LimitsChanged> limitsChanged;

    /**
     * Finds plan and limits of a workspace. Many requests come by here, so it costs a statement at most once a second, and
     * never a transaction of its own.
     *
     * @throws RequestRefused not_found
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public WorkspacePlan of(WorkspaceId workspaceId) {
        return known.of(workspaceId, id -> database.createQuery("select w.plan, w.linksMax, w.apiPerMinute from Workspace w"
                        + " where w.id = :workspace", Object[].class)
                .setParameter("workspace", id).getResultStream().findFirst()
                .map(row -> new WorkspacePlan((Plan) row[0], new WorkspaceLimits((Integer) row[1], (Integer) row[2])))
                .orElseThrow(Workspaces::notFound));
    }

    /** @throws RequestRefused forbidden when the plan of the workspace does not include the feature */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void check(WorkspaceId workspaceId, Feature feature) {
        of(workspaceId).check(feature);
    }

    /**
     * Gives a workspace another plan, other limits, or both, and fires {@link PlanChanged} and {@link LimitsChanged} for what
     * is not as it was.
     *
     * @param change from what there is to what there shall be
     * @throws RequestRefused not_found; what the change throws, and then nothing changes
     */
    public WorkspaceView change(WorkspaceId workspaceId, UnaryOperator<WorkspacePlan> change) {
        Workspace workspace = database.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        if (workspace == null) {
            throw Workspaces.notFound();
        }
        WorkspacePlan before = workspace.plan();
        WorkspacePlan after = change.apply(before);
        workspace.set(after);
        if (after.plan() != before.plan()) {
            planChanged.fire(new PlanChanged(workspaceId, before.plan(), after.plan()));
        }
        if (!after.limits().equals(before.limits())) {
            limitsChanged.fire(new LimitsChanged(workspaceId, before.limits(), after.limits()));
        }
        return workspace.view();
    }
}
