package org.conversions.stripe.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.Json;
import org.conversions.stripe.catchup.CatchUpPlan.Standing;
import org.junit.jupiter.api.Test;

class CatchUpPlanTest {

    @Property
    void everyEventIsStoredOnceAndTheOldestFirst(@ForAll @IntRange(max = 40) int events, @ForAll @IntRange(min = 1, max = 7) int pageSize) {
        Walk walk = new Walk(events, pageSize);

        walk.toTheEnd();

        assertThat(walk.stored).isEqualTo(IntStream.range(0, events).mapToObj(i -> "evt_" + i).toList());
        assertThat(walk.found).isEqualTo(events);
    }

    @Property
    void aStepThatIsDoneAgainStoresTheSameAgain(@ForAll @IntRange(min = 1, max = 20) int events, @ForAll @IntRange(max = 20) int at) {
        Walk walk = new Walk(events, 3);
        for (int step = 0; step < at && walk.standing.isPresent(); step++) {
            walk.step();
        }
        Optional<Standing> before = walk.standing;
        before.ifPresent(standing -> assertThat(walk.plan(standing)).isEqualTo(walk.plan(standing)));
    }

    @Test
    void whenTheEventThatWasReachedIsGoneItBeginsAgain() {
        assertThat(CatchUpPlan.again().next()).contains(Standing.BEGINNING);
        assertThat(CatchUpPlan.again().store()).isEmpty();
    }

    @Test
    void whenTheOldestEventIsOutOfReachItBeginsAgain() {
        assertThat(CatchUpPlan.after(new Standing(false, "evt_1", 100), List.of(), false).next()).contains(Standing.BEGINNING);
    }

    /** Goes through a list as Stripe gives it: the newest first, from an event that is named, which is not in the answer. */
    private static final class Walk {

        private final List<JsonNode> newestFirst;
        private final int pageSize;
        private final List<String> stored = new ArrayList<>();
        private Optional<Standing> standing = Optional.of(Standing.BEGINNING);
        private long found;

        Walk(int events, int pageSize) {
            this.newestFirst = IntStream.range(0, events)
                    .mapToObj(i -> (JsonNode) Json.MAPPER.createObjectNode().put("id", "evt_" + (events - 1 - i))).toList();
            this.pageSize = pageSize;
        }

        void toTheEnd() {
            while (standing.isPresent()) {
                step();
            }
        }

        void step() {
            CatchUpPlan plan = plan(standing.orElseThrow());
            plan.store().forEach(event -> stored.add(event.path("id").asText()));
            standing = plan.next();
            standing.ifPresent(next -> found = next.found());
        }

        CatchUpPlan plan(Standing now) {
            int cursor = now.cursor() == null ? -1 : IntStream.range(0, newestFirst.size())
                    .filter(i -> newestFirst.get(i).path("id").asText().equals(now.cursor())).findFirst().orElseThrow();
            int begin = now.storing() ? Math.max(0, cursor - pageSize) : cursor + 1;
            int end = now.storing() ? cursor : Math.min(newestFirst.size(), cursor + 1 + pageSize);
            return CatchUpPlan.after(now, newestFirst.subList(begin, end), now.storing() ? begin > 0 : end < newestFirst.size());
        }
    }
}
