package org.conversions.stripe.inbox.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    @Test
    void aBatchGrowsToWhatFifteenMillisecondsTake() {
        BatchSize size = BatchSize.FIRST;
        for (int batch = 0; batch < 20; batch++) {
            size = size.after(5, Duration.ofNanos(5 * 500_000));
        }

        assertThat(size.max()).isBetween(28, 30);
    }

    @Test
    void whileMoreWaitsBatchesMayTakeFourTimesAsLongAndAreShortAgainAfterwards() {
        BatchSize size = new BatchSize(1_500_000, 0);
        int alone = size.max();
        for (int batch = 0; batch < 10; batch++) {
            size = size.after(size.max(), Duration.ofNanos(size.max() * 1_500_000L));
        }

        assertThat(alone).isEqualTo(20);
        assertThat(size.max()).isEqualTo(40);
        assertThat(size.after(1, Duration.ofNanos(1_500_000)).max()).isEqualTo(20);
    }

    @Property
    void aBatchIsNeverSmallerOrLargerThanItMayBe(@ForAll List<@LongRange(max = 10_000) Long> millis, @ForAll @IntRange(min = 1, max = 50) int events) {
        BatchSize size = BatchSize.FIRST;
        for (long took : millis) {
            size = size.after(events, Duration.ofMillis(took));
            assertThat(size.max()).isBetween(BatchSize.MIN, BatchSize.MAX);
        }
    }
}
