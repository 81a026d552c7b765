package org.conversions.launch;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Remembers the first severe message in the log, so that a start that fails can end with its reason: what follows in
 * the log is mostly its consequences. The log manager makes the instance (see logging.properties).
 */
public final class FirstFailure extends Handler {

    private static final AtomicReference<String> FIRST = new AtomicReference<>();

    /** The first line of what was remembered, or else the given text. */
    static String or(String otherwise) {
        String first = FIRST.get();
        return first == null ? otherwise : first.lines().findFirst().orElse(otherwise);
    }

    /** Makes the next severe message the first. */
    static void forget() {
        FIRST.set(null);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            String cause = entry.getThrown() == null ? "" : " " + root(entry.getThrown());
            FIRST.compareAndSet(null, new SimpleFormatter().formatMessage(entry).strip() + cause);
        }
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
