package org.conversions.stripe.inbox.waiting;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.WaitingKey;

/** Makes events due that wait for what has come, and crosses off what was looked after, in transactions of their own. */
@ApplicationScoped
class Wakes {

    /** Bounds the ids of one statement: a rate may be what tens of thousands of events wait for. */
    private static final int TOGETHER_MAX = 512;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * Wakes settled events that listen on, too, and those that were given up.
     *
     * @param ids the rows of the arrivals
     * @return the lanes of the events that were woken
     */
    @RetryOnConflict
    @Transactional(TxType.REQUIRES_NEW)
    public Set<Integer> wake(Arrivals arrivals, Collection<String> ids) {
        Map<String, Integer> found = new TreeMap<>();
        for (Map.Entry<WorkspaceId, Set<String>> of : arrivals.keys.entrySet()) {
            find(found, List.of(of.getKey()), "waiting_for in (:names)"
                    + " and state in ('waiting', 'queued', 'processed', 'ignored', 'unmatched')", of.getValue());
        }
        for (Map.Entry<WorkspaceId, Set<String>> of : arrivals.customers.entrySet()) {
            find(found, List.of(of.getKey()), "stripe_customer_id in (:names) and state in ('waiting', 'unmatched')", of.getValue());
        }
        if (!arrivals.ratesOf.isEmpty()) {
            find(found, arrivals.ratesOf, "waiting_for in (:names) and state in ('waiting', 'queued', 'unmatched')",
                    List.of(WaitingKey.EXCHANGE_RATE));
        }
        if (!arrivals.accounts.isEmpty()) {
            find(found, List.of(), "workspace_id is null and waiting_for in (:names) and state = 'waiting'", arrivals.accounts);
        }
        if (!found.isEmpty()) {
            wake(found.keySet());
        }
        database.createNativeQuery("delete from stripe_arrival where id in (:ids)").setParameter("ids", InList.padded(ids)).executeUpdate();
        return Set.copyOf(found.values());
    }

    /** @return what transactions have brought that nobody has looked after, by its id: their node has died, or was in trouble */
    @Transactional(TxType.REQUIRES_NEW)
    public Map<String, Arrivals> left(Instant before, int max) {
        List<?> rows = database.createNativeQuery("select id, names from stripe_arrival where id < :before order by id limit " + max)
                .setParameter("before", WaitingRoom.arrivalId(before)).getResultList();
        Map<String, Arrivals> left = new LinkedHashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> left.put((String) row[0], Arrivals.of((String) row[1])));
        return left;
    }

    /** @param workspaceIds none for events that belong to no workspace */
    private void find(Map<String, Integer> found, Collection<WorkspaceId> workspaceIds, String condition, Collection<String> names) {
        Query waiting = database.createNativeQuery("select id, lane from stripe_event where "
                + (workspaceIds.isEmpty() ? "" : "workspace_id in (:workspaces) and ") + condition).setParameter("names", InList.padded(names));
        if (!workspaceIds.isEmpty()) {
            waiting.setParameter("workspaces", InList.padded(workspaceIds));
        }
        List<?> rows = waiting.getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> found.put((String) row[0], ((Number) row[1]).intValue()));
    }

    /** Locks rows by their keys, as the workers do: neither waits for the other in a circle. One that is worked off is waited for. */
    private void wake(Collection<String> events) {
        List<String> ids = List.copyOf(events);
        for (int from = 0; from < ids.size(); from += TOGETHER_MAX) {
            database.createNativeQuery("update stripe_event set due_at = :now, attempts = 0 where id in (:ids)"
                            + " and state in ('waiting', 'queued', 'processed', 'ignored', 'unmatched')")
                    .setParameter("now", column(clock.instant()))
                    .setParameter("ids", InList.padded(ids.subList(from, Math.min(ids.size(), from + TOGETHER_MAX)))).executeUpdate();
        }
    }
}
