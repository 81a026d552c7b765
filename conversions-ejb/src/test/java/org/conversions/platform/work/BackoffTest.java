package org.conversions.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 8", "2, 32", "3, 128", "9, 524288", "10, 864000", "1000000, 864000"})
    void eachPauseIsFourTimesTheLastUpToTheLongest(int attempts, long seconds) {
        assertThat(new Backoff(Duration.ofSeconds(2), Duration.ofDays(10)).pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 4", "2, 8", "8, 512", "9, 600", "1000000, 600"})
    void aPauseMayBeTwiceTheLastOne(int attempts, long seconds) {
        assertThat(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10), 1).pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void noPauseIsShorterThanTheOneBeforeOrLongerThanTheLongest(@ForAll @IntRange(max = Integer.MAX_VALUE - 1) int attempts,
                                                                @ForAll @IntRange(min = 1, max = 2) int doublings) {
        Duration first = Duration.ofSeconds(1);
        Duration longest = Duration.ofDays(1);
        Backoff backoff = new Backoff(first, longest, doublings);

        assertThat(backoff.pause(attempts)).isBetween(first, longest).isLessThanOrEqualTo(backoff.pause(attempts + 1));
    }
}
