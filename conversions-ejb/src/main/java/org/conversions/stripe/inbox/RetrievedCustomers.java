package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.stripe.buyer.CustomerRetrieved;
import org.conversions.stripe.connect.ConnectionFinder;
import org.conversions.stripe.lane.Lane;
import org.conversions.stripe.object.StripeObject;
import org.conversions.workspace.Mode;

/**
 * Puts a customer that Stripe was asked for into the inbox, as if Stripe had reported it when it was made: it is worked off,
 * waits, and explains itself as every event does. Asked for again, it is the same one.
 */
@ApplicationScoped
class RetrievedCustomers {

    private static final String SOURCE = "asked";

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    ConnectionFinder connections;
    @Inject
    EventPayloads payloads;

    void store(@Observes CustomerRetrieved event) {
        Instant now = clock.instant();
        String customer = event.object().path("id").asText();
        JsonNode made = event.object().path("created");
        Instant madeAt = StripeObject.isTime(made) ? Instant.ofEpochSecond(made.longValue()) : now;
        String account = connections.ofIds(List.of(event.connectionId())).get(0).accountId();
        // The workspace is in the name, because the source is not of one.
        String name = shortened(event.workspaceId() + "/" + event.mode().text() + "/" + customer);
        database.createNativeQuery("insert into stripe_event (id, source, account_id, stripe_event_id, connection_id,"
                        + " workspace_id, mode, type, object_id, stripe_customer_id, occurred_at, received_at, lane,"
                        + " deliveries, state, attempts, due_at) values (:id, :source, :account, :name, :connection,"
                        + " :workspace, :mode, :type, :customer, :customer, :madeAt, :now, :lane, 1, 'received', 0, :now)"
                        + " on duplicate key update deliveries = deliveries + 1, state = 'received', attempts = 0, failures = 0, due_at = values(due_at)")
                .setParameter("id", Ids.next("evt", clock)).setParameter("source", SOURCE)
                .setParameter("account", account)
                .setParameter("name", name)
                .setParameter("connection", event.connectionId()).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text()).setParameter("type", CustomerRetrieved.TYPE)
                .setParameter("customer", customer).setParameter("lane", Lane.of(customer)).setParameter("madeAt", column(madeAt))
                .setParameter("now", column(now)).executeUpdate();
        String id = database.createQuery("select e.id from StoredEvent e where e.stripeEventId = :name and e.accountId = :account"
                        + " and e.source = :source and e.workspaceId = :workspace", String.class)
                .setParameter("name", name).setParameter("account", account).setParameter("source", SOURCE)
                .setParameter("workspace", event.workspaceId()).getSingleResult();
        payloads.put(id, payload(event, madeAt));
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(StripeObject.ID_MAX, name.length()));
    }

    private static byte[] payload(CustomerRetrieved event, Instant madeAt) {
        ObjectNode payload = Json.MAPPER.createObjectNode().put("object", "event").put("type", CustomerRetrieved.TYPE)
                .put("created", madeAt.getEpochSecond()).put("livemode", event.mode() == Mode.LIVE);
        payload.putObject("data").set("object", event.object());
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }
}
