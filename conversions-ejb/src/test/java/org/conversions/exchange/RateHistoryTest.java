package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 8);

    @Test
    void aNewServerHasMissedEverything() {
        assertThat(RateHistory.isMissing(new TreeSet<>(), TODAY)).isTrue();
        assertThat(RateHistory.isMissing(days(0, 0), TODAY)).isTrue();
    }

    @Test
    void weekendsAndHolidaysAreNotMissing() {
        assertThat(RateHistory.isMissing(days(3, 87), TODAY)).isFalse();
        TreeSet<LocalDate> days = days(0, 90);
        // Easter: Good Friday to Monday.
        days.removeIf(day -> !day.isBefore(LocalDate.of(2026, 4, 3)) && !day.isAfter(LocalDate.of(2026, 4, 6)));
        assertThat(RateHistory.isMissing(days, TODAY)).isFalse();
    }

    @Test
    void aServerThatWasOffHasMissedSomeDays() {
        TreeSet<LocalDate> days = days(0, 90);
        days.removeIf(day -> !day.isBefore(LocalDate.of(2026, 3, 1)) && !day.isAfter(LocalDate.of(2026, 3, 8)));
        assertThat(RateHistory.isMissing(days, TODAY)).isTrue();
        assertThat(RateHistory.isMissing(days(9, 90), TODAY)).isTrue();
    }

    /** @return the days from so many days ago back to so many */
    private static TreeSet<LocalDate> days(int from, int to) {
        return Stream.iterate(from, ago -> ago <= to, ago -> ago + 1).map(TODAY::minusDays)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
