package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Ids;
import org.conversions.platform.RetryOnConflict;

/** Removes the payloads of old events. The events stay, with what they did and why: each still counts once. */
@ApplicationScoped
@Transactional
public class Retention {

    private static final String PAYLOADS = "payloads";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private EventPayloads payloads;

    /** @return the id of the last event whose payload is gone, or what is before all */
    public String removedTo() {
        List<?> cursors = database.createNativeQuery("select cursor_id from retention where name = :name", String.class)
                .setParameter("name", PAYLOADS).getResultList();
        return cursors.isEmpty() ? "" : (String) cursors.get(0);
    }

    /**
     * Removes a batch of payloads, the oldest first.
     *
     * @param before when their events were received
     * @return how many events were gone through
     */
    @RetryOnConflict
    @Transactional(TxType.REQUIRES_NEW)
    public int removePayloads(Instant before, int max) {
        List<String> ids = database.createQuery("select e.id from StoredEvent e where e.id > :cursor and e.id < :before"
                        + " order by e.id", String.class)
                .setParameter("cursor", removedTo()).setParameter("before", "evt_" + Ids.sortable(before.toEpochMilli(), 0))
                .setMaxResults(max).getResultList();
        if (!ids.isEmpty()) {
            payloads.remove(ids);
            database.createNativeQuery("insert into retention (name, cursor_id) values (:name, :cursor)"
                            + " on duplicate key update cursor_id = values(cursor_id)")
                    .setParameter("name", PAYLOADS).setParameter("cursor", ids.get(ids.size() - 1)).executeUpdate();
        }
        return ids.size();
    }
}
