package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
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

/** "Why did this sale not track?": the inbox as the merchant sees it, and replay. */
@Stateless
public class StripeEvents {

    /** How many events a replay of a filter takes at most. */
    public static final int REPLAY_MAX = 1_000;
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
    private InboxWorker worker;
    @Inject
    private Retention retention;

    /** @return the newest first, without payloads */
    public List<EventView> list(EventFilter filter, int offset, int max) {
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<Tuple> query = database.createQuery(COLUMNS + where(filter, parameters) + " order by e.id desc",
                Tuple.class);
        parameters.forEach(query::setParameter);
        return query.setFirstResult(offset).setMaxResults(max).getResultStream().map(StripeEvents::view).toList();
    }

    /** @param id ours or Stripe's id of the event. @return with its payload */
    public Optional<EventView> find(String workspaceId, String id) {
        return by("id", workspaceId, id).or(() -> by("stripeEventId", workspaceId, id)).map(StripeEvents::view);
    }

    private Optional<StoredEvent> by(String name, String workspaceId, String id) {
        return database.createQuery("select e from StoredEvent e where e.workspaceId = :workspace and e." + name
                        + " = :id", StoredEvent.class)
                .setParameter("workspace", workspaceId).setParameter("id", id).setMaxResults(1)
                .getResultStream().findFirst();
    }

    /**
     * Processes events again, as if they had just come in. What they did before they find done. Those whose payload is not
     * kept any more are left alone.
     *
     * @return how many, at most {@link #REPLAY_MAX}
     */
    public int replay(EventFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<String> ids = database.createQuery("select e.id from StoredEvent e" + where(filter, parameters)
                + " and e.id > :kept order by e.id", String.class).setParameter("kept", retention.removedTo());
        parameters.forEach(ids::setParameter);
        return replay(ids.setMaxResults(REPLAY_MAX).getResultList());
    }

    /**
     * @return false when there is no such event
     * @throws RequestRefused conflict when its payload is not kept any more
     */
    public boolean replay(String workspaceId, String id) {
        Optional<EventView> event = find(workspaceId, id);
        if (event.isPresent() && event.get().payload() == null) {
            throw RequestRefused.conflict("The payload of this event is not kept any more"
                    + " (conversions.retention.payload-days), so it cannot be processed again.");
        }
        return event.map(known -> replay(List.of(known.id())) > 0).orElse(false);
    }

    private int replay(List<String> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        Query update = database.createQuery("update StoredEvent e set e.state = :received, e.dueAt = :now,"
                + " e.attempts = 0, e.waitingFor = null, e.settledAt = null where e.id in :ids");
        int replayed = update.setParameter("received", EventState.RECEIVED.text())
                .setParameter("now", clock.instant()).setParameter("ids", ids).executeUpdate();
        worker.wake();
        return replayed;
    }

    private static String where(EventFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where e.workspaceId = :workspace");
        parameters.put("workspace", filter.workspaceId());
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

    private static EventView view(Tuple row) {
        return new EventView(row.get("id", String.class), row.get("stripeEventId", String.class),
                row.get("type", String.class), row.get("account", String.class), row.get("mode", String.class),
                row.get("apiVersion", String.class), row.get("objectId", String.class),
                row.get("customer", String.class), row.get("state", String.class), row.get("reason", String.class),
                row.get("explanation", String.class), waitingFor(row.get("state", String.class), row.get("waitingFor", String.class)),
                effects(row.get("effects", String.class)), row.get("deliveries", Integer.class),
                row.get("occurredAt", Instant.class), row.get("receivedAt", Instant.class),
                row.get("settledAt", Instant.class), null);
    }

    private static EventView view(StoredEvent event) {
        return new EventView(event.id, event.stripeEventId, event.type, event.accountId, event.mode, event.apiVersion,
                event.objectId, event.stripeCustomerId, event.state, event.reason, event.explanation,
                waitingFor(event.state, event.waitingFor), effects(event.effects), event.deliveries, event.occurredAt, event.receivedAt,
                event.settledAt, event.payload.length == 0 ? null : Envelope.tree(event.payload));
    }

    /** What is settled or on its way may listen, but waits for nothing. */
    private static String waitingFor(String state, String key) {
        return EventState.PROCESSED.text().equals(state) || EventState.IGNORED.text().equals(state)
                || EventState.QUEUED.text().equals(state) ? null : key;
    }

    private static com.fasterxml.jackson.databind.JsonNode effects(String stored) {
        return stored == null ? JsonNodeFactory.instance.arrayNode() : Json.read(stored);
    }
}
