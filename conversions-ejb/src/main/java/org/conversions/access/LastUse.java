package org.conversions.access;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when each key was last used and writes it once a minute, because a write per request would cost more
 * than the request. Bounded by the number of keys; what is not written yet is lost in a crash, and may be.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LastUse {

    private static final System.Logger LOG = System.getLogger(LastUse.class.getName());

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();
    @Inject
    private ApiKeys keys;

    public void note(String keyId, Instant at) {
        uses.put(keyId, at);
    }

    /** Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void write() {
        TreeMap<String, Instant> batch = new TreeMap<>(uses);
        if (batch.isEmpty()) {
            return;
        }
        try {
            keys.writeLastUses(batch);
            batch.forEach(uses::remove);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last use of " + batch.size() + " API keys could not be written yet", e);
        }
    }
}
