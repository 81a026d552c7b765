package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.commission.Earning.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedSoFarTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Earned at hour 1 100, of which 40 go back at hour 5; at hour 3 50; at hour 7 10. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 100", "0, 3, 150", "0, 4, 150", "0, 5, 110", "0, 7, 120", "2, 7, 60", "2, 4, 50", "7, 7, 10", "8, 9, 0"})
    void whatWasEarnedByAMomentIsLessWhatWasTakenBackByThen(int since, int until, long earned) {
        assertThat(some().before(at(since), turn(until, "other"))).isEqualTo(earned);
    }

    @Test
    void theCommissionThatIsAskedForDoesNotCount() {
        assertThat(some().before(START, turn(9, "key1"))).isEqualTo(60);
    }

    /** Of the same moment, those count whose names come before, and those without a name. */
    @ParameterizedTest
    @CsvSource({"a, 1", "c, 1001", ", 1011"})
    void atTheSameMomentTheNamesDecide(String name, long earned) {
        EarnedSoFar known = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
        known.put("cm_1", Earning.whole("key1", at(1), null, 1));
        known.put("cm_2", Earning.whole("key2", at(1), "b", 1_000));
        known.put("cm_3", Earning.whole("key3", at(1), "d", 10));
        assertThat(known.before(START, new Turn(at(1), "other", name))).isEqualTo(earned);
    }

    @Test
    void aSumStandsForWhatWasEarnedBeforeUnlessItsEntriesCameLater() {
        EarnedSoFar earned = new EarnedSoFar(Instant.EPOCH, new EarnedSoFar.Sum(1_000, at(1), at(6)));
        earned.put("cm_1", Earning.whole("key1", at(2), null, 5));
        assertThat(earned.knows(Instant.EPOCH, at(5))).isFalse();
        assertThat(earned.knows(at(3), at(7))).as("a period of its own").isFalse();
        assertThat(earned.knows(Instant.EPOCH, at(6))).isTrue();
        assertThat(earned.before(Instant.EPOCH, turn(6, "other"))).isEqualTo(1_005);
    }

    @Test
    void aCommissionThatHasChangedIsToBePutAgainUnlessItMayStandInTheSum() {
        EarnedSoFar earned = new EarnedSoFar(Instant.EPOCH, new EarnedSoFar.Sum(1_000, at(2), at(2)));
        earned.put("cm_1", Earning.whole("key1", at(2), null, 5));
        assertThat(earned.outdate("cm_1", at(2))).isTrue();
        assertThat(earned.outdated()).containsExactly("cm_1");
        earned.put("cm_1", Earning.whole("key1", at(2), null, 3));
        assertThat(earned.outdated()).isEmpty();
        assertThat(earned.before(Instant.EPOCH, turn(6, "other"))).isEqualTo(1_003);
        assertThat(earned.outdate("cm_0", at(1))).isFalse();
        assertThat(earned.outdated()).isEmpty();
    }

    /** Of a sale of 1000, 250 go back at hour 2 and all the rest at hour 4, of which 250 come again at hour 6. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 200", "2, 150", "3, 150", "4, 0", "5, 0", "6, 50", "7, 50"})
    void ofASaleTheSameShareIsLeft(int hour, long left) {
        Earning earning = Earning.ofSale("key", at(1), null, 200, 1_000, List.of(new Change(at(4), -750), new Change(at(2), -250),
                new Change(at(6), 250)));
        assertThat(earning.leftAt(at(hour))).isEqualTo(left);
    }

    /** What the sale is corrected to later was earned from the beginning; a verdict holds from its moment on. */
    @ParameterizedTest
    @CsvSource({"1, 200", "2, 150", "3, 0", "5, 0"})
    void aVerdictHoldsFromItsMomentOn(int hour, long left) {
        Earning earning = Earning.ofSale("key", at(1), null, 200, 1_000, List.of(new Change(at(2), -250), new Change(at(4), -250)));
        assertThat(earning.judged(at(3), 0).leftAt(at(hour))).isEqualTo(left);
    }

    private static EarnedSoFar some() {
        EarnedSoFar earned = new EarnedSoFar(START, EarnedSoFar.Sum.NONE);
        earned.put("cm_1", Earning.ofEntries("key1", at(1), null, List.of(new Change(at(1), 100), new Change(at(5), -40))));
        earned.put("cm_2", Earning.whole("key2", at(3), null, 50));
        earned.put("cm_3", Earning.whole("key3", at(7), null, 10));
        return earned;
    }

    private static Turn turn(int hour, String key) {
        return new Turn(at(hour), key, null);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
