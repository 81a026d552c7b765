package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.platform.Ids;
import org.conversions.workspace.Mode;

/** Adds up the live sales that were recorded lately, of all workspaces, for operations. */
@Stateless
public class RecordedSales {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return what they come to in minor units, by the currencies of the workspaces */
    public Map<String, Long> since(Duration span) {
        // An id begins with the time at which the row was made.
        List<?> sums = database.createNativeQuery("select s.currency, sum(s.amount) from sale s where s.id >= :first and s.mode = :live"
                        + " group by s.currency")
                .setParameter("first", "sale_" + Ids.sortable(clock.instant().minus(span).toEpochMilli(), 0))
                .setParameter("live", Mode.LIVE.text()).getResultList();
        Map<String, Long> amounts = new TreeMap<>();
        sums.stream().map(Object[].class::cast).forEach(row -> amounts.put((String) row[0], ((Number) row[1]).longValue()));
        return amounts;
    }
}
