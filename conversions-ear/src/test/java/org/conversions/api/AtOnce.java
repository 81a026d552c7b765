package org.conversions.api;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many things at the same time and waits for all of them. */
public final class AtOnce {

    private static final int THREADS = 32;

    private AtOnce() {
    }

    /** @return the results in the order of the tasks */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) {
        return all(tasks, THREADS);
    }

    /** @param parallel how many are done at the same time */
    static <T> List<T> all(List<? extends Callable<T>> tasks, int parallel) {
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            return threads.invokeAll(tasks).stream().map(AtOnce::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of many failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
