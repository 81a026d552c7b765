package org.conversions.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Makes what is committed survive a power cut. MySQL does so at every commit; the embedded database only when it is told
 * to, and here all who wait at the same time share the telling. Whoever acknowledges something asks here first.
 */
@ApplicationScoped
public class DurableCommits {

    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    private final Runnable toDisk;
    private final Lock oneAtATime = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private long lastDone;
    private boolean needed = true;

    public DurableCommits() {
        toDisk = this::bringToDisk;
    }

    DurableCommits(Runnable toDisk) {
        this.toDisk = toDisk;
    }

    @PostConstruct
    void look() {
        needed = !new DatabaseSource().isMySql();
    }

    /**
     * Returns when everything that was committed before is on the disk.
     *
     * @throws IllegalStateException or another exception when it may not be
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
                toDisk.run();
                lastDone = mine;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void bringToDisk() {
        try (Connection connection = database.getConnection()) {
            EmbeddedDatabase.get().toDisk(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("What was committed may not be on the disk", e);
        }
    }
}
