package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DurableCommitsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void whoComesWhileTheDiskIsBusyIsCoveredByTheNextTimeOnly() {
        DurableCommits commits = new DurableCommits(this::slowDisk);
        CompletableFuture<Void> first = CompletableFuture.runAsync(commits::await);
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> late = Stream.generate(() -> CompletableFuture.runAsync(commits::await)).limit(2).toList();

        mayEnd.release();
        assertThat(first).succeedsWithin(SOON);
        begun.acquireUninterruptibly();
        assertThat(late).noneMatch(CompletableFuture::isDone);
        mayEnd.release(10);
        assertThat(late).allSatisfy(one -> assertThat(one).succeedsWithin(SOON));
        assertThat(count.get()).isBetween(2, 3);
    }

    @Test
    void aFailureIsTheCallersAndCoversNoCommit() {
        DurableCommits commits = new DurableCommits(() -> {
            if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("no disk");
            }
        });
        assertThatIllegalStateException().isThrownBy(commits::await).withMessage("no disk");
        commits.await();
        assertThat(count).hasValue(2);
    }

    private void slowDisk() {
        count.incrementAndGet();
        begun.release();
        mayEnd.acquireUninterruptibly();
    }
}
