package org.conversions.workspace;

import org.conversions.platform.RequestRefused;

/**
 * The limits that the operator has set for a workspace.
 *
 * @param links        the number of links that it may have at a time; null for no limit
 * @param apiPerMinute the number of API requests that each node answers in a minute; null for what the server's settings say
 */
public record WorkspaceLimits(Integer links, Integer apiPerMinute) {

    public static final WorkspaceLimits NONE = new WorkspaceLimits(null, null);

    /** Bounds the limit itself: links are counted when one is made, which takes longer the more there are. */
    public static final int LINKS_MAX = 100_000;
    public static final int API_PER_MINUTE_MAX = 1_000_000;

    /** @throws RequestRefused unprocessable_entity, naming the first limit that cannot be */
    public WorkspaceLimits {
        check("limits.links", links, 0, LINKS_MAX);
        check("limits.apiPerMinute", apiPerMinute, 1, API_PER_MINUTE_MAX);
    }

    private static void check(String field, Integer limit, int min, int max) {
        if (limit != null && (limit < min || limit > max)) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    field + ": must be from " + min + " to " + max + ", or null for none");
        }
    }
}
