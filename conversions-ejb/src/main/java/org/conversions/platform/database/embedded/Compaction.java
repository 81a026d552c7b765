package org.conversions.platform.database.embedded;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps the database's file small while it is written: it moves the rests of old pages to new ones, so that the space
 * between can be used again. Nothing can be committed during a step, so that steps are short; and moving a page writes those
 * above it anew, so that many are moved together: many small steps would leave more waste than they clear away. H2's own
 * housekeeping, which AUTO_COMPACT_FILL_RATE=0 turns off, moves up to 19 MB at a time and begins again at once.
 */
final class Compaction implements Runnable {

    /** Percentage that is to be in use of the pages written more than RETENTION_TIME ago. */
    private static final int IN_USE_MIN = 50;

    private static final int STEP_BYTES = 2 * 1024 * 1024;
    private static final int PAUSE_MILLIS = 50;
    /** To ask for the percentage costs as much as a step: H2 goes through all that it has written several times. */
    private static final int STEPS = 4;

    /** H2's name of that percentage, which can be read in no other way. */
    private static final String IN_USE = "info.CHUNKS_FILL_RATE_RW";

    private final MVStore store;

    private Compaction(MVStore store) {
        this.store = store;
    }

    /** Begins with it, until the database is closed. */
    static void begin(MVStore store) {
        Thread thread = new Thread(new Compaction(store), "Compaction of the embedded database");
        thread.setDaemon(true);
        // It lives as long as the database, which may outlive the thread that opened it.
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (!store.isClosed()) {
                boolean wasteful = inUse() < IN_USE_MIN;
                for (int step = 0; step < STEPS && !store.isClosed(); step++) {
                    if (wasteful) {
                        store.compact(100, STEP_BYTES);
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (MVStoreException e) {
            if (!store.isClosed()) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int inUse() {
        int[] percent = new int[1];
        store.getFileStore().populateInfo((name, value) -> {
            if (name.equals(IN_USE)) {
                percent[0] = Integer.parseInt(value);
            }
        });
        return percent[0];
    }
}
