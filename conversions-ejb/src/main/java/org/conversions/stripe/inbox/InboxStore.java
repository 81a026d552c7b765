package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.Ids;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.connect.EventOrigin;
import org.hibernate.Session;

/** Puts a batch of deliveries into the inbox, in one commit. A delivery of an event that is there is only counted. */
@Stateless
public class InboxStore {

    private static final String INSERT = "insert into stripe_event (id, source, account_id, stripe_event_id,"
            + " connection_id, workspace_id, mode, type, api_version, object_id, stripe_customer_id, occurred_at,"
            + " received_at, lane, deliveries, state, attempts, due_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'received', 0, ?)"
            + " on duplicate key update deliveries = deliveries + 1";

    /**
     * A verified delivery on its way into the inbox.
     *
     * @param source       the endpoint it came in by: live, test, sandbox, or the id of a connection
     * @param connectionId set when the endpoint is bound to one workspace, with the workspace
     */
    record Delivery(String id, String source, ConnectionId connectionId, WorkspaceId workspaceId, String mode, Envelope envelope,
                    byte[] body, Instant receivedAt) {

        /** @return when it happened at Stripe, as far as the event says so */
        Instant occurredAt() {
            return envelope.occurredAt() != null ? envelope.occurredAt() : receivedAt;
        }
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ReceivedEventOwners owners;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(List<Delivery> batch) {
        insert(batch);
    }

    /**
     * Adds events that Stripe has listed, as if it had delivered them, in the caller's transaction. What is no event is left
     * out.
     *
     * @param origin by which way they would have come in
     * @param events at most a few hundred, in the order in which they are to be worked off
     * @return how many of them had not come in before
     */
    public int add(EventOrigin origin, List<JsonNode> events) {
        Instant now = clock.instant();
        List<Delivery> listed = new ArrayList<>();
        for (JsonNode event : events) {
            byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
            // A millisecond apart, because they are worked off in the order in which they came in.
            Envelope.read(body).ifPresent(envelope -> listed.add(new Delivery(Ids.next("evt", clock), origin.source(),
                    origin.connectionId(), origin.workspaceId(), origin.mode().text(), envelope.ofAccount(origin.accountId()),
                    body, now.plusMillis(listed.size()))));
        }
        Set<String> known = known(origin, listed.stream().map(delivery -> delivery.envelope().stripeEventId()).toList());
        List<Delivery> missing = listed.stream()
                .filter(delivery -> !known.contains(delivery.envelope().stripeEventId())).toList();
        insert(missing);
        return missing.size();
    }

    private Set<String> known(EventOrigin origin, List<String> stripeEventIds) {
        return stripeEventIds.isEmpty() ? Set.of() : Set.copyOf(database.createQuery("select e.stripeEventId from StoredEvent e"
                        + " where e.source = :source and e.accountId = :account and e.stripeEventId in :ids", String.class)
                .setParameter("source", origin.source()).setParameter("account", origin.accountId())
                .setParameter("ids", stripeEventIds).getResultList());
    }

    private void insert(List<Delivery> unsorted) {
        // Two nodes that insert the same events meet in one order.
        List<Delivery> batch = unsorted.stream().sorted(Comparator.comparing(delivery -> delivery.envelope().stripeEventId())).toList();
        Map<String, WorkspaceId> guessed = owners.of(batch);
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Delivery delivery : batch) {
                    Envelope envelope = delivery.envelope();
                    Object[] values = {delivery.id(), delivery.source(), envelope.accountId(),
                        envelope.stripeEventId(), delivery.connectionId(),
                        guessed.getOrDefault(delivery.id(), delivery.workspaceId()), delivery.mode(),
                        envelope.type(), envelope.apiVersion(), envelope.objectId(), envelope.stripeCustomerId(),
                        column(delivery.occurredAt()), column(delivery.receivedAt()), envelope.lane(),
                        column(delivery.receivedAt())};
                    for (int i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, RowId.column(values[i]));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            EventPayloads.insert(connection, batch.stream().collect(Collectors.toMap(Delivery::id, Delivery::body)));
        });
    }
}
