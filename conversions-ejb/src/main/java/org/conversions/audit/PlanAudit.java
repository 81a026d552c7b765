package org.conversions.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.conversions.workspace.LimitsChanged;
import org.conversions.workspace.PlanChanged;
import org.conversions.workspace.WorkspaceLimits;

/** Writes down changes of plans and limits. The room of workspaces comes before this one, and cannot do it itself. */
@ApplicationScoped
class PlanAudit {

    private static final String ACTION = "plan_changed";

    @Inject
    private AuditTrail trail;

    void plan(@Observes PlanChanged change) {
        trail.record(change.workspaceId(), ACTION, change.workspaceId().value(),
                Map.of("from", change.before().text(), "to", change.after().text()));
    }

    void limits(@Observes LimitsChanged change) {
        trail.record(change.workspaceId(), ACTION, change.workspaceId().value(),
                Map.of("limitsFrom", details(change.before()), "limitsTo", details(change.after())));
    }

    private static Map<String, Integer> details(WorkspaceLimits limits) {
        Map<String, Integer> details = new HashMap<>();
        details.put("links", limits.links());
        details.put("apiPerMinute", limits.apiPerMinute());
        return details;
    }
}
