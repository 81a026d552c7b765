package org.conversions.stripe.inbox.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.conversions.platform.UtcTime;
import org.conversions.stripe.inbox.StripeEventState;
import org.hibernate.query.NativeQuery;

/** Measures the inbox, for operations. */
@Stateless
public class InboxState {

    /** The number at which counting ends. */
    public static final int COUNT_MAX = 10_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** The number of events in a state, and the age of the oldest of those that were counted. */
    public record Standing(long count, Duration oldestAge) {
    }

    /** @return counted up to {@link #COUNT_MAX}: beyond that it is trouble however many there are */
    public Standing standing(StripeEventState state) {
        Object[] counted = (Object[]) database.createNativeQuery("select count(*) as counted, min(standing.received_at) as oldest"
                        + " from (select received_at from stripe_event where state = :state limit " + COUNT_MAX + ") standing")
                .unwrap(NativeQuery.class).addScalar("counted", Long.class).addScalar("oldest", LocalDateTime.class)
                .setParameter("state", state.text()).getSingleResult();
        return new Standing((Long) counted[0], counted[1] == null ? Duration.ZERO
                : Duration.between(UtcTime.instant((LocalDateTime) counted[1]), clock.instant()));
    }

    /** A lane with events that are due. @param due how many of those that were counted. @param oldestAge for how long one has been due */
    public record DueLane(int lane, long due, Duration oldestAge) {
    }

    /** @return the lanes that are behind, the longest first; of many events those that are due longest are counted */
    public List<DueLane> dueLanes() {
        Instant now = clock.instant();
        List<?> lanes = database.createNativeQuery("select e.lane as lane, count(*) as due, min(e.due_at) as oldest from (select lane, due_at"
                        + " from stripe_event where due_at > :longAgo and due_at <= :now order by due_at limit 1000) e"
                        + " group by e.lane order by min(e.due_at), e.lane").unwrap(NativeQuery.class)
                .addScalar("lane", Integer.class).addScalar("due", Long.class).addScalar("oldest", LocalDateTime.class)
                .setParameter("longAgo", UtcTime.column(UtcTime.LONG_AGO)).setParameter("now", UtcTime.column(now)).getResultList();
        return lanes.stream().map(Object[].class::cast).map(row -> new DueLane((Integer) row[0], (Long) row[1],
                Duration.between(UtcTime.instant((LocalDateTime) row[2]), now))).toList();
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
