package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT4S", "2, PT16S", "3, PT1M4S", "6, PT1H8M16S", "7, PT4H33M4S", "8, PT18H12M16S", "9, P1D", "100, P1D"})
    void eachPauseIsFourTimesAsLongUpToTheLongest(int attempts, Duration pause) {
        assertThat(InboxLimits.pause(SECOND, attempts, InboxLimits.WAITING_PAUSE_MAX)).isEqualTo(pause);
    }

    @Property
    void noPauseIsShorterThanTheOneBeforeOrLongerThanTheLongest(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE - 1) int attempts) {
        Duration pause = InboxLimits.pause(SECOND, attempts, InboxLimits.WAITING_PAUSE_MAX);
        assertThat(pause).isBetween(SECOND, InboxLimits.WAITING_PAUSE_MAX)
                .isLessThanOrEqualTo(InboxLimits.pause(SECOND, attempts + 1, InboxLimits.WAITING_PAUSE_MAX));
    }
}
