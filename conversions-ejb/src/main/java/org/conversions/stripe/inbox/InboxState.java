package org.conversions.stripe.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.conversions.platform.UtcTime;

/** How the inbox is doing, for operations. */
@Stateless
public class InboxState {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return for how long the event that is due longest has been due; zero when none is */
    public Duration oldestDueAge() {
        Instant now = clock.instant();
        Instant oldest = database.createQuery("select e.dueAt from StoredEvent e where e.dueAt > :longAgo"
                        + " and e.dueAt <= :now order by e.dueAt", Instant.class)
                .setParameter("longAgo", UtcTime.LONG_AGO).setParameter("now", now).setMaxResults(1).getResultStream().findFirst().orElse(null);
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
