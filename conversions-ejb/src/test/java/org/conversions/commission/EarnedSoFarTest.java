package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedSoFarTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Earned at hour 1 100, of which 40 go back at hour 5; at hour 3 50; at hour 7 10. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 100", "0, 3, 150", "0, 4, 150", "0, 5, 110", "0, 7, 120", "2, 7, 60", "2, 4, 50", "7, 7, 10", "8, 9, 0"})
    void whatWasEarnedByAMomentIsLessWhatWasTakenBackByThen(int since, int until, long earned) {
        assertThat(some().between(at(since), at(until), "other")).isEqualTo(earned);
    }

    @Test
    void theCommissionThatIsAskedForDoesNotCount() {
        assertThat(some().between(START, at(9), "key1")).isEqualTo(60);
    }

    @Test
    void aSumStandsForWhatWasEarnedBeforeUnlessItsEntriesCameLater() {
        EarnedSoFar earned = new EarnedSoFar(Instant.EPOCH, new EarnedSoFar.Sum(1_000, at(1), at(6)));
        earned.add("cm_1", "key1", at(2), new EarnedSoFar.Entry(at(2), 5));
        assertThat(earned.knows(Instant.EPOCH, at(5))).isFalse();
        assertThat(earned.knows(at(3), at(7))).as("a period of its own").isFalse();
        assertThat(earned.knows(Instant.EPOCH, at(6))).isTrue();
        assertThat(earned.between(Instant.EPOCH, at(6), "other")).isEqualTo(1_005);
    }

    /** Whatever a transaction does in whatever order, it comes to what would be read. */
    @Test
    void followingIsReading() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            EarnedSoFar followed = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
            List<List<EarnedSoFar.Entry>> all = new ArrayList<>();
            List<Integer> earnedAt = new ArrayList<>();
            List<Boolean> counts = new ArrayList<>();
            for (int step = 0; step < 20; step++) {
                boolean isNew = all.isEmpty() || random.nextBoolean();
                int which = isNew ? all.size() : random.nextInt(all.size());
                if (isNew) {
                    all.add(new ArrayList<>());
                    earnedAt.add(random.nextInt(10));
                    counts.add(true);
                }
                counts.set(which, random.nextInt(4) > 0);
                EarnedSoFar.Entry entry = new EarnedSoFar.Entry(at(isNew ? earnedAt.get(which) : random.nextInt(20)), random.nextInt(100) - 20);
                all.get(which).add(entry);
                assertThat(followed.follow("cm_" + which, isNew, "key" + which, at(earnedAt.get(which)), counts.get(which), List.of(entry))).isTrue();
            }
            EarnedSoFar read = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
            for (int i = 0; i < all.size(); i++) {
                for (EarnedSoFar.Entry entry : counts.get(i) ? all.get(i) : List.<EarnedSoFar.Entry>of()) {
                    read.add("cm_" + i, "key" + i, at(earnedAt.get(i)), entry);
                }
            }
            for (int until = 0; until < 20; until++) {
                assertThat(followed.between(START, at(until), "key1")).isEqualTo(read.between(START, at(until), "key1"));
            }
        }
    }

    @Test
    void oneThatWasNotReadHasToBe() {
        assertThat(some().follow("cm_9", false, "key9", at(1), true, List.of())).isFalse();
    }

    private static EarnedSoFar some() {
        EarnedSoFar earned = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
        earned.add("cm_1", "key1", at(1), new EarnedSoFar.Entry(at(1), 100));
        earned.add("cm_1", "key1", at(1), new EarnedSoFar.Entry(at(5), -40));
        earned.add("cm_2", "key2", at(3), new EarnedSoFar.Entry(at(3), 50));
        earned.add("cm_3", "key3", at(7), new EarnedSoFar.Entry(at(7), 10));
        return earned;
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
