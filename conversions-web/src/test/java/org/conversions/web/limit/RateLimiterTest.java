package org.conversions.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Instant START = Instant.parse("2026-07-29T10:00:00.250Z");

    private final MovingClock clock = new MovingClock();
    private final RateLimiter limiter = new RateLimiter("limit", 3, clock);

    @Test
    void aMinuteHasSoManyRequestsAndThenNoMore() {
        for (int remaining : new int[] {2, 1, 0}) {
            Allowance left = limiter.take("caller").orElseThrow();
            assertThat(left.granted()).isTrue();
            assertThat(left.limit()).isEqualTo(3);
            assertThat(left.remaining()).isEqualTo(remaining);
            assertThat(left.reset()).isEqualTo(START.plusSeconds(60));
        }
        for (int more = 0; more < 5; more++) {
            Allowance none = limiter.take("caller").orElseThrow();
            assertThat(none.granted()).isFalse();
            assertThat(none.remaining()).isZero();
        }
    }

    @Test
    void theNextMinuteHasAsManyAgain() {
        IntStream.range(0, 10).forEach(i -> limiter.take("caller"));
        clock.now = START.plusMillis(59_999);
        assertThat(limiter.take("caller").orElseThrow().granted()).isFalse();
        clock.now = START.plusSeconds(60);
        assertThat(limiter.take("caller").orElseThrow()).isEqualTo(
                new Allowance(3, 2, START.plusSeconds(120), true));
    }

    @Test
    void nobodyUsesUpWhatIsAnothers() {
        IntStream.range(0, 10).forEach(i -> limiter.take("greedy"));
        assertThat(limiter.take("modest").orElseThrow().remaining()).isEqualTo(2);
    }

    @Test
    void lookingDoesNotCount() {
        assertThat(limiter.exhausted("caller")).isEmpty();
        IntStream.range(0, 3).forEach(i -> limiter.take("caller"));
        assertThat(limiter.exhausted("caller").map(Allowance::granted)).contains(false);
        clock.now = START.plusSeconds(60);
        assertThat(limiter.exhausted("caller")).isEmpty();
    }

    @Test
    void zeroSwitchesItOff() {
        RateLimiter off = new RateLimiter("limit", 0, clock);
        assertThat(off.take("caller")).isEqualTo(Optional.empty());
        assertThat(off.exhausted("caller")).isEmpty();
        assertThat(off.take("own", 1).granted()).isTrue();
        assertThat(off.take("own", 1).granted()).as("a limit of one's own holds beside none").isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimiter("limit", -1, clock));
    }

    @Test
    void manyAtOnceGetNoMoreThanThereAre() {
        RateLimiter wide = new RateLimiter("limit", 500, clock);
        AtomicInteger granted = new AtomicInteger();
        IntStream.range(0, 5_000).parallel().filter(i -> wide.take("caller").orElseThrow().granted())
                .forEach(i -> granted.incrementAndGet());
        assertThat(granted).hasValue(500);
    }

    @Test
    void secondsAreRoundedUpAndNeverZero() {
        Allowance left = new Allowance(3, 0, START.plusSeconds(60), false);
        assertThat(left.secondsFrom(START)).isEqualTo(60);
        assertThat(left.secondsFrom(START.plusMillis(1))).isEqualTo(60);
        assertThat(left.secondsFrom(START.plusSeconds(60))).isEqualTo(1);
        assertThat(left.resetSecond()).isEqualTo(START.plus(Duration.ofSeconds(61)).getEpochSecond());
    }

    private static final class MovingClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
