package org.conversions.platform.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Does work that is due, step by step, on a thread of its own: a step after the other while there is any, and then a
 * look from time to time. A step that fails is tried again at the next look. A stop lets the step end that is under way.
 */
public final class WorkLoop {

    private final Logger log;
    private final String trouble;
    private final Duration idle;
    private final Duration stopMax;
    private final BooleanSupplier step;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    /**
     * @param trouble the message of the log when a step fails
     * @param idle    between two looks when nothing is due
     * @param stopMax how long a stop waits for the step that is under way
     * @param step    does a bounded part of the work in transactions of its own; false when nothing is due
     */
    public WorkLoop(Logger log, String trouble, Duration idle, Duration stopMax, BooleanSupplier step) {
        this.log = log;
        this.trouble = trouble;
        this.idle = idle;
        this.stopMax = stopMax;
        this.step = step;
    }

    public void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.start();
    }

    /** Lets the step end that is under way. An interrupt would close the embedded database's file under all others. */
    public void stop() {
        stopped.countDown();
        try {
            thread.join(stopMax.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStopped()) {
            try {
                stopped.await(idle.toMillis(), TimeUnit.MILLISECONDS);
                while (!isStopped() && step.getAsBoolean()) {
                    // There may be more.
                }
            } catch (InterruptedException e) {
                stopped.countDown();
            } catch (RuntimeException e) {
                // During a stop its parts may be gone already: what is due stays due until the next start.
                log.log(isStopped() ? Level.DEBUG : Level.WARNING, trouble, e);
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
