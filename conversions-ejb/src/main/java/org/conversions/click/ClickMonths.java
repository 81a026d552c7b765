package org.conversions.click;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import org.conversions.platform.Contention;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.partition.MonthlyPartitions;

/**
 * Keeps a part of the tables of clicks for each month, where the database can, and removes clicks that are too old: whole
 * months there, row by row elsewhere.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClickMonths {

    private static final System.Logger LOG = System.getLogger(ClickMonths.class.getName());
    private static final String TABLE = "click";
    /** Says which click is of which link, and goes with the clicks. */
    private static final String OF_LINKS = "link_click";

    @Inject
    private MonthlyPartitions partitions;
    @Inject
    private Clicks clicks;
    @Inject
    private Clock clock;

    /** Does not throw: what failed is tried again, and there are parts for the next months. */
    @PostConstruct
    @Schedule(hour = "*", minute = "41", persistent = false)
    public void grow() {
        try {
            partitions.grow(TABLE, ClickId::firstAt, clock.instant());
            partitions.grow(OF_LINKS, ClickId::firstAt, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The next months have no part of the table of clicks yet", e);
        }
    }

    /**
     * Removes clicks and visits from before a time: on a table with a part for each month, the months that are over by then.
     *
     * @param max the most that are removed row by row
     * @return the number that were removed row by row
     */
    public int remove(Instant before, int max) {
        if (!partitions.divides(TABLE)) {
            return Contention.retried(() -> clicks.remove(before, max));
        }
        partitions.lastEnd(TABLE, before).ifPresent(end -> {
            clicks.leave(end);
            partitions.remove(OF_LINKS, end);
            partitions.remove(TABLE, end);
        });
        return 0;
    }
}
