package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int QUEUE_MAX = 10;
    private static final int BATCH_MAX = 4;

    private final Queue<List<String>> committed = new ConcurrentLinkedQueue<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayCommit = new Semaphore(0);
    private Runnable afterwards = () -> { };
    private GroupCommit<String> clicks;

    @AfterEach
    void close() {
        mayCommit.release(1_000);
        clicks.close();
    }

    @Test
    void whatComesDuringACommitSharesTheNextOne() {
        begin(this::commitWhenAllowed);
        CompletableFuture<Void> first = submit("a");
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> next = submitAll("b", "c", "d");
        assertThat(clicks.waiting()).isEqualTo(3);
        mayCommit.release(2);
        first.join();
        next.forEach(CompletableFuture::join);
        assertThat(committed).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void aBatchHasABound() {
        begin(this::commitWhenAllowed);
        submit("a");
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> next = submitAll("b", "c", "d", "e", "f");
        mayCommit.release(3);
        next.forEach(CompletableFuture::join);
        assertThat(committed).containsExactly(List.of("a"), List.of("b", "c", "d", "e"), List.of("f"));
    }

    @Test
    void aCallerLearnsTheOutcomeOnlyAfterTheCommit() {
        begin(this::commitWhenAllowed);
        CompletableFuture<Void> click = submit("a");
        begun.acquireUninterruptibly();
        assertThat(click).as("while it is being committed").isNotDone();
        CompletableFuture<List<List<String>>> seen = click.thenApply(done -> List.copyOf(committed));
        mayCommit.release();
        assertThat(seen.join()).containsExactly(List.of("a"));
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("a bad row"), new StackOverflowError("a row that is too deep"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void oneBadRowDoesNotTakeTheOthersWithIt(Throwable failure) {
        begin(batch -> {
            begun.release();
            mayCommit.acquireUninterruptibly();
            if (batch.contains("bad")) {
                GroupCommitTest.<RuntimeException>fail(failure);
            }
            committed.add(batch);
        });
        submit("a");
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> shared = submitAll("b", "bad", "c");
        mayCommit.release(1_000);
        assertThat(shared.get(0)).succeedsWithin(SOON);
        assertThat(shared.get(2)).succeedsWithin(SOON);
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> shared.get(1).join()).havingCause().isSameAs(failure);
        assertThat(committed).containsExactly(List.of("a"), List.of("b"), List.of("c"));
        assertThat(submit("d")).as("the next").succeedsWithin(SOON);
    }

    @Test
    void aFullQueueRefusesAtOnceAndKeepsWhatItHas() {
        begin(this::commitWhenAllowed);
        CompletableFuture<Void> first = submit("first");
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> waiting = IntStream.range(0, QUEUE_MAX).mapToObj(i -> submit("click " + i)).toList();
        CompletableFuture<Void> tooMany = submit("one more");
        assertThat(tooMany).isCompletedExceptionally();
        assertThatExceptionOfType(CompletionException.class).isThrownBy(tooMany::join).withCauseInstanceOf(GroupCommit.QueueFull.class);
        mayCommit.release(1_000);
        first.join();
        waiting.forEach(CompletableFuture::join);
        assertThat(items()).hasSize(QUEUE_MAX + 1).doesNotContain("one more");
    }

    @Test
    void closingCommitsWhatWasHandedInAndTakesNothingNew() {
        begin(this::commitWhenAllowed);
        List<CompletableFuture<Void>> handedIn = submitAll("a", "b", "c", "d", "e", "f");
        mayCommit.release(1_000);
        clicks.close();
        assertThat(handedIn).allMatch(CompletableFuture::isDone);
        assertThat(items()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(submit("too late")).isCompletedExceptionally();
    }

    @Test
    void manyCallersShareFewCommitsAndNothingIsLostOrStoredTwice() throws InterruptedException {
        int callers = 8;
        int each = 200;
        begin(10_000, 100, batch -> {
            pause();
            committed.add(batch);
        });
        Queue<CompletableFuture<Void>> outcomes = new ConcurrentLinkedQueue<>();
        inParallel(callers, caller -> {
            for (int i = 0; i < each; i++) {
                outcomes.add(submit(caller + ":" + i));
            }
        });
        outcomes.forEach(CompletableFuture::join);
        assertThat(items()).hasSize(callers * each).doesNotHaveDuplicates();
        assertThat(committed).hasSizeLessThan(callers * each / 10);
    }

    @Test
    void noCallerLearnsOfACommitBeforeItsConsequences() {
        afterwards = mayCommit::acquireUninterruptibly;
        begin(committed::add);
        CompletableFuture<Void> first = submit("a");
        assertThat(first).isNotDone();
        mayCommit.release();
        assertThat(first).succeedsWithin(SOON);
    }

    @Test
    void whatFollowsACommitAndFailsIsTheFailureOfAllAndStoresNothingAgain() {
        afterwards = () -> {
            throw new IllegalStateException("no disk");
        };
        begin(this::commitWhenAllowed);
        CompletableFuture<Void> first = submit("a");
        begun.acquireUninterruptibly();
        List<CompletableFuture<Void>> next = submitAll("b", "c");
        mayCommit.release(2);
        Stream.concat(Stream.of(first), next.stream()).forEach(outcome -> assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(outcome::join).withMessageContaining("no disk"));
        assertThat(committed).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aSecondCommitterTakesWhatComesDuringTheFirstOnesCommit() {
        clicks = new GroupCommit<>(2, Duration.ZERO, QUEUE_MAX, BATCH_MAX, Thread::new, this::commitWhenAllowed, afterwards, Runnable::run);
        CompletableFuture<Void> first = submit("a");
        begun.acquireUninterruptibly();
        CompletableFuture<Void> second = submit("b");
        begun.acquireUninterruptibly();
        mayCommit.release(2);
        assertThat(first).succeedsWithin(SOON);
        assertThat(second).succeedsWithin(SOON);
    }

    @Test
    void nobodyWaitsForOthersWhoDoNotCome() {
        clicks = new GroupCommit<>(1, Duration.ofHours(1), QUEUE_MAX, BATCH_MAX, Thread::new, committed::add, afterwards, Runnable::run);
        assertThat(submit("alone")).succeedsWithin(SOON);
    }

    @Test
    void aCallerThatIsSlowToLearnHoldsNoBatchUp() {
        ExecutorService answers = Executors.newCachedThreadPool();
        Semaphore learns = new Semaphore(0);
        clicks = new GroupCommit<>(1, Duration.ZERO, QUEUE_MAX, BATCH_MAX, Thread::new, this::commitWhenAllowed, afterwards, answers);
        CompletableFuture<Void> slow = submit("slow").thenRun(learns::acquireUninterruptibly);
        begun.acquireUninterruptibly();
        CompletableFuture<Void> next = submit("next");
        mayCommit.release(2);
        assertThat(next).succeedsWithin(SOON);
        assertThat(slow).isNotDone();
        learns.release();
        assertThat(slow).succeedsWithin(SOON);
        answers.shutdown();
    }

    @Test
    void whatWaitsTooLongIsSaidOnceWhetherItIsBeingStoredOrNot() {
        begin(this::commitWhenAllowed);
        submit("a");
        begun.acquireUninterruptibly();
        submit("b");
        assertThat(clicks.overdue(Duration.ofHours(1))).isEmpty();
        assertThat(clicks.overdue(Duration.ZERO)).extracting(GroupCommit.Pending::item).containsExactly("a", "b");
        assertThat(clicks.overdue(Duration.ZERO)).isEmpty();
    }

    @Test
    void whatWasSettledElsewhereIsLeftOut() {
        begin(this::commitWhenAllowed);
        submit("a");
        begun.acquireUninterruptibly();
        submit("b");
        clicks.overdue(Duration.ZERO).forEach(late -> late.done().complete(null));
        mayCommit.release(1);
        CompletableFuture<Void> next = submit("c");
        mayCommit.release(1);
        next.join();
        assertThat(items()).containsExactly("a", "c");
    }

    @Test
    void itStandsStillWhileEveryBatchTakesTooLong() {
        begin(this::commitWhenAllowed);
        assertThat(clicks.standsStill(Duration.ZERO)).as("without work").isFalse();
        CompletableFuture<Void> first = submit("a");
        begun.acquireUninterruptibly();
        assertThat(clicks.standsStill(Duration.ZERO)).isTrue();
        assertThat(clicks.standsStill(Duration.ofHours(1))).isFalse();
        mayCommit.release();
        first.join();
        // The class has a time limit.
        while (clicks.standsStill(Duration.ZERO)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoHandsSomethingInWhileItClosesAlwaysLearnsTheOutcome() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            committed.clear();
            begin(1_000, 10, committed::add);
            Queue<CompletableFuture<Void>> outcomes = new ConcurrentLinkedQueue<>();
            inParallel(3, caller -> {
                if (caller == 0) {
                    clicks.close();
                } else {
                    for (int i = 0; i < 200; i++) {
                        outcomes.add(submit(caller + ":" + i));
                    }
                }
            });
            assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.handle((done, error) -> "answered")).succeedsWithin(SOON));
            assertThat(items()).hasSize((int) outcomes.stream().filter(outcome -> !outcome.isCompletedExceptionally()).count());
        }
    }

    private void begin(Consumer<List<String>> commit) {
        begin(QUEUE_MAX, BATCH_MAX, commit);
    }

    private void begin(int queueMax, int batchMax, Consumer<List<String>> commit) {
        clicks = new GroupCommit<>(queueMax, batchMax, Thread::new, commit, afterwards);
    }

    private void commitWhenAllowed(List<String> batch) {
        begun.release();
        mayCommit.acquireUninterruptibly();
        committed.add(batch);
    }

    private CompletableFuture<Void> submit(String click) {
        return clicks.submit(click).toCompletableFuture();
    }

    private List<CompletableFuture<Void>> submitAll(String... items) {
        return Stream.of(items).map(this::submit).toList();
    }

    private List<String> items() {
        return committed.stream().flatMap(Collection::stream).toList();
    }

    private static void inParallel(int callers, Consumer<Integer> work) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int number = caller;
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                work.accept(number);
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Pauses as long as a commit takes. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable failure) throws E {
        throw (E) failure;
    }
}
