package org.conversions.stripe.inbox.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.query.Conditions;
import org.conversions.stripe.inbox.Retention;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.work.InboxWorker;

/** Makes events due again as if they had just come in, each call in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class StripeEventReplay {

    static final int STEP_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private InboxWorker worker;
    @Inject
    private Retention retention;

    /** Takes the next events of a filter. @return their ids, in order */
    public List<String> step(StripeEventFilter filter, String after, Instant receivedBy) {
        String removed = retention.removedTo();
        Conditions conditions = filter.conditions()
                .and("e.id > :after", "after", after.compareTo(removed) > 0 ? after : removed)
                .and("e.receivedAt <= :receivedBy", "receivedBy", receivedBy);
        List<String> ids = conditions.bind(database.createQuery("select e.id from StoredEvent e" + conditions.text()
                + filter.order("asc"), String.class)).setMaxResults(STEP_MAX).getResultList();
        of(ids);
        return ids;
    }

    /** @return how many of the events there were */
    public int of(List<String> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        int replayed = database.createQuery("update StoredEvent e set e.state = :received, e.dueAt = :now,"
                        + " e.attempts = 0, e.failures = 0, e.waitingFor = null, e.settledAt = null where e.id in :ids")
                .setParameter("received", StripeEventState.RECEIVED)
                .setParameter("now", clock.instant()).setParameter("ids", ids).executeUpdate();
        worker.wake();
        return replayed;
    }
}
