package org.conversions.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Lets many callers share one commit. What they hand in is collected while the previous batch commits, and each
 * caller learns the outcome after the commit of its own batch. A commit costs milliseconds whatever it holds, so
 * the batches grow with the load and the waiting does not.
 *
 * <p>A batch that fails is tried again one by one, so that one bad row does not take the others with it.
 */
public final class GroupCommit<T> implements AutoCloseable {

    private record Entry<T>(T item, CompletableFuture<Void> done) {
    }

    private final BlockingQueue<Entry<T>> queue;
    private final int batchMax;
    private final Consumer<List<T>> commit;
    private final Runnable afterwards;
    private final Thread worker;
    private final LongAdder committed = new LongAdder();
    private volatile boolean closed;

    /**
     * @param queueMax   how many may wait; one more is refused
     * @param batchMax   how many share a commit at most
     * @param commit     stores a batch and commits it before it returns, or throws and stores nothing
     * @param afterwards runs after each commit and before the callers learn of it; what it throws, all of them learn
     */
    public GroupCommit(int queueMax, int batchMax, ThreadFactory threads, Consumer<List<T>> commit,
                       Runnable afterwards) {
        this.queue = new ArrayBlockingQueue<>(queueMax);
        this.batchMax = batchMax;
        this.commit = commit;
        this.afterwards = afterwards;
        this.worker = threads.newThread(this::run);
        this.worker.start();
    }

    /**
     * A caller that no longer wants to wait may complete the stage itself: what has not begun to be stored is then
     * left out.
     *
     * @return completed after the commit and what follows it, or exceptionally with what they threw,
     *         or at once with {@link QueueFull}
     */
    public CompletableFuture<Void> submit(T item) {
        Entry<T> entry = new Entry<>(item, new CompletableFuture<>());
        if (closed || !queue.offer(entry)) {
            entry.done.completeExceptionally(new QueueFull());
        } else if (closed && queue.remove(entry)) {
            // Closed since the look above: the worker may have ended without seeing it.
            entry.done.completeExceptionally(new QueueFull());
        }
        return entry.done;
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
        try {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Entry<T>> batch = new ArrayList<>(batchMax);
        while (!(closed && queue.isEmpty())) {
            try {
                Entry<T> first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, batchMax - 1);
                commit(batch);
                batch.clear();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void commit(List<Entry<T>> drained) {
        // A caller that stopped waiting has reported that nothing was stored, and so nothing is.
        List<Entry<T>> batch = drained.stream().filter(entry -> !entry.done.isDone()).toList();
        if (batch.isEmpty()) {
            return;
        }
        try {
            commit.accept(batch.stream().map(Entry::item).toList());
        } catch (RuntimeException | Error e) {
            // An error too: the worker must live, or all later callers wait for ever.
            if (batch.size() == 1) {
                batch.get(0).done.completeExceptionally(e);
            } else {
                batch.forEach(entry -> commit(List.of(entry)));
            }
            return;
        }
        committed.add(batch.size());
        settle(batch);
    }

    /** Answers the callers of a stored batch, which is not tried again. */
    private void settle(List<Entry<T>> batch) {
        try {
            afterwards.run();
            batch.forEach(entry -> entry.done.complete(null));
        } catch (RuntimeException | Error e) {
            batch.forEach(entry -> entry.done.completeExceptionally(e));
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
