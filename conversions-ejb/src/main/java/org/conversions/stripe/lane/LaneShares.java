package org.conversions.stripe.lane;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fair share of the lanes that a node holds: as many as every other node, or one more. A node gives up what it has beyond
 * that, and takes what nobody holds; so lanes move when nodes come and go, and stay where they are else. Pure.
 *
 * @param released the lanes that the node gives up
 * @param wanted   free lanes that it takes, if it is the first to do so
 */
public record LaneShares(Set<Integer> released, Set<Integer> wanted) {

    /**
     * @param node    the one that asks, which is alive
     * @param alive   all nodes that are
     * @param holders the node that holds each lane by a lease that has not ended; none for a free one
     */
    public static LaneShares of(String node, Collection<String> alive, Map<Integer, String> holders) {
        Set<String> nodes = new TreeSet<>(alive);
        nodes.add(node);
        List<String> order = List.copyOf(nodes);
        int rank = order.indexOf(node);
        int share = Lane.COUNT / order.size() + (rank < Lane.COUNT % order.size() ? 1 : 0);
        List<Integer> held = holders.entrySet().stream().filter(lane -> lane.getValue().equals(node)).map(Map.Entry::getKey)
                .sorted().toList();
        if (held.size() > share) {
            return new LaneShares(Set.copyOf(held.subList(share, held.size())), Set.of());
        }
        // Each node begins to take at another place, so that those that come at the same time seldom want the same.
        int first = rank * Lane.COUNT / order.size();
        Set<Integer> wanted = Stream.iterate(first, lane -> (lane + 1) % Lane.COUNT).limit(Lane.COUNT)
                .filter(lane -> !holders.containsKey(lane)).limit(share - held.size()).collect(Collectors.toUnmodifiableSet());
        return new LaneShares(Set.of(), wanted);
    }
}
