package org.conversions.stripe.inbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.inbox.Envelope;
import org.conversions.stripe.inbox.EventPayloads;
import org.conversions.stripe.inbox.StripeEventState;

/** Answers "Why did this sale not track?": the inbox as the merchant sees it, and replay. */
@Stateless
public class StripeEvents {

    private static final int REPLAY_STEPS_MAX = 50;
    private static final String COLUMNS = "select e.id as id, e.stripeEventId as stripeEventId, e.type as type,"
            + " e.accountId as account, e.mode as mode, e.apiVersion as apiVersion, e.objectId as objectId,"
            + " e.stripeCustomerId as customer, e.state as state, e.reason as reason, e.explanation as explanation,"
            + " e.waitingFor as waitingFor, e.effects as effects, e.deliveries as deliveries,"
            + " e.occurredAt as occurredAt, e.receivedAt as receivedAt, e.settledAt as settledAt";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private EventPayloads payloads;
    @Inject
    private Clock clock;
    @Inject
    private StripeEventReplay replay;
    @Inject
    private AuditTrail trail;

    /** @return the newest first, without payloads */
    public List<StripeEventView> list(StripeEventFilter filter, int offset, int max) {
        return list(filter.conditions(), filter.order("desc"), offset, max);
    }

    /**
     * Lists the events of accounts that are connected to no workspace, which no workspace can see.
     *
     * @param account null for all of them
     * @return the newest first, without payloads
     */
    public List<StripeEventView> ofNobody(String account, StripeEventState state, int offset, int max) {
        return list(Conditions.ofNoWorkspace("e.workspaceId is null").and("e.accountId = :account", "account", account)
                .and("e.state = :state", "state", state), " order by e.id desc", offset, max);
    }

    private List<StripeEventView> list(Conditions conditions, String order, int offset, int max) {
        return conditions.bind(database.createQuery(COLUMNS + " from StoredEvent e" + conditions.text() + order, Tuple.class))
                .setFirstResult(offset).setMaxResults(max).getResultStream().map(row -> view(row, null)).toList();
    }

    /** @param id ours or Stripe's id of the event. @return with its payload */
    public Optional<StripeEventView> find(WorkspaceId workspaceId, String id) {
        return by("id", workspaceId, id).or(() -> by("stripeEventId", workspaceId, id));
    }

    /** Notes that somebody looks at an event with the personal data in it. */
    public void recordUnmasked(WorkspaceId workspaceId, StripeEventView event) {
        trail.record(workspaceId, "payload_unmasked", event.id(), Map.of("stripeEventId", event.stripeEventId()));
    }

    private Optional<StripeEventView> by(String name, WorkspaceId workspaceId, String id) {
        return database.createQuery(COLUMNS + " from StoredEvent e where e.workspaceId = :workspace and e."
                        + name + " = :id", Tuple.class)
                .setParameter("workspace", workspaceId).setParameter("id", id).setMaxResults(1)
                .getResultStream().findFirst().map(row -> view(row, payload(text(row, "id"))));
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
            List<String> ids = replay.step(filter, last, now);
            replayed += ids.size();
            if (ids.size() < StripeEventReplay.STEP_MAX) {
                return new Replayed(replayed, null);
            }
            last = ids.get(ids.size() - 1);
        }
        return new Replayed(replayed, last);
    }

    /** The result of a replay. @param next where the next call goes on; null when all events of the filter have been taken */
    public record Replayed(int replayed, String next) {
    }

    /**
     * Processes one event again.
     *
     * @return false when there is no such event
     * @throws RequestRefused conflict when its payload is not kept any more
     */
    public boolean replay(WorkspaceId workspaceId, String id) {
        Optional<StripeEventView> event = find(workspaceId, id);
        if (event.isPresent() && event.get().payload() == null) {
            throw RequestRefused.conflict("payload_not_kept", "The payload of this event is not kept any more"
                    + " (conversions.retention.payload-days), so it cannot be processed again.");
        }
        return event.map(known -> replay.of(List.of(known.id())) > 0).orElse(false);
    }

    /** @return when the last event came in by each of these connections, as far as there was any */
    public Map<String, Instant> lastReceivedAt(WorkspaceId workspaceId, Collection<String> connectionIds) {
        Map<String, Instant> last = new HashMap<>();
        for (String connectionId : connectionIds) {
            // One row at the end of an index; a maximum is looked for in all of them.
            database.createQuery("select e.receivedAt from StoredEvent e where e.workspaceId = :workspace"
                            + " and e.connectionId = :connection order by e.workspaceId desc, e.connectionId desc, e.receivedAt desc",
                            Instant.class)
                    .setParameter("workspace", workspaceId).setParameter("connection", ConnectionId.of(connectionId)).setMaxResults(1)
                    .getResultStream().forEach(at -> last.put(connectionId, at));
        }
        return last;
    }

    /** @return how many events of a connection are not worked off yet, or wait */
    public long unsettled(WorkspaceId workspaceId, ConnectionId connectionId) {
        return database.createQuery("select count(e) from StoredEvent e where e.workspaceId = :workspace"
                        + " and e.connectionId = :connection and e.state in :states", Long.class)
                .setParameter("workspace", workspaceId).setParameter("connection", connectionId)
                .setParameter("states", List.of(StripeEventState.RECEIVED, StripeEventState.QUEUED, StripeEventState.WAITING))
                .getSingleResult();
    }

    private static StripeEventView view(Tuple row, JsonNode payload) {
        StripeEventState state = row.get("state", StripeEventState.class);
        Reason reason = row.get("reason", Reason.class);
        return new StripeEventView(text(row, "id"), text(row, "stripeEventId"), text(row, "type"), text(row, "account"),
                text(row, "mode"), text(row, "apiVersion"), text(row, "objectId"), text(row, "customer"), state.text(),
                reason == null ? null : reason.text(), text(row, "explanation"),
                waitingFor(state, text(row, "waitingFor")), effects(text(row, "effects")),
                row.get("deliveries", Integer.class), row.get("occurredAt", Instant.class),
                row.get("receivedAt", Instant.class), row.get("settledAt", Instant.class), payload);
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    /** Hides the key of what is settled or on its way: that may listen, but waits for nothing. */
    private static String waitingFor(StripeEventState state, String key) {
        return state == StripeEventState.PROCESSED || state == StripeEventState.IGNORED || state == StripeEventState.QUEUED
                ? null : key;
    }

    private static JsonNode effects(String stored) {
        return stored == null ? JsonNodeFactory.instance.arrayNode() : Json.read(stored);
    }

    private JsonNode payload(String id) {
        byte[] stored = payloads.of(List.of(id)).get(id);
        return stored == null ? null : Envelope.tree(stored);
    }
}
