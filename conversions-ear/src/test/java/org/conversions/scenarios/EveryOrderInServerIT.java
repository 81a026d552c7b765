package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.server.InServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The order in which Stripe's events come does not matter: of the 720 orders of a story of six events a third, another
 * one at each run, end in one and the same state, and so do random orders of a longer story, and of events that come
 * again. All stories of a kind are told in step, each in an order of its own: the next event of each is delivered when
 * the one before it has been looked at.
 *
 * <p>Only HTTP is left out. Events are verified and stored by the inbox, worked off by its own worker, and refunds and
 * ends of subscriptions take the way over their queues. The end is read from where the API reads it.
 */
class EveryOrderInServerIT extends InServer {

    /** The number of orders that are tried of the 720 of six events, others at each run; all of them with -Dorders=720. */
    private static final int ORDERS = Integer.getInteger("conversions.test.orders", 0);
    private static final int ORDERS_WITH_DUPLICATES = 20;

    @Inject
    private MerchantInServer merchant;
    @Inject
    private EndStates states;

    /** A story with the events of its kind in one order. @param other whose link brought the buyer before, or null */
    private record StoryRun(StoryInServer story, StoryInServer other, List<StripeEvent> events, List<Integer> order) {

        /** The story's link, and the other partner's if there is one. */
        Stream<StoryInServer> links() {
            return Stream.of(story, other).filter(Objects::nonNull);
        }
    }

    // A test with a parameter would be run with all of them for each of them.

    @Test
    @DisplayName("A one-time payment that is refunded in two steps ends in one state in many orders, others at each run")
    void refunded() {
        theyEndInOneState(StoryKind.REFUNDED);
    }

    @Test
    @DisplayName("A refund that fails after it was reported takes nothing in many orders, others at each run")
    void refundFailed() {
        theyEndInOneState(StoryKind.REFUND_FAILED);
    }

    @Test
    @DisplayName("A free trial that is paid, extended, partly refunded and cancelled ends in one state in many orders")
    void trial() {
        theyEndInOneState(StoryKind.TRIAL);
    }

    @Test
    @DisplayName("A customer whom one partner brought and who buys by another's link ends in one state in many orders")
    void knownCustomer() {
        theyEndInOneState(StoryKind.KNOWN_CUSTOMER);
    }

    @Test
    @DisplayName("A payment that is partly refunded, disputed and lost is gone once in many orders")
    void disputed() {
        theyEndInOneState(StoryKind.DISPUTED);
    }

    @Test
    @DisplayName("A checkout whose invoice was settled half from credit counts what was paid in many orders")
    void partlyFromCredit() {
        theyEndInOneState(StoryKind.PARTLY_FROM_CREDIT);
    }

    @Test
    @DisplayName("A subscription that is renewed, refunded and ended leaves its first sale, in many random orders")
    void renewed() {
        theyEndInOneState(StoryKind.RENEWED);
    }

    private void theyEndInOneState(StoryKind kind) {
        long seed = System.nanoTime();
        System.out.println("EveryOrderInServerIT: what is random of " + kind + " is of seed " + seed);
        List<StoryRun> all = begun(kind, new Random(seed));
        int steps = all.stream().mapToInt(told -> told.events().size()).max().orElseThrow();
        for (int step = 0; step < steps; step++) {
            int next = step;
            merchant.tell(all.stream().map(StoryRun::events).filter(events -> next < events.size())
                    .map(events -> events.get(next)).toList());
        }
        Set<String> unsettled = merchant.unsettled();
        Map<String, EndState> ends = states(all);
        for (StoryRun told : all) {
            String what = kind + " in the order " + told.order() + ", of the seed " + seed;
            assertThat(told.events()).as(what).noneMatch(event -> unsettled.contains(event.id()));
            assertThat(told.links().map(link -> ends.get(link.linkId())).toList()).as(what).isEqualTo(kind.ends());
        }
    }

    private List<StoryRun> begun(StoryKind kind, Random random) {
        List<List<Integer>> orders = Stream.concat(Orders.different(kind.length(), ORDERS, random).stream(),
                Orders.withDuplicates(kind.length(), ORDERS_WITH_DUPLICATES, random).stream()).toList();
        List<Vocabulary> words = orders.stream().map(order -> Vocabulary.values()[order.get(0) % 2]).toList();
        List<StoryInServer> stories = merchant.stories(words);
        List<StoryInServer> others = kind.before() == StoryKind.Before.BROUGHT_BY_ANOTHER ? merchant.stories(words)
                : null;
        return IntStream.range(0, orders.size()).mapToObj(i -> {
            StoryInServer story = stories.get(i);
            StoryInServer other = others == null ? null : others.get(i);
            if (kind.before() != StoryKind.Before.NOTHING) {
                merchant.lead((other == null ? story : other).clickId(), story.buyer());
            }
            // Later than the clicks.
            List<StripeEvent> events = Orders.told(kind.events(story.buyer(), story.clickId()), orders.get(i),
                    Instant.now().plusSeconds(1));
            return new StoryRun(story, other, events, orders.get(i));
        }).toList();
    }

    private Map<String, EndState> states(List<StoryRun> all) {
        List<StoryInServer> links = new ArrayList<>();
        Map<String, StripeBuyer> buyers = new HashMap<>();
        all.forEach(told -> told.links().forEach(link -> {
            links.add(link);
            buyers.put(link.linkId(), told.story().buyer());
        }));
        return states.read(merchant.workspaceId(), links, buyers);
    }
}
