package org.conversions.report.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.Cells;
import org.conversions.statistics.Fact;
import org.conversions.statistics.PendingClicks;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Adds up what happened on a day from the clicks, leads and sales themselves, but for what is not merged yet. */
@Dependent
class DayFacts {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String BETWEEN = " >= :from and {time} < :to";
    /** One statement, so that all of it is as of one moment. What is not merged yet is taken back. */
    private static final String FACTS = eachMode("select e.mode as mode, e.link_id as link_id, e.click_id as click_id,"
            + " e.occurred_at as at, e.quantity as leads, 0 as sales, 0 as refunds, 0 as gross, 0 as refunded"
            + " from conversion_lead e where e.workspace_id = :workspace and e.mode = {mode} and " + between("e.occurred_at"))
            + eachMode(" select e.mode, e.link_id, e.click_id, e.paid_at, 0, 1, 0, e.amount, 0 from sale e"
            + " where e.workspace_id = :workspace and e.mode = {mode} and " + between("e.paid_at"))
            + " select e.mode, e.link_id, e.click_id, t.occurred_at, 0, 0, t.refunds, 0, -t.amount from sale_entry t"
            + " join sale e on e.id = t.sale_id where t.workspace_id = :workspace and t.kind not in ('sale', 'correction') and "
            + between("t.occurred_at")
            + " union all select e.mode, e.link_id, e.click_id, e.occurred_at, -e.leads, -e.sales, -e.refunds, -e.gross_amount,"
            + " -e.refunded_amount from statistics_delta e where e.workspace_id = :workspace and "
            + between("e.occurred_at");

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clicks clicks;
    @Inject
    private PendingClicks pendingClicks;

    /**
     * The caller keeps deltas from being merged meanwhile.
     *
     * @param day its beginning in UTC
     */
    Cells of(WorkspaceId workspaceId, Instant day) {
        Cells cells = new Cells();
        Set<ClickId> seen = new HashSet<>();
        clicks.each(workspaceId, day, day.plus(DAY), click -> {
            cells.add(click);
            seen.add(click.id());
        });
        // Only after they were read: a click that came meanwhile may have been seen or not, and none of these is in a cell.
        List<ClickId> pending = pendingClicks.all(workspaceId).stream().filter(seen::contains).toList();
        clicks.ofAnyWorkspace(pending).values().forEach(cells::remove);
        List<Fact> facts = facts(workspaceId, day);
        Map<ClickId, Click> known = clicks.ofAnyWorkspace(facts.stream().map(Fact::clickId).distinct().toList());
        facts.forEach(fact -> cells.add(fact, known.get(fact.clickId())));
        return cells;
    }

    private List<Fact> facts(WorkspaceId workspaceId, Instant day) {
        NativeQuery<?> query = database.createNativeQuery(FACTS).unwrap(NativeQuery.class);
        for (String text : List.of("mode", "link_id", "click_id")) {
            query.addScalar(text, String.class);
        }
        query.addScalar("at", LocalDateTime.class);
        for (String figure : List.of("leads", "sales", "refunds", "gross", "refunded")) {
            query.addScalar(figure, Long.class);
        }
        query.setParameter("workspace", workspaceId).setParameter("from", UtcTime.column(day))
                .setParameter("to", UtcTime.column(day.plus(DAY)));
        List<Fact> facts = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            facts.add(new Fact(workspaceId, Mode.of((String) columns[0]), new LinkId((String) columns[1]), new ClickId((String) columns[2]), null,
                    UtcTime.instant((LocalDateTime) columns[3]), (Long) columns[4], (Long) columns[5], (Long) columns[6],
                    (Long) columns[7], (Long) columns[8]));
        }
        return facts;
    }

    /** Looks at the beginning of an index for each mode: H2 would go through all of the workspace for several at once. */
    private static String eachMode(String select) {
        return Mode.LIVE.reached().stream().map(mode -> select.replace("{mode}", "'" + mode + "'") + " union all ")
                .collect(Collectors.joining());
    }

    private static String between(String time) {
        return time + BETWEEN.replace("{time}", time);
    }
}
