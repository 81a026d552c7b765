package org.conversions.account;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.conversions.platform.work.NotedUses;

/** Notes when each session was last used, and writes it once a minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionUse {

    private final NotedUses uses = new NotedUses("sessions");
    @Inject
    private Sessions sessions;

    public void note(String id, Instant at) {
        uses.note(id, at);
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void write() {
        uses.write(sessions::writeLastUses);
    }
}
