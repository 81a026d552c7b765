package org.conversions.stripe.lane;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lanes that this node holds, divided among its workers. They change between batches only, so that no lane is with two
 * workers at once; and after the end of the lease there is none.
 */
public final class NodeLanes {

    private final int workers;
    private final LongSupplier nanoTime;
    /** Read while a batch is worked off, in turn with a change. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile Set<Integer> held = Set.of();
    private volatile List<Set<Integer>> shares;
    private volatile long leasedUntil;

    /** @param nanoTime a clock that no one sets, {@link System#nanoTime()} */
    public NodeLanes(int workers, LongSupplier nanoTime) {
        this.workers = workers;
        this.nanoTime = nanoTime;
        shares = divided(held);
    }

    public Set<Integer> held() {
        return held;
    }

    /** @param from when the lease was asked for, by the clock */
    public void leased(long from, Duration time) {
        leasedUntil = from + time.toNanos();
    }

    /**
     * Changes the lanes, after the batches that are under way.
     *
     * @return false when those did not end in time: nothing is changed
     */
    public boolean change(Set<Integer> lanes, Duration patience) throws InterruptedException {
        if (!lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            held = Set.copyOf(lanes);
            shares = divided(held);
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @param batch gets the worker's lanes, at least one, which are its own until it returns. @return what it returns; false without a lane */
    public boolean with(int worker, Predicate<Set<Integer>> batch) {
        lock.readLock().lock();
        try {
            Set<Integer> lanes = shares.get(worker);
            return !lanes.isEmpty() && leasedUntil - nanoTime.getAsLong() > 0 && batch.test(lanes);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @return the workers that these lanes are with, as far as this node holds them */
    public Set<Integer> workersOf(Set<Integer> lanes) {
        List<Set<Integer>> now = shares;
        return IntStream.range(0, workers).filter(worker -> now.get(worker).stream().anyMatch(lanes::contains)).boxed()
                .collect(Collectors.toSet());
    }

    private List<Set<Integer>> divided(Set<Integer> lanes) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(lanes));
        return IntStream.range(0, workers).mapToObj(worker -> IntStream.range(0, sorted.size())
                .filter(i -> i % workers == worker).mapToObj(sorted::get).collect(Collectors.toUnmodifiableSet())).toList();
    }
}
