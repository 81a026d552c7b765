package org.conversions.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 8", "2, 32", "3, 128", "9, 524288", "10, 864000", "1000000, 864000"})
    void eachPauseIsFourTimesTheLastUpToTheLongest(int attempts, long seconds) {
        assertThat(new Backoff(Duration.ofSeconds(2), Duration.ofDays(10)).pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
