package org.conversions.stripe.lane;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Says which nodes are alive and share the lanes, for operations. */
@Stateless
public class LaneState {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** A node that is alive. @param lanes how many it holds */
    public record NodeState(String id, int lanes) {
    }

    /** @return the nodes whose lease has not ended, by the database's own clock; where the database is not shared, the one */
    public List<NodeState> nodes() {
        List<?> alive = database.createNativeQuery("select n.node_id, count(l.lane) from stripe_lane_node n left join stripe_lane l"
                        + " on l.node_id = n.node_id and l.leased_until >= localtimestamp(3)"
                        + " where n.alive_until >= localtimestamp(3) group by n.node_id order by n.node_id").getResultList();
        return alive.stream().map(Object[].class::cast)
                .map(row -> new NodeState((String) row[0], ((Number) row[1]).intValue())).toList();
    }
}
