package org.conversions.link.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Tells the changes that are new from those that were seen. A row gets its id before its transaction commits, and nodes'
 * clocks differ, so rows do not appear in the order of their ids: each look goes back by {@link #WINDOW}, and what was seen in
 * it is remembered.
 */
final class SeenChanges {

    static final Duration WINDOW = Duration.ofMinutes(5);
    /** After so long without a look changes may have left the window unseen. */
    static final Duration GAP_MAX = Duration.ofMinutes(3);

    private Set<String> seen = Set.of();
    private Instant lastLook;

    /** @return whether too much time has passed since the last look to say what was missed */
    boolean lostTrack(Instant now) {
        return lastLook != null && lastLook.plus(GAP_MAX).isBefore(now);
    }

    /** @param found the ids of all rows of the window @return those that were not there at the last look */
    List<String> fresh(Collection<String> found, Instant now) {
        List<String> fresh = found.stream().filter(id -> !seen.contains(id)).toList();
        seen = Set.copyOf(found);
        lastLook = now;
        return fresh;
    }
}
