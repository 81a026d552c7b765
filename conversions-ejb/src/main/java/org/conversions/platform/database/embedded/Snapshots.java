package org.conversions.platform.database.embedded;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import net.bytebuddy.asm.Advice;

/**
 * Lets H2 take a snapshot, which it writes into its file, only between the steps of transactions. H2 takes the snapshot map by
 * map (a table or an index is one), and nothing else would keep a transaction from being committed in between, so that a
 * process that is killed could leave the one half of it: H2's issue 2080, shown by {@code WholeTransactionsTest}.
 *
 * <p>A step is the change of one row together with its entry in the undo log, or the commit of a transaction as a whole. A
 * transaction that is open at the snapshot is rolled back after a kill, by its undo log. The calls are woven into H2's classes
 * by {@code EmbeddedClasses}.
 */
public final class Snapshots {

    private static final ReentrantReadWriteLock STEPS = new ReentrantReadWriteLock();

    private Snapshots() {}

    public static void beginStep() {
        STEPS.readLock().lock();
    }

    public static void endStep() {
        STEPS.readLock().unlock();
    }

    /** @return whether the caller is within a step, and so cannot take a snapshot: the next one holds what it changes */
    public static boolean isWithinStep() {
        return STEPS.getReadHoldCount() > 0;
    }

    public static void begin() {
        STEPS.writeLock().lock();
    }

    public static void end() {
        STEPS.writeLock().unlock();
    }

    /** Woven into what changes rows. */
    static final class Step {

        private Step() {}

        @Advice.OnMethodEnter
        static void enter() {
            beginStep();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            endStep();
        }
    }

    /** Woven into what takes the snapshot. */
    static final class Taking {

        private Taking() {}

        @Advice.OnMethodEnter
        static void enter() {
            begin();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            end();
        }
    }

    /** Woven into the question whether a snapshot can be taken. */
    static final class Possible {

        private Possible() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean possible) {
            possible = possible && !isWithinStep();
        }
    }
}
