package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.conversions.commission.Earning.Change;
import org.conversions.reward.RewardFacts;
import org.conversions.reward.SpendLimit;
import org.junit.jupiter.api.Test;

/** Sales and refunds under a spend limit, in whatever order they become known, end in the same earnings. */
class SpendLimitOrderTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SpendLimit LIMIT = new SpendLimit(1_000, SpendLimit.Interval.ALL);
    private static final int RUNS = 300;
    private static final int ORDERS = 6;

    /** A sale becomes known, or that money of it went back. */
    private record Fact(String key, Instant at, long amount) {

        private boolean isSale() {
            return amount > 0;
        }
    }

    /** A partner who gets half of each sale, as the server keeps what it knows: a decision at once, and a look again from the first change on. */
    private static final class Known {

        private final Map<String, Fact> sales = new TreeMap<>();
        private final Map<String, List<Fact>> refunds = new TreeMap<>();
        private final Map<String, Long> granted = new TreeMap<>();
        private Instant from = Instant.MAX;

        void learn(Fact fact) {
            if (fact.isSale()) {
                sales.put(fact.key(), fact);
                grant(fact);
            } else {
                refunds.computeIfAbsent(fact.key(), none -> new ArrayList<>()).add(fact);
            }
            from = fact.at().isBefore(from) ? fact.at() : from;
        }

        void lookAgain() {
            sales.values().stream().filter(sale -> !sale.at().isBefore(from))
                    .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::key)).forEach(this::grant);
            from = Instant.MAX;
        }

        private void grant(Fact sale) {
            granted.put(sale.key(), new Judged(sale.amount() / 2, RewardFacts.NONE)
                    .within(LIMIT.room(earned().before(START, new Turn(sale.at(), sale.key(), sale.key())))).earned());
        }

        private EarnedSoFar earned() {
            EarnedSoFar earned = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
            granted.forEach((key, value) -> earned.put(key, Earning.ofSale(key, sales.get(key).at(), key, value,
                    sales.get(key).amount(), refunds.getOrDefault(key, List.of()).stream()
                            .map(refund -> new Change(refund.at(), refund.amount())).toList())));
            return earned;
        }
    }

    @Test
    void everyOrderEndsAlike() {
        Random random = new Random(11);
        int limited = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Fact> facts = facts(random);
            facts.sort(Comparator.comparing(Fact::at).thenComparing(Fact::key));
            Map<String, Long> inOrder = end(facts, random);
            limited += inOrder.entrySet().stream().anyMatch(granted -> granted.getValue() == 0) ? 1 : 0;
            for (int order = 0; order < ORDERS; order++) {
                Collections.shuffle(facts, random);
                assertThat(end(facts, random)).as("run %d, order %d", run, order).isEqualTo(inOrder);
            }
        }
        assertThat(limited).as("runs in which the limit mattered").isGreaterThan(RUNS / 4);
    }

    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int sales = 2 + random.nextInt(8);
        for (int number = 0; number < sales; number++) {
            int hour = random.nextInt(10);
            long amount = 100 + random.nextInt(900);
            facts.add(new Fact("in_" + number, at(hour), amount));
            long left = amount;
            for (int refund = random.nextInt(4) - 1; refund > 0 && left > 0; refund--) {
                long back = 1 + random.nextInt((int) left);
                hour += 1 + random.nextInt(4);
                facts.add(new Fact("in_" + number, at(hour), -back));
                left -= back;
            }
        }
        return facts;
    }

    /** Looks again now and then, and at the end. */
    private static Map<String, Long> end(List<Fact> facts, Random random) {
        Known known = new Known();
        facts.forEach(fact -> {
            known.learn(fact);
            if (random.nextInt(3) == 0) {
                known.lookAgain();
            }
        });
        known.lookAgain();
        return known.granted;
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
