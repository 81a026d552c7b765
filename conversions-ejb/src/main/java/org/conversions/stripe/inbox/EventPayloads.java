package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.platform.database.InList;
import org.hibernate.query.NativeQuery;

/**
 * The bodies of events as they came, beside the events: those are written often, and a body is not written again with them. It
 * is gone when it is kept no longer.
 */
@ApplicationScoped
public class EventPayloads {

    private static final byte[] NOT_KEPT = {};

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @param eventIds found in their workspace before. @return the bodies by the ids of their events, as far as they are kept */
    public Map<String, byte[]> of(Collection<String> eventIds) {
        Map<String, byte[]> payloads = new HashMap<>();
        if (!eventIds.isEmpty()) {
            List<?> rows = database.createNativeQuery("select p.event_id as event_id, p.payload as payload from stripe_event_payload p"
                            + " where p.event_id in (:ids)").unwrap(NativeQuery.class)
                    .addScalar("event_id", String.class).addScalar("payload", byte[].class)
                    .setParameter("ids", InList.padded(eventIds)).setFlushMode(FlushModeType.COMMIT).getResultList();
            rows.stream().map(Object[].class::cast).forEach(row -> payloads.put((String) row[0], (byte[]) row[1]));
        }
        return payloads;
    }

    /** Gives events their bodies; an empty one to those whose body is kept no longer. */
    void load(Collection<StoredEvent> events) {
        Map<String, byte[]> payloads = of(events.stream().map(event -> event.id).toList());
        events.forEach(event -> event.payload = payloads.getOrDefault(event.id, NOT_KEPT));
    }

    /** Stores the body of an event, in place of one that is there. */
    void put(String eventId, byte[] payload) {
        database.createNativeQuery("insert into stripe_event_payload (event_id, payload) values (:id, :payload)"
                        + " on duplicate key update payload = values(payload)")
                .setParameter("id", eventId).setParameter("payload", payload).executeUpdate();
    }

    void remove(Collection<String> eventIds) {
        database.createNativeQuery("delete from stripe_event_payload where event_id in (:ids)").setParameter("ids", eventIds)
                .executeUpdate();
    }

    /** Stores the bodies of those events that are there: what had come in before has its own under another id. */
    static void insert(Connection connection, Map<String, byte[]> payloads) throws SQLException {
        Set<String> there = new HashSet<>();
        for (List<String> some : InList.<String>parts(payloads.keySet())) {
            try (PreparedStatement select = connection.prepareStatement("select id from stripe_event where id in ("
                    + InList.marks(some.size()) + ")")) {
                for (int i = 0; i < some.size(); i++) {
                    select.setString(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        there.add(rows.getString(1));
                    }
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into stripe_event_payload (event_id, payload) values (?, ?)")) {
            for (String id : there) {
                insert.setString(1, id);
                insert.setBytes(2, payloads.get(id));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
