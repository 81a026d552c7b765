package org.conversions.report.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Period;
import org.conversions.statistics.CellDays;
import org.conversions.statistics.WorkspaceTotals;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/**
 * Makes the cells and totals of workspaces again from what happened, a day in a transaction, while all else goes on. Days of
 * which clicks have been removed stay as they are.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Rebuilds {

    private static final Duration DAY = Duration.ofDays(1);
    /** The first moment that something happened on or after a day, or is said to have happened by a cell. */
    private static final String NEXT = "select min(f.at) as at from ((select c.clicked_at as at from click c"
            + " where c.workspace_id = :workspace and c.uncounted is null and c.id >= :id"
            + " order by c.workspace_id, c.uncounted, c.id limit 1)"
            + eachMode("e.occurred_at", "conversion_lead e") + eachMode("e.paid_at", "sale e")
            + first("t.occurred_at", "sale_entry t", "t.workspace_id = :workspace", "t.workspace_id")
            + first("h.cell_at", "statistics_cell h", "h.workspace_id = :workspace and h.trait = 'workspace' and h.minutes = 1440",
                    "h.workspace_id, h.trait, h.minutes") + ") f";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private CellDays cells;
    @Inject
    private WorkspaceTotals totals;
    @Inject
    private EarningRebuild earnings;
    @Inject
    private DayFacts facts;

    /** A workspace whose cells are made again. @param nextDay the first day that is still to be done */
    public record Progress(WorkspaceId workspaceId, Instant nextDay) {
    }

    private static String eachMode(String time, String table) {
        return Mode.LIVE.reached().stream().map(mode -> first(time, table, "e.workspace_id = :workspace and e.mode = '" + mode + "'",
                "e.workspace_id, e.mode")).collect(Collectors.joining());
    }

    /** @param index the columns that the index has before the time, in which all rows are alike */
    private static String first(String time, String table, String condition, String index) {
        return " union all (select " + time + " from " + table + " where " + condition + " and " + time + " >= :day order by " + index
                + ", " + time + " limit 1)";
    }

    /** Begins anew with a workspace, or with all of them. */
    public void start(Optional<WorkspaceId> workspaceId) {
        start(workspaceId, Period.FIRST);
    }

    /** Does the same from a day on, where the days before need nothing. */
    public void start(WorkspaceId workspaceId, Instant day) {
        start(Optional.of(workspaceId), day);
    }

    private void start(Optional<WorkspaceId> workspaceId, Instant from) {
        Instant first = cells.clicksSince().map(since -> since.truncatedTo(ChronoUnit.DAYS).plus(DAY))
                .filter(since -> since.isAfter(from)).orElse(from);
        NativeQuery<?> insert = database.createNativeQuery("insert into statistics_rebuild (workspace_id, day_at)"
                        + " select w.id, :day from workspace w" + (workspaceId.isPresent() ? " where w.id = :workspace" : "")
                        + " on duplicate key update day_at = least(day_at, values(day_at))").unwrap(NativeQuery.class)
                .setParameter("day", UtcTime.column(first));
        workspaceId.ifPresent(id -> insert.setParameter("workspace", id));
        insert.executeUpdate();
    }

    /** @return the workspaces that are not done, some of them when there are many */
    public List<Progress> progress() {
        return due("").stream().map(row -> new Progress(WorkspaceId.of((String) row[0]), UtcTime.instant((LocalDateTime) row[1])))
                .toList();
    }

    /** @return how far a workspace is; empty when it is done */
    public Optional<Progress> progress(WorkspaceId workspaceId) {
        return database.createNativeQuery("select b.day_at as day_at from statistics_rebuild b where b.workspace_id = :workspace")
                .unwrap(NativeQuery.class).addScalar("day_at", LocalDateTime.class).setParameter("workspace", workspaceId)
                .getResultStream().findFirst().map(day -> new Progress(workspaceId, UtcTime.instant((LocalDateTime) day)));
    }

    /** Does one day of one workspace, or ends with it. @return false when nothing is due */
    public boolean step() {
        List<Object[]> due = due(" for update skip locked");
        if (due.isEmpty()) {
            return false;
        }
        WorkspaceId workspaceId = WorkspaceId.of((String) due.get(0)[0]);
        cells.lock();
        Optional<Instant> day = next(workspaceId, UtcTime.instant((LocalDateTime) due.get(0)[1]));
        if (day.isPresent()) {
            cells.replace(workspaceId, day.get(), facts.of(workspaceId, day.get()));
            database.createNativeQuery("update statistics_rebuild set day_at = :day where workspace_id = :workspace")
                    .setParameter("day", UtcTime.column(day.get().plus(DAY))).setParameter("workspace", workspaceId).executeUpdate();
        } else {
            totals.rebuild(workspaceId);
            earnings.rebuild(workspaceId);
            database.createNativeQuery("delete from statistics_rebuild where workspace_id = :workspace")
                    .setParameter("workspace", workspaceId).executeUpdate();
        }
        return true;
    }

    private List<Object[]> due(String lock) {
        NativeQuery<?> query = database.createNativeQuery("select b.workspace_id as workspace_id, b.day_at as day_at"
                        + " from statistics_rebuild b order by b.workspace_id limit " + (lock.isEmpty() ? 100 : 1) + lock)
                .unwrap(NativeQuery.class).addScalar("workspace_id", String.class).addScalar("day_at", LocalDateTime.class);
        return query.getResultList().stream().map(Object[].class::cast).toList();
    }

    /** @return the beginning of the next day, not before this one, that has anything to count */
    Optional<Instant> next(WorkspaceId workspaceId, Instant day) {
        Object moment = database.createNativeQuery(NEXT).unwrap(NativeQuery.class).addScalar("at", LocalDateTime.class)
                .setParameter("workspace", workspaceId).setParameter("id", ClickId.firstAt(day))
                .setParameter("day", UtcTime.column(day)).getSingleResult();
        return Optional.ofNullable(UtcTime.instant((LocalDateTime) moment)).map(at -> at.truncatedTo(ChronoUnit.DAYS));
    }
}
