package org.conversions.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkLoopTest {

    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofHours(1);

    private final Semaphore steps = new Semaphore(0);
    private WorkLoop loop;

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void stepsFollowEachOtherWhileThereIsWork() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(3);
        start(LONG, () -> {
            steps.release();
            return left.decrementAndGet() > 0;
        });
        loop.wake();

        assertThat(steps.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLoopThatRestsIsWoken() throws InterruptedException {
        start(LONG, () -> {
            steps.release();
            return false;
        });
        for (int time = 0; time < 3; time++) {
            loop.wake();
            assertThat(steps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLoopThatNobodyWakesLooksFromTimeToTime() throws InterruptedException {
        start(SHORT, () -> {
            steps.release();
            return false;
        });

        assertThat(steps.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStepThatFailsIsTriedAgain() throws InterruptedException {
        start(SHORT, () -> {
            steps.release();
            throw new IllegalStateException("as this test wants it");
        });

        assertThat(steps.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStopLetsTheStepEndThatIsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        start(LONG, () -> {
            begun.countDown();
            sleep();
            ended.incrementAndGet();
            return true;
        });
        loop.wake();
        begun.await();
        loop.stop();

        assertThat(ended).hasValue(1);
    }

    private void start(Duration idle, BooleanSupplier step) {
        loop = new WorkLoop(System.getLogger("WorkLoopTest"), "A step failed", idle, Duration.ofSeconds(10), step);
        loop.start(Thread::new);
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
