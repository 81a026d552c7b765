package org.conversions.stripe.catchup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The next step of catching up. Stripe lists events from the newest on, and only from an event that is named. So they are
 * gone through twice: first to the oldest, to count them, and then back, to store them in the order in which they happened.
 * Pure.
 *
 * @param store the events to store now, the oldest first
 * @param next  how far it is then; empty when that was all
 */
record CatchUpPlan(List<JsonNode> store, Optional<Standing> next) {

    /**
     * How far it is.
     *
     * @param storing false on the way to the oldest event
     * @param cursor  the event that was reached; null at the beginning
     * @param found   the number of events that were found
     */
    record Standing(boolean storing, String cursor, long found) {

        static final Standing BEGINNING = new Standing(false, null, 0);
    }

    /**
     * @param page the events beyond the cursor, the newest first
     * @param more whether there are others beyond them
     */
    static CatchUpPlan after(Standing now, List<JsonNode> page, boolean more) {
        return now.storing() ? stored(now, page, more) : found(now, page, more);
    }

    /** Begins again, when Stripe does not keep the event any more that was reached. What was stored is found stored. */
    static CatchUpPlan again() {
        return new CatchUpPlan(List.of(), Optional.of(Standing.BEGINNING));
    }

    private static CatchUpPlan found(Standing now, List<JsonNode> page, boolean more) {
        long found = now.found() + page.size();
        if (page.isEmpty()) {
            // The oldest one that was found is out of reach from there; unless there is none at all.
            return now.cursor() == null ? new CatchUpPlan(List.of(), Optional.empty()) : again();
        }
        JsonNode last = page.get(page.size() - 1);
        return more ? new CatchUpPlan(List.of(), Optional.of(new Standing(false, id(last), found)))
                : new CatchUpPlan(List.of(last), Optional.of(new Standing(true, id(last), found)));
    }

    private static CatchUpPlan stored(Standing now, List<JsonNode> page, boolean more) {
        List<JsonNode> oldestFirst = new ArrayList<>(page);
        Collections.reverse(oldestFirst);
        return new CatchUpPlan(oldestFirst, more && !page.isEmpty()
                ? Optional.of(new Standing(true, id(page.get(0)), now.found())) : Optional.empty());
    }

    private static String id(JsonNode event) {
        return event.path("id").asText();
    }
}
