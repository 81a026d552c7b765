package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.conversions.platform.database.InList;
import org.conversions.stripe.lane.Lane;

/** Finds the events that are due in some lanes, and locks them, with their bodies. Rows that somebody else has locked are passed over. */
@ApplicationScoped
class DueEvents {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private EventPayloads payloads;

    /** @return the ids of those that have been due for longest, in that order, not locked */
    List<String> ids(Set<Integer> lanes, int max) {
        boolean all = lanes.size() == Lane.COUNT;
        TypedQuery<String> due = database.createQuery("select e.id from StoredEvent e where e.dueAt > :longAgo"
                        + " and e.dueAt <= :now" + (all ? "" : " and e.lane in :lanes") + " order by e.dueAt, e.id", String.class)
                .setParameter("longAgo", LONG_AGO).setParameter("now", clock.instant()).setMaxResults(max);
        return (all ? due : due.setParameter("lanes", lanes)).getResultList();
    }

    /** @return those of the events that are still due and nobody is at, locked, in the order in which they came */
    List<StoredEvent> locked(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return inOrder(database.createNativeQuery("select * from stripe_event where id in (:ids) and due_at <= :now"
                        + " for update skip locked", StoredEvent.class)
                .setParameter("ids", InList.padded(ids)).setParameter("now", column(clock.instant())));
    }

    /** @return the events, due or not, locked as soon as nobody else is at them, in the order in which they came */
    List<StoredEvent> lockedWhenever(List<String> ids) {
        return inOrder(database.createNativeQuery("select * from stripe_event where id in (:ids) for update", StoredEvent.class)
                .setParameter("ids", InList.padded(ids)));
    }

    /** @return those that have been due for longest among the events that nobody is at, locked, in the order in which they came */
    List<StoredEvent> lockedPast(Set<Integer> lanes, int max) {
        List<?> ids = database.createNativeQuery("select id from stripe_event where due_at > :longAgo and due_at <= :now"
                        + " and lane in (:lanes) order by due_at, id limit " + max + " for update skip locked", String.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant()))
                .setParameter("lanes", lanes).getResultList();
        return locked(ids.stream().map(String.class::cast).toList());
    }

    private List<StoredEvent> inOrder(Query query) {
        List<?> rows = query.getResultList();
        List<StoredEvent> events = rows.stream().map(StoredEvent.class::cast).toList();
        payloads.load(events);
        return events.stream().sorted(Comparator.comparing((StoredEvent event) -> event.receivedAt).thenComparing(event -> event.id)).toList();
    }
}
