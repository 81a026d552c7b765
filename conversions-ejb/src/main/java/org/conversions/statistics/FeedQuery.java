package org.conversions.statistics;

import java.time.Instant;
import org.conversions.workspace.Mode;

/**
 * Which part of the feed is asked for.
 *
 * @param linkId null for all links
 * @param start  from then on
 * @param end    until then, not included
 * @param page   from 1
 */
public record FeedQuery(String workspaceId, Mode mode, String linkId, String customerId, Instant start, Instant end,
                        int page, int limit, boolean oldestFirst) {
}
