package org.conversions.platform.work;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Remembers when things were last used, to be written together, because a write per use would cost more than the use.
 * Bounded by the number of things; what is not written yet is lost in a crash, and may be.
 */
public final class NotedUses {

    private static final System.Logger LOG = System.getLogger(NotedUses.class.getName());

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();
    private final String what;

    /** @param what the things, for the log */
    public NotedUses(String what) {
        this.what = what;
    }

    public void note(String id, Instant at) {
        uses.put(id, at);
    }

    /** Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    public void write(Consumer<SortedMap<String, Instant>> writer) {
        TreeMap<String, Instant> batch = new TreeMap<>(uses);
        if (batch.isEmpty()) {
            return;
        }
        try {
            writer.accept(batch);
            batch.forEach(uses::remove);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last use of " + batch.size() + " " + what + " could not be written yet", e);
        }
    }
}
