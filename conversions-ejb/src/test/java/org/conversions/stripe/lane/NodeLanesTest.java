package org.conversions.stripe.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NodeLanesTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();
    private final NodeLanes lanes = new NodeLanes(2, now::get);

    @Test
    void aNodeWithoutALeaseWorksOffNothing() throws InterruptedException {
        lanes.change(Lane.ALL, AT_ONCE);
        assertThat(lanes.with(0, all -> true)).isFalse();

        lanes.leased(now.get(), Duration.ofNanos(100));
        assertThat(lanes.with(0, all -> true)).isTrue();

        now.set(100);
        assertThat(lanes.with(0, all -> true)).as("the lease has ended").isFalse();
    }

    @Property
    void everyLaneOfTheNodeIsWithOneWorker(@ForAll Set<@IntRange(max = 63) Integer> held) throws InterruptedException {
        lanes.leased(now.get(), Duration.ofDays(1));
        lanes.change(held, AT_ONCE);
        Set<Integer> first = new HashSet<>();
        Set<Integer> second = new HashSet<>();
        lanes.with(0, first::addAll);
        lanes.with(1, second::addAll);

        assertThat(first).noneMatch(second::contains);
        assertThat(Math.abs(first.size() - second.size())).isLessThanOrEqualTo(1);
        first.addAll(second);
        assertThat(first).isEqualTo(held);
        held.forEach(lane -> assertThat(lanes.workersOf(Set.of(lane))).hasSize(1));
    }

    @Test
    void lanesDoNotChangeUnderABatch() throws Exception {
        lanes.leased(now.get(), Duration.ofDays(1));
        lanes.change(Lane.ALL, AT_ONCE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> batch = CompletableFuture.supplyAsync(() -> lanes.with(1, share -> {
            begun.countDown();
            return await(end);
        }));
        begun.await();

        assertThat(lanes.change(Set.of(), Duration.ofMillis(10))).isFalse();
        assertThat(lanes.held()).isEqualTo(Lane.ALL);
        end.countDown();
        assertThat(batch.get()).isTrue();
        assertThat(lanes.change(Set.of(), AT_ONCE)).isTrue();
        assertThat(lanes.held()).isEmpty();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
