package org.conversions.stripe.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LaneSharesTest {

    /** The leases of all nodes, with the nodes that are alive. */
    private final Map<Integer, String> holders = new HashMap<>();
    private final Set<String> alive = new HashSet<>();

    @Test
    void aNodeAloneTakesAllLanes() {
        assertThat(LaneShares.of("a", Set.of("a"), Map.of())).isEqualTo(new LaneShares(Set.of(), Lane.ALL));
    }

    @Test
    void aNodeThatIsNotAloneAnyMoreGivesUpHalf() {
        Lane.ALL.forEach(lane -> holders.put(lane, "a"));

        assertThat(LaneShares.of("a", Set.of("a", "b"), holders).released()).hasSize(Lane.COUNT / 2);
        assertThat(LaneShares.of("b", Set.of("a", "b"), holders)).isEqualTo(new LaneShares(Set.of(), Set.of()));
    }

    @Test
    void theLanesOfADeadNodeAreSharedByTheOthers() {
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (lane % 3 != 2) {
                holders.put(lane, lane % 3 == 0 ? "a" : "b");
            }
        }
        int left = Lane.COUNT - holders.size();

        assertThat(LaneShares.of("a", Set.of("a", "b"), holders).wanted().size()
                + LaneShares.of("b", Set.of("a", "b"), holders).wanted().size()).isEqualTo(left);
    }

    @Property(tries = 300)
    void whoeverComesAndGoesInTheEndEveryLaneHasOneNodeAndAllHaveAsMany(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> moves) {
        holders.clear();
        alive.clear();
        for (int move : moves) {
            String node = "node" + move % 5;
            if (move < 5) {
                alive.add(node);
            } else {
                alive.remove(node); // its leases end
                holders.values().removeIf(node::equals);
            }
            // Not all nodes have their turn before the next one comes or goes.
            alive.stream().limit(2).forEach(this::turn);
        }
        for (int round = 0; round < 2; round++) {
            Set.copyOf(alive).forEach(this::turn);
        }

        if (!alive.isEmpty()) {
            assertThat(holders).hasSize(Lane.COUNT);
            Map<String, Long> counts = holders.values().stream().collect(Collectors.groupingBy(node -> node, Collectors.counting()));
            assertThat(counts.keySet()).isEqualTo(alive);
            assertThat(counts.values()).allMatch(count -> count == Lane.COUNT / alive.size() || count == Lane.COUNT / alive.size() + 1);
        }
    }

    @Property(tries = 300)
    void noNodeWantsWhatAnotherHoldsOrGivesUpWhatItHasNot(@ForAll @Size(max = 64) Map<@IntRange(max = 63) Integer, @IntRange(max = 3) Integer> held,
                                                          @ForAll @IntRange(max = 3) int node, @ForAll Set<@IntRange(max = 3) Integer> nodes) {
        Map<Integer, String> named = held.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, lane -> "node" + lane.getValue()));
        LaneShares shares = LaneShares.of("node" + node, nodes.stream().map(number -> "node" + number).toList(), named);

        assertThat(shares.wanted()).noneMatch(named::containsKey);
        assertThat(shares.released()).allMatch(lane -> named.get(lane).equals("node" + node));
    }

    private void turn(String node) {
        LaneShares shares = LaneShares.of(node, alive, holders);
        shares.released().forEach(holders::remove);
        shares.wanted().forEach(lane -> assertThat(holders.putIfAbsent(lane, node)).isNull());
    }
}
