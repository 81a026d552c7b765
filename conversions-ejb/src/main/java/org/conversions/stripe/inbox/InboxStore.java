package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;

/** Puts a batch of deliveries into the inbox, in one commit. A delivery of an event that is there is only counted. */
@Stateless
public class InboxStore {

    private static final String INSERT = "insert into stripe_event (id, source, account_id, stripe_event_id,"
            + " connection_id, workspace_id, mode, type, api_version, object_id, stripe_customer_id, occurred_at,"
            + " received_at, deliveries, payload, state, attempts, due_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 'received', 0, ?)"
            + " on duplicate key update deliveries = deliveries + 1";

    /**
     * A verified delivery on its way into the inbox.
     *
     * @param source       the endpoint it came in by: live, test, sandbox, or the id of a connection
     * @param connectionId set when the endpoint is bound to one workspace, with the workspace
     */
    record Delivery(String id, String source, ConnectionId connectionId, WorkspaceId workspaceId, String mode, Envelope envelope,
                    byte[] body, Instant receivedAt) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(List<Delivery> batch) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Delivery delivery : batch) {
                    Envelope envelope = delivery.envelope();
                    Object[] values = {delivery.id(), delivery.source(), envelope.accountId(),
                        envelope.stripeEventId(), delivery.connectionId(), delivery.workspaceId(), delivery.mode(),
                        envelope.type(), envelope.apiVersion(), envelope.objectId(), envelope.stripeCustomerId(),
                        column(envelope.occurredAt() != null ? envelope.occurredAt() : delivery.receivedAt()),
                        column(delivery.receivedAt()), delivery.body(), column(delivery.receivedAt())};
                    for (int i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, RowId.column(values[i]));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}
