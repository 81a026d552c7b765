package org.conversions.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes commits survive a power cut. MySQL does so at every commit; the embedded database only on demand, and here all
 * callers that wait at the same time share one demand. It is asked before something is acknowledged.
 */
@ApplicationScoped
public class DurableCommits {

    private final Flushable database;
    private final Lock oneAtATime = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private long lastDone;
    private boolean needed = true;

    public DurableCommits() {
        database = () -> EmbeddedDatabase.get().flush();
    }

    DurableCommits(Flushable database) {
        this.database = database;
    }

    @PostConstruct
    void look() {
        needed = !new DatabaseSource().isMySql();
    }

    /**
     * Returns when everything that was committed before is on the disk.
     *
     * @throws RuntimeException when that is not sure
     */
    public void await() {
        if (!needed) {
            return;
        }
        long seen = begun.get();
        oneAtATime.lock();
        try {
            // One that began after the look above covers this caller too.
            if (lastDone <= seen) {
                long mine = begun.incrementAndGet();
                flush();
                lastDone = mine;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void flush() {
        try {
            database.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("What was committed may not be on the disk", e);
        }
    }
}
