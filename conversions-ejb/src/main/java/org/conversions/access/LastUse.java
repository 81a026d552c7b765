package org.conversions.access;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.conversions.platform.work.NotedUses;

/** Notes when each API key was last used, and writes it once a minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LastUse {

    private final NotedUses uses = new NotedUses("API keys");
    @Inject
    private ApiKeys keys;

    public void note(String id, Instant at) {
        uses.note(id, at);
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void write() {
        uses.write(keys::writeLastUses);
    }
}
