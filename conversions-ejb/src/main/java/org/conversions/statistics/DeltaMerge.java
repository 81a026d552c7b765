package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import org.conversions.click.LinkClicks;
import org.conversions.platform.Ids;
import org.conversions.platform.RetryOnConflict;
import org.hibernate.Session;

/**
 * Brings the deltas into the cells and totals, and removes them, in one transaction: whenever it is cut off, each counts
 * once. One node does so at a time: the row of the merge is locked meanwhile, and leased for longer, so that the others
 * need not try. The lease of a node that is gone runs out.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DeltaMerge {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    private final String node = Ids.random(16);

    /** Merges some, if it is this node's turn. @return whether there may be more for it to do */
    public boolean step() {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            Merging merging = merging(connection);
            if (merging.isNothingThere() || !merging.isTurnOf(node)) {
                return false;
            }
            boolean more = merging.merge();
            merging.bringDueToLinks();
            return more;
        });
    }

    /** Merges some, whoever's turn it is. @return whether there may be more */
    public boolean now() {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            Merging merging = merging(connection);
            merging.lock();
            return merging.merge();
        });
    }

    /** Brings the clicks that are in the cells to their links, whoever's turn it is. */
    @RetryOnConflict
    public void bringToLinks() {
        database.unwrap(Session.class).doWork(LinkClicks::bring);
    }

    /** Notes that older clicks are removed: no cell of then can be made again. */
    public void noClicksBefore(Instant moment) {
        database.createNativeQuery("update statistics_merge set clicks_since = :moment"
                        + " where id = 1 and (clicks_since is null or clicks_since < :moment)")
                .setParameter("moment", column(moment)).executeUpdate();
    }

    private Merging merging(Connection connection) {
        return new Merging(connection, FullDays.VALUES_MAX, clock.instant());
    }
}
