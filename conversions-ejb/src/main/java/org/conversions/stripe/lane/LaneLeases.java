package org.conversions.stripe.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The leases of lanes in the database, by its own clock. A node that has died, or stands still, leaves its lanes to the others
 * when its lease ends; should it come to itself in the middle of a batch, rows that are locked and keys that are unique keep
 * what it does harmless.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LaneLeases {

    public static final Duration LEASE = Duration.ofSeconds(10);

    private static final String LEASE_END = "timestampadd(second, " + LEASE.toSeconds() + ", localtimestamp(3))";

    /** The nodes that are alive, and the lanes that are held. */
    public record Standing(Set<String> alive, Map<Integer, String> holders) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** Makes the rows of the lanes, once for all nodes, and forgets nodes that have died. */
    public void begin() {
        Lane.ALL.stream().sorted().forEach(lane -> database.createNativeQuery("insert ignore into stripe_lane (lane, leased_until)"
                + " values (" + lane + ", localtimestamp(3))").executeUpdate());
        database.createNativeQuery("delete from stripe_lane_node where alive_until < timestampadd(minute, -1, localtimestamp(3))")
                .executeUpdate();
    }

    /** Says that a node is alive, and extends the leases that it has. */
    public Standing renew(String node) {
        database.createNativeQuery("insert into stripe_lane_node (node_id, alive_until) values (:node, " + LEASE_END + ")"
                + " on duplicate key update alive_until = values(alive_until)").setParameter("node", node).executeUpdate();
        database.createNativeQuery("update stripe_lane set leased_until = " + LEASE_END + " where node_id = :node")
                .setParameter("node", node).executeUpdate();
        List<?> alive = database.createNativeQuery("select node_id from stripe_lane_node where alive_until >= localtimestamp(3)",
                String.class).getResultList();
        List<?> held = database.createNativeQuery("select lane, node_id from stripe_lane where node_id is not null"
                + " and leased_until >= localtimestamp(3)").getResultList();
        return new Standing(alive.stream().map(String.class::cast).collect(Collectors.toSet()),
                held.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> ((Number) row[0]).intValue(),
                        row -> (String) row[1])));
    }

    public void release(String node, Collection<Integer> lanes) {
        database.createNativeQuery("update stripe_lane set node_id = null where node_id = :node and lane in (:lanes)")
                .setParameter("node", node).setParameter("lanes", lanes).executeUpdate();
    }

    /** Takes those of the lanes that are free. */
    public void take(String node, Collection<Integer> lanes) {
        database.createNativeQuery("update stripe_lane set node_id = :node, leased_until = " + LEASE_END
                        + " where lane in (:lanes) and (node_id is null or leased_until < localtimestamp(3))")
                .setParameter("node", node).setParameter("lanes", lanes).executeUpdate();
    }

    /** @return the lanes that the node holds */
    public Set<Integer> heldBy(String node) {
        List<?> held = database.createNativeQuery("select lane from stripe_lane where node_id = :node"
                + " and leased_until >= localtimestamp(3)").setParameter("node", node).getResultList();
        return held.stream().map(lane -> ((Number) lane).intValue()).collect(Collectors.toSet());
    }

    /** Gives up all that a node has, which stops. */
    public void end(String node) {
        release(node, Lane.ALL);
        database.createNativeQuery("delete from stripe_lane_node where node_id = :node").setParameter("node", node).executeUpdate();
    }
}
