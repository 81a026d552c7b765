package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/** "Why did this sale not track?": the inbox as the merchant sees it, and replay. */
@Stateless
public class StripeEvents {

    /** How many events a replay takes in one transaction, and how many of those in one call. */
    private static final int REPLAY_STEP = 1_000;
    private static final int REPLAY_STEPS_MAX = 50;
    private static final String COLUMNS = "select e.id as id, e.stripeEventId as stripeEventId, e.type as type,"
            + " e.accountId as account, e.mode as mode, e.apiVersion as apiVersion, e.objectId as objectId,"
            + " e.stripeCustomerId as customer, e.state as state, e.reason as reason, e.explanation as explanation,"
            + " e.waitingFor as waitingFor, e.effects as effects, e.deliveries as deliveries,"
            + " e.occurredAt as occurredAt, e.receivedAt as receivedAt, e.settledAt as settledAt from StoredEvent e";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Step steps;

    /** @return the newest first, without payloads */
    public List<StripeEventView> list(StripeEventFilter filter, int offset, int max) {
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<Tuple> query = database.createQuery(COLUMNS + where(filter, parameters) + " order by e.id desc",
                Tuple.class);
        parameters.forEach(query::setParameter);
        return query.setFirstResult(offset).setMaxResults(max).getResultStream().map(StripeEvents::view).toList();
    }

    /**
     * The events of accounts that are connected to no workspace, which no workspace can see.
     *
     * @param account null for all of them
     * @return the newest first, without payloads
     */
    public List<StripeEventView> ofNobody(String account, StripeEventState state, int offset, int max) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder(" where e.workspaceId is null");
        condition(where, parameters, "e.accountId = :", "account", account);
        condition(where, parameters, "e.state = :", "state", state == null ? null : state.text());
        TypedQuery<Tuple> query = database.createQuery(COLUMNS + where + " order by e.id desc", Tuple.class);
        parameters.forEach(query::setParameter);
        return query.setFirstResult(offset).setMaxResults(max).getResultStream().map(StripeEvents::view).toList();
    }

    /** @param id ours or Stripe's id of the event. @return with its payload */
    public Optional<StripeEventView> find(String workspaceId, String id) {
        return by("id", workspaceId, id).or(() -> by("stripeEventId", workspaceId, id)).map(StripeEvents::view);
    }

    private Optional<StoredEvent> by(String name, String workspaceId, String id) {
        return database.createQuery("select e from StoredEvent e where e.workspaceId = :workspace and e." + name
                        + " = :id", StoredEvent.class)
                .setParameter("workspace", workspaceId).setParameter("id", id).setMaxResults(1)
                .getResultStream().findFirst();
    }

    /**
     * Processes events again, as if they had just come in, a step at a time: each is a transaction of its own. What they
     * did before they find done. Events that come in meanwhile are not among them, nor are those whose payload is not
     * kept any more.
     *
     * @param after null to begin, else {@link Replayed#next} of the call before
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Replayed replay(StripeEventFilter filter, String after) {
        Instant now = clock.instant();
        int replayed = 0;
        String last = after == null ? "" : after;
        for (int step = 0; step < REPLAY_STEPS_MAX; step++) {
            List<String> ids = steps.replay(filter, last, now);
            replayed += ids.size();
            if (ids.size() < REPLAY_STEP) {
                return new Replayed(replayed, null);
            }
            last = ids.get(ids.size() - 1);
        }
        return new Replayed(replayed, last);
    }

    /** @param next where the next call goes on; null when all events of the filter have been taken */
    public record Replayed(int replayed, String next) {
    }

    /** One step of a replay, in a transaction of its own. */
    @Stateless
    public static class Step {

        @PersistenceContext(unitName = "conversions")
        private EntityManager database;
        @Inject
        private Clock clock;
        @Inject
        private InboxWorker worker;
        @Inject
        private Retention retention;

        /** @return the ids that were taken, in order */
        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        public List<String> replay(StripeEventFilter filter, String after, Instant receivedBy) {
            String removed = retention.removedTo();
            Map<String, Object> parameters = new HashMap<>();
            TypedQuery<String> ids = database.createQuery("select e.id from StoredEvent e" + where(filter, parameters)
                    + " and e.id > :after and e.receivedAt <= :receivedBy order by e.id", String.class)
                    .setParameter("after", after.compareTo(removed) > 0 ? after : removed).setParameter("receivedBy", receivedBy);
            parameters.forEach(ids::setParameter);
            List<String> found = ids.setMaxResults(REPLAY_STEP).getResultList();
            replay(found);
            return found;
        }

        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        public int replay(List<String> ids) {
            if (ids.isEmpty()) {
                return 0;
            }
            int replayed = database.createQuery("update StoredEvent e set e.state = :received, e.dueAt = :now,"
                            + " e.attempts = 0, e.failures = 0, e.waitingFor = null, e.settledAt = null where e.id in :ids")
                    .setParameter("received", StripeEventState.RECEIVED.text())
                    .setParameter("now", clock.instant()).setParameter("ids", ids).executeUpdate();
            worker.wake();
            return replayed;
        }
    }

    /**
     * @return false when there is no such event
     * @throws RequestRefused conflict when its payload is not kept any more
     */
    public boolean replay(String workspaceId, String id) {
        Optional<StripeEventView> event = find(workspaceId, id);
        if (event.isPresent() && event.get().payload() == null) {
            throw RequestRefused.conflict("The payload of this event is not kept any more"
                    + " (conversions.retention.payload-days), so it cannot be processed again.");
        }
        return event.map(known -> steps.replay(List.of(known.id())) > 0).orElse(false);
    }

    private static String where(StripeEventFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where e.workspaceId = :workspace");
        parameters.put("workspace", filter.workspaceId());
        if (filter.by() != Mode.LIVE) {
            condition(where, parameters, "e.mode in :", "modes", filter.by().reached());
        }
        condition(where, parameters, "e.state = :", "state", filter.state() == null ? null : filter.state().text());
        condition(where, parameters, "e.type = :", "type", filter.type());
        condition(where, parameters, "e.accountId = :", "account", filter.account());
        condition(where, parameters, "e.objectId = :", "object", filter.objectId());
        condition(where, parameters, "e.stripeCustomerId = :", "customer", filter.customerId());
        condition(where, parameters, "e.occurredAt >= :", "start", filter.start());
        condition(where, parameters, "e.occurredAt < :", "end", filter.end());
        return where.toString();
    }

    private static void condition(StringBuilder where, Map<String, Object> parameters, String comparison, String name,
                                  Object value) {
        if (value != null) {
            where.append(" and ").append(comparison).append(name);
            parameters.put(name, value);
        }
    }

    private static StripeEventView view(Tuple row) {
        return new StripeEventView(row.get("id", String.class), row.get("stripeEventId", String.class),
                row.get("type", String.class), row.get("account", String.class), row.get("mode", String.class),
                row.get("apiVersion", String.class), row.get("objectId", String.class),
                row.get("customer", String.class), row.get("state", String.class), row.get("reason", String.class),
                row.get("explanation", String.class), waitingFor(row.get("state", String.class), row.get("waitingFor", String.class)),
                effects(row.get("effects", String.class)), row.get("deliveries", Integer.class),
                row.get("occurredAt", Instant.class), row.get("receivedAt", Instant.class),
                row.get("settledAt", Instant.class), null);
    }

    private static StripeEventView view(StoredEvent event) {
        return new StripeEventView(event.id, event.stripeEventId, event.type, event.accountId, event.mode, event.apiVersion,
                event.objectId, event.stripeCustomerId, event.state, event.reason, event.explanation,
                waitingFor(event.state, event.waitingFor), effects(event.effects), event.deliveries, event.occurredAt, event.receivedAt,
                event.settledAt, event.payload.length == 0 ? null : Envelope.tree(event.payload));
    }

    /** What is settled or on its way may listen, but waits for nothing. */
    private static String waitingFor(String state, String key) {
        return StripeEventState.PROCESSED.text().equals(state) || StripeEventState.IGNORED.text().equals(state)
                || StripeEventState.QUEUED.text().equals(state) ? null : key;
    }

    private static com.fasterxml.jackson.databind.JsonNode effects(String stored) {
        return stored == null ? JsonNodeFactory.instance.arrayNode() : Json.read(stored);
    }
}
