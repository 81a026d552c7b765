package org.conversions.scenarios;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders of the events of a story, each a list of the events' places in the story. */
final class Orders {

    private Orders() {
    }

    /** @return so many of all orders of up to six events, none of them twice, drawn; of more events any orders */
    static List<List<Integer>> different(int events, int count, Random random) {
        return events <= 6 ? shuffled(permutations(places(events)), random).stream().limit(count).toList()
                : some(events, count, random);
    }

    /** @return so many orders, drawn */
    static List<List<Integer>> some(int events, int count, Random random) {
        return IntStream.range(0, count).mapToObj(i -> shuffled(places(events), random)).toList();
    }

    /** @return orders in which as many events are told again, anywhere, as there are */
    static List<List<Integer>> withDuplicates(int events, int count, Random random) {
        return IntStream.range(0, count).mapToObj(i -> {
            List<Integer> order = places(events);
            random.ints(events, 0, events).forEach(order::add);
            return shuffled(order, random);
        }).toList();
    }

    /**
     * The events in an order, each made a second after the one before it in the story, whatever the order. An event
     * that is told again comes now and then as another event of the same fact.
     *
     * @param begin when the first event was made
     */
    static List<StripeEvent> told(List<StripeEvent> story, List<Integer> order, Instant begin) {
        List<StripeEvent> made = IntStream.range(0, story.size())
                .mapToObj(i -> story.get(i).madeAt(begin.plusSeconds(i))).toList();
        List<StripeEvent> told = new ArrayList<>();
        for (int place : order) {
            StripeEvent event = made.get(place);
            told.add(told.contains(event) && place % 2 == 0 ? event.underAnotherId() : event);
        }
        return told;
    }

    private static List<Integer> places(int events) {
        return new ArrayList<>(IntStream.range(0, events).boxed().toList());
    }

    private static <T> List<T> shuffled(List<T> order, Random random) {
        Collections.shuffle(order, random);
        return order;
    }

    private static List<List<Integer>> permutations(List<Integer> places) {
        if (places.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : places) {
            List<Integer> rest = new ArrayList<>(places);
            rest.remove(first);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
