package org.conversions.workspace;

import org.conversions.platform.RequestRefused;

/** The plan of a workspace, and the limits beside it. Both are the operator's to set. */
public record WorkspacePlan(Plan plan, WorkspaceLimits limits) {

    /** @throws RequestRefused forbidden, with a sentence that names the plan that is needed */
    void check(Feature feature) {
        if (!plan.includes(feature)) {
            throw RequestRefused.forbidden("plan_too_low", feature.missingFrom(plan));
        }
    }
}
