package org.conversions.web.api.workspace;

import org.conversions.workspace.WorkspaceLimits;

/**
 * The limits of a workspace as the API shows them.
 *
 * @param links        how many links it may have at a time; null for no limit
 * @param apiPerMinute how many API requests each node answers in a minute; null for what the server's settings say
 */
public record PlanLimits(Integer links, Integer apiPerMinute) {

    public static PlanLimits of(WorkspaceLimits limits) {
        return new PlanLimits(limits.links(), limits.apiPerMinute());
    }
}
