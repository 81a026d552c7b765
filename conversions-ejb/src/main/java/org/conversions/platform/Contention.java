package org.conversions.platform;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Runs a transaction again when it lost a race: two callers made the same row at once and met at its unique key, or
 * waited for each other's locks. The second run finds the row that won; when many meet, it may take a few more, and
 * they come apart by pauses of random length.
 */
public final class Contention {

    /**
     * States of a rollback by the database, or of a lock that did not come in time. The class of the exception does not
     * say so, because a batch has one of its own.
     */
    private static final Pattern PASSING = Pattern.compile("(40|HYT00|41000).*");
    /** State of H2 for a unique key that another row has; MySQL has an error code. */
    private static final String DUPLICATE_KEY = "23505";
    private static final int MYSQL_DUPLICATE_ENTRY = 1062;
    private static final String TRANSACTION = "java:comp/TransactionSynchronizationRegistry";
    private static final int TRIES_MAX = 8;
    private static final int PAUSE_MILLIS = 5;

    private Contention() {
    }

    /** @param transaction begins and ends a transaction of its own, and may be run several times */
    public static <T> T retried(Supplier<T> transaction) {
        try {
            return retriedCall(transaction::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A supplier throws no checked exceptions", e);
        }
    }

    /** Does the same for a call that may throw. */
    static <T> T retriedCall(Callable<T> transaction) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.call();
            } catch (RuntimeException e) {
                if (tries == TRIES_MAX || !lostRace(e)) {
                    throw e;
                }
                pause(tries, e);
            }
        }
    }

    /**
     * @return whether the caller has begun a transaction. It is looked up each time: it cannot be injected into a bean that
     *         the web module calls, see {@link BusinessComponent}
     */
    public static boolean joined() {
        try {
            return joined(InitialContext.<TransactionSynchronizationRegistry>doLookup(TRANSACTION));
        } catch (NamingException e) {
            throw new IllegalStateException("No container that knows transactions", e);
        }
    }

    static boolean joined(TransactionSynchronizationRegistry caller) {
        return caller.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static void pause(int tries, RuntimeException lost) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS << tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost;
        }
    }

    /** @return whether nothing was wrong with the statement, and the same may go well the next time */
    public static boolean isPassing(SQLException error) {
        return error instanceof SQLTransientException || PASSING.matcher(String.valueOf(error.getSQLState())).matches();
    }

    private static boolean isDuplicate(SQLException error) {
        return DUPLICATE_KEY.equals(error.getSQLState()) || error.getErrorCode() == MYSQL_DUPLICATE_ENTRY;
    }

    private static boolean lostRace(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (isPassing(sql) || isDuplicate(sql))) {
                return true;
            }
        }
        return false;
    }
}
