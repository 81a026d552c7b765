package org.conversions.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets many callers share one commit. What they hand in is collected while the previous batch commits, and each
 * caller learns the outcome after the commit of its own batch. A commit costs milliseconds whatever it holds, so
 * the batches grow with the load and the waiting does not.
 *
 * <p>A batch that fails is tried again one by one, so that one bad row does not take the others with it.
 */
public final class GroupCommit<T> implements AutoCloseable {

    /** An item whose caller has not learned of its commit yet. Whoever completes it speaks for the database. */
    public static final class Pending<T> {

        private final T item;
        private final long since = System.nanoTime();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final AtomicBoolean overdue = new AtomicBoolean();

        private Pending(T item) {
            this.item = item;
        }

        public T item() {
            return item;
        }

        public CompletableFuture<Void> done() {
            return done;
        }

        private boolean waitsLongerThan(Duration time) {
            return System.nanoTime() - since > time.toNanos();
        }
    }

    /** A thread that stores batches, one after the other. */
    private final class Committer implements Runnable {

        private volatile List<Pending<T>> batch = List.of();
        private Thread thread;

        @Override
        public void run() {
            while (!(closed && queue.isEmpty())) {
                try {
                    Pending<T> first = queue.poll(200, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch = gathered(first);
                    commit(batch);
                } catch (InterruptedException e) {
                    closed = true;
                } finally {
                    batch = List.of();
                }
            }
        }
    }

    /** No item has come for so long: those of the callers who come together are there. */
    private static final long QUIET_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final BlockingQueue<Pending<T>> queue;
    private final int batchMax;
    private final long gatherNanosMax;
    private final Consumer<List<T>> commit;
    private final Runnable afterwards;
    private final Executor answers;
    private final List<Committer> committers = new ArrayList<>();
    private final LongAdder committed = new LongAdder();
    private volatile boolean closed;

    /**
     * One committer, whose thread the callers learn of the outcome on.
     *
     * @param queueMax   how many may wait; one more is refused
     * @param batchMax   how many share a commit at most
     * @param commit     stores a batch and commits it before it returns, or throws and stores nothing
     * @param afterwards runs after each commit and before the callers learn of it; what it throws, all of them learn
     */
    public GroupCommit(int queueMax, int batchMax, ThreadFactory threads, Consumer<List<T>> commit,
                       Runnable afterwards) {
        this(1, Duration.ZERO, queueMax, batchMax, threads, commit, afterwards, Runnable::run);
    }

    /**
     * @param committers how many batches may be stored at the same time: while one waits for the disk, the next is prepared
     * @param gatherMax  how long a batch waits for more items, as long as they keep coming: who is answered together comes
     *                   again together, and without that the first of them has a commit for itself alone
     * @param answers    where the callers of a batch learn of its commit, so that a slow one holds no other batch up
     */
    public GroupCommit(int committers, Duration gatherMax, int queueMax, int batchMax, ThreadFactory threads, Consumer<List<T>> commit,
                       Runnable afterwards, Executor answers) {
        this.queue = new ArrayBlockingQueue<>(queueMax);
        this.batchMax = batchMax;
        this.gatherNanosMax = gatherMax.toNanos();
        this.commit = commit;
        this.afterwards = afterwards;
        this.answers = answers;
        for (int i = 0; i < committers; i++) {
            Committer committer = new Committer();
            committer.thread = threads.newThread(committer);
            this.committers.add(committer);
        }
        this.committers.forEach(committer -> committer.thread.start());
    }

    /**
     * A caller that no longer wants to wait may complete the stage itself: what has not begun to be stored is then
     * left out.
     *
     * @return completed after the commit and what follows it, or exceptionally with what they threw,
     *         or at once with {@link QueueFull}
     */
    public CompletableFuture<Void> submit(T item) {
        Pending<T> pending = new Pending<>(item);
        if (closed || !queue.offer(pending)) {
            pending.done.completeExceptionally(new QueueFull());
        } else if (closed && queue.remove(pending)) {
            // Closed since the look above: the committers may have ended without seeing it.
            pending.done.completeExceptionally(new QueueFull());
        }
        return pending.done;
    }

    /** @return what has waited for so long and is not committed, as far as anybody knows; each is returned once */
    public List<Pending<T>> overdue(Duration time) {
        return Stream.concat(committers.stream().flatMap(committer -> committer.batch.stream()), queue.stream())
                .filter(pending -> !pending.done.isDone() && pending.waitsLongerThan(time)
                        && pending.overdue.compareAndSet(false, true)).toList();
    }

    /** @return whether each committer has been at work for so long on a batch that it began with */
    public boolean standsStill(Duration time) {
        return committers.stream().allMatch(committer -> committer.batch.stream().anyMatch(pending -> pending.waitsLongerThan(time)));
    }

    /** @return the number of items that wait for their commit */
    public int waiting() {
        return queue.size();
    }

    /** @return the number of items that were committed since the start */
    public long committed() {
        return committed.sum();
    }

    /** Takes nothing new, commits what has been handed in, and ends. */
    @Override
    public void close() {
        closed = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            for (Committer committer : committers) {
                committer.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending<T>> gathered(Pending<T> first) {
        List<Pending<T>> gathered = new ArrayList<>();
        gathered.add(first);
        long end = System.nanoTime() + gatherNanosMax;
        queue.drainTo(gathered, batchMax - 1);
        while (gathered.size() < batchMax && System.nanoTime() < end) {
            LockSupport.parkNanos(QUIET_NANOS);
            if (queue.drainTo(gathered, batchMax - gathered.size()) == 0) {
                break;
            }
        }
        return gathered;
    }

    private void commit(List<Pending<T>> drained) {
        // A caller that stopped waiting has reported that nothing was stored, and so nothing is.
        List<Pending<T>> batch = drained.stream().filter(pending -> !pending.done.isDone()).toList();
        if (batch.isEmpty()) {
            return;
        }
        try {
            commit.accept(batch.stream().map(Pending::item).toList());
        } catch (RuntimeException | Error e) {
            // An error too: the committer must live, or all later callers wait for ever.
            if (batch.size() == 1) {
                batch.get(0).done.completeExceptionally(e);
            } else {
                batch.forEach(pending -> commit(List.of(pending)));
            }
            return;
        }
        committed.add(batch.size());
        settle(batch);
    }

    /** Answers the callers of a stored batch, which is not tried again. */
    private void settle(List<Pending<T>> batch) {
        try {
            afterwards.run();
        } catch (RuntimeException | Error e) {
            batch.forEach(pending -> pending.done.completeExceptionally(e));
            return;
        }
        Runnable answer = () -> batch.forEach(pending -> pending.done.complete(null));
        try {
            answers.execute(answer);
        } catch (RejectedExecutionException e) {
            // During a stop: then on this thread.
            answer.run();
        }
    }

    /** More is being handed in than the database takes: the sender should slow down and come again. */
    public static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1;

        public QueueFull() {
            super("The queue is full", null, false, false);
        }
    }
}
