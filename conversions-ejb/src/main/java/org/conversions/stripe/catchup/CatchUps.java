package org.conversions.stripe.catchup;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.StripeAccesses;

/** Starts catching up on an account's events, and says how far it is. {@link CatchUpWorker} does it. */
@Stateless
public class CatchUps {

    /** The time for which Stripe keeps events. */
    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Connections connections;
    @Inject
    private StripeAccesses accesses;

    /**
     * Starts the work, unless it is under way.
     *
     * @throws RequestRefused not found; conflict without a key to ask Stripe with
     */
    public CatchUpView start(WorkspaceId workspaceId, String connectionId) {
        connections.live(workspaceId, connectionId);
        if (accesses.of(new ConnectionId(connectionId)).isEmpty()) {
            throw RequestRefused.conflict("no_api_key", "There is no key to ask Stripe with. Give the connection an apiKey.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.createNativeQuery("insert ignore into stripe_catch_up (connection_id, workspace_id, state, begins_at, ends_at,"
                        + " storing, events_found, events_stored, attempts)"
                        + " values (:connection, :workspace, 'done', :now, :now, false, 0, 0, 0)")
                .setParameter("connection", connectionId).setParameter("workspace", workspaceId)
                .setParameter("now", column(now)).executeUpdate();
        database.createQuery("update CatchUp c set c.state = :running, c.from = :from, c.to = :now, c.storing = false,"
                        + " c.cursor = null, c.found = 0, c.stored = 0, c.attempts = 0, c.problem = null, c.dueAt = :now"
                        + " where c.workspaceId = :workspace and c.connectionId = :connection and c.state <> :running")
                .setParameter("running", CatchUpState.RUNNING).setParameter("from", now.minus(KEPT)).setParameter("now", now)
                .setParameter("workspace", workspaceId).setParameter("connection", connectionId).executeUpdate();
        return find(workspaceId, connectionId).orElseThrow();
    }

    /** @return empty when the connection was never caught up on */
    public Optional<CatchUpView> find(WorkspaceId workspaceId, String connectionId) {
        return database.createQuery("select c from CatchUp c where c.workspaceId = :workspace and c.connectionId = :connection",
                        CatchUp.class)
                .setParameter("workspace", workspaceId).setParameter("connection", connectionId)
                .getResultStream().findFirst().map(CatchUp::view);
    }

    /** @return what there is for connections of the workspace, by their ids */
    public Map<String, CatchUpView> of(WorkspaceId workspaceId) {
        return database.createQuery("select c from CatchUp c where c.workspaceId = :workspace", CatchUp.class)
                .setParameter("workspace", workspaceId).getResultStream()
                .collect(Collectors.toMap(row -> row.connectionId, CatchUp::view));
    }
}
