package org.conversions.platform.database.embedded;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps the database's file small while it is written: it moves what is left of old pages to new ones, so that the space
 * between can be used again. Every step is small, because nobody can commit meanwhile. H2's own housekeeping, which
 * AUTO_COMPACT_FILL_RATE=0 turns off, moves up to 19 MB at a time and begins again at once.
 */
final class Compaction implements Runnable {

    /** Of what is written, the percentage that is to be in use: the rest is what the file is larger than its data. */
    private static final int IN_USE_MIN = 80;

    private static final int STEP_BYTES = 256 * 1024;
    private static final int PAUSE_MILLIS = 10;
    private static final int REST_MILLIS = 500;

    private final MVStore store;

    private Compaction(MVStore store) {
        this.store = store;
    }

    /** Begins with it, until the database is closed. */
    static void begin(MVStore store) {
        Thread thread = new Thread(new Compaction(store), "Compaction of the embedded database");
        thread.setDaemon(true);
        // It lives as long as the database, which may outlive whoever happened to open it.
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        try {
            int pause = REST_MILLIS;
            while (!store.isClosed()) {
                // There may be nothing to do, or only no moment for it while many commit.
                pause = store.compact(IN_USE_MIN, STEP_BYTES) ? PAUSE_MILLIS : Math.min(2 * pause, REST_MILLIS);
                Thread.sleep(pause);
            }
        } catch (MVStoreException e) {
            if (!store.isClosed()) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
