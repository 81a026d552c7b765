package org.conversions.platform.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Does work that is due, step by step, on a thread of its own: one step after the other while there is any, and then again
 * from time to time, or at once when it is woken. A step that fails is tried again the next time. A stop lets the step end
 * that is under way.
 */
public final class WorkLoop {

    private final Logger log;
    private final String trouble;
    private volatile Duration idle;
    private final Duration stopMax;
    private final BooleanSupplier step;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;
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

    /** Changes the time between two looks when nothing is due, from the next one on. */
    public void idles(Duration between) {
        idle = between;
    }

    /** Ends the rest of the loop, because something is due. During a step it brings another one afterwards. */
    public void wake() {
        woken.release();
    }

    /** Stops the loop, not by an interrupt: that would close the embedded database's file under all of its users. */
    public void stop() {
        stopped = true;
        wake();
        try {
            thread.join(stopMax.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                woken.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                while (!stopped && step.getAsBoolean()) {
                    // There may be more.
                }
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                // During a stop its parts may be gone already: what is due stays due until the next start.
                log.log(stopped ? Level.DEBUG : Level.WARNING, trouble, e);
            }
        }
    }
}
