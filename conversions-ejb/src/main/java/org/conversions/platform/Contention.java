package org.conversions.platform;

import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.function.Supplier;

/**
 * Runs a transaction again when it lost a race: two callers made the same row at once and met at its unique key, or
 * waited for each other's locks. The second run finds the row that won.
 */
public final class Contention {

    private static final int TRIES_MAX = 4;

    private Contention() {
    }

    /** @param transaction begins and ends a transaction of its own, and may be run several times */
    public static <T> T retried(Supplier<T> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tries == TRIES_MAX || !lostRace(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean lostRace(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException
                    || cause instanceof SQLTransactionRollbackException || cause instanceof SQLTransientException) {
                return true;
            }
        }
        return false;
    }
}
