package org.conversions.stripe.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.conversions.platform.UtcTime;

/** Measures the inbox, for operations. */
@Stateless
public class InboxState {

    /** The number at which counting ends. */
    public static final int COUNT_MAX = 10_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** The number of events in a state, and the age of the oldest of them. */
    public record Standing(long count, Duration oldestAge) {
    }

    /** @return counted up to {@link #COUNT_MAX}: beyond that it is trouble however many there are */
    public Standing standing(StripeEventState state) {
        Number count = (Number) database.createNativeQuery("select count(*) from (select 1 from stripe_event"
                        + " where state = :state limit " + COUNT_MAX + ") standing")
                .setParameter("state", state.text()).getSingleResult();
        return new Standing(count.longValue(), database.createQuery("select e.receivedAt from StoredEvent e"
                        + " where e.state = :state order by e.state, e.receivedAt", Instant.class)
                .setParameter("state", state).setMaxResults(1).getResultStream().findFirst()
                .map(oldest -> Duration.between(oldest, clock.instant())).orElse(Duration.ZERO));
    }

    /** @return for how long the event that is due longest has been due; zero when none is */
    public Duration oldestDueAge() {
        Instant now = clock.instant();
        Instant oldest = database.createQuery("select e.dueAt from StoredEvent e where e.dueAt > :longAgo"
                        + " and e.dueAt <= :now order by e.dueAt", Instant.class)
                .setParameter("longAgo", UtcTime.LONG_AGO).setParameter("now", now).setMaxResults(1).getResultStream().findFirst().orElse(null);
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
