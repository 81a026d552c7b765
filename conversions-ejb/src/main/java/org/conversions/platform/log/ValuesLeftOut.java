package org.conversions.platform.log;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps out of the log what a database says of the values that it refused, which are of customers, and the queries of
 * addresses, in which somebody may have sent a code or token. What kind of error it was and where stays. What another
 * filter leaves out stays out.
 *
 * @param other null for none
 */
record ValuesLeftOut(Filter other) implements Filter {

    private static final int CAUSES_MAX = 20;
    /** Classes of SQLSTATE: data that does not fit, and constraints that forbid it. Both name the value. */
    private static final List<String> ABOUT_VALUES = List.of("22", "23");

    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?]+)\\?\\S+");

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry.getMessage() != null && entry.getMessage().contains("://")) {
            entry.setMessage(QUERY.matcher(entry.getMessage()).replaceAll("$1?…"));
        }
        if (entry.getThrown() != null && isAboutValues(entry.getThrown())) {
            entry.setThrown(copy(entry.getThrown(), 0));
        }
        return other == null || other.isLoggable(entry);
    }

    private static boolean isAboutValues(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(CAUSES_MAX)
                .anyMatch(cause -> cause instanceof SQLException error && error.getSQLState() != null
                        && ABOUT_VALUES.stream().anyMatch(error.getSQLState()::startsWith));
    }

    private static Throwable copy(Throwable thrown, int depth) {
        String name = thrown.getClass().getName();
        Throwable copy = new WithoutMessage(thrown instanceof SQLException error
                ? name + ": SQLSTATE " + error.getSQLState() + ", code " + error.getErrorCode() : name,
                thrown.getCause() == null || depth == CAUSES_MAX ? null : copy(thrown.getCause(), depth + 1));
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }

    /** Stands for another, by whose name it goes. */
    private static final class WithoutMessage extends Exception {

        private static final long serialVersionUID = 1;

        WithoutMessage(String name, Throwable cause) {
            super(name, cause);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
