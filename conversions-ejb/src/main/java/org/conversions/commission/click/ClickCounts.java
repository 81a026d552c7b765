package org.conversions.commission.click;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** The room that counts clicks. It is later on the road, and so it says what it knows in this way. */
public interface ClickCounts {

    /** Counts what has been stored and is not counted yet, in transactions of its own. */
    void catchUp();

    /**
     * @param day   the beginning of a day of UTC
     * @param after the last link that is known; empty for the beginning
     * @return the next links of a workspace with clicks on that day, in the order of ids
     */
    List<LinkId> linksWithClicks(WorkspaceId workspaceId, Instant day, String after, int max);

    /**
     * @param until not included
     * @return the clicks by link and country, empty text for an unknown country; without those that have been removed
     */
    Map<LinkId, Map<String, Long>> byCountry(WorkspaceId workspaceId, Collection<LinkId> linkIds, Instant from, Instant until);

    /** Counts the same, whatever the country, also those that have been removed. @param from as {@code until} at a full hour of UTC */
    Map<LinkId, Long> inHours(WorkspaceId workspaceId, Collection<LinkId> linkIds, Instant from, Instant until);

    /** @return the moment before which clicks have been removed; empty when all are there */
    Optional<Instant> removedBefore();
}
