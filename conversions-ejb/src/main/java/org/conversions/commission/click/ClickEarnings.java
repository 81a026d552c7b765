package org.conversions.commission.click;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.conversions.commission.ClickCommissions.Day;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.ClicksRewarded;
import org.conversions.reward.RewardsInForce;

/**
 * Goes with each program that rewards clicks from day to day, in steps of some links. The progress stands in the database: a stop
 * or another node goes on from there, and a step that is done twice changes nothing.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class ClickEarnings {

    static final int STEP_MAX = 200;
    /** How long after its end a day is settled: what is stored later than that says so by itself. */
    static final Duration SETTLED_AFTER = Duration.ofHours(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ClickDays days;
    @Inject
    private ClickCounts counts;
    @Inject
    private DaySettlement settlement;
    @Inject
    private RewardsInForce rewards;

    /**
     * The next step.
     *
     * @param from    the beginning of the day that is next
     * @param utcDay  the day of UTC whose links are next; null at the beginning
     * @param cursor  the last link of it that is done, or empty
     */
    private record Due(WorkspaceId workspaceId, String programId, Instant from, Instant utcDay, String cursor) {
    }

    /** Begins with the day on which the first terms hold, again also when they hold since earlier than the others. */
    void begin(@Observes ClicksRewarded event) {
        Instant from = days.beginning(event.workspaceId(), event.programId(), event.since());
        database.createNativeQuery("insert into click_earning (program_id, workspace_id, from_at, utc_day, cursor_id, due_at)"
                        + " values (:program, :workspace, :from, null, '', :due) on duplicate key update"
                        + " due_at = case when values(from_at) < from_at then values(due_at) else due_at end,"
                        + " utc_day = case when values(from_at) < from_at then null else utc_day end,"
                        + " cursor_id = case when values(from_at) < from_at then '' else cursor_id end,"
                        + " from_at = case when values(from_at) < from_at then values(from_at) else from_at end")
                .setParameter("program", event.programId()).setParameter("workspace", event.workspaceId())
                .setParameter("from", column(from))
                .setParameter("due", column(due(days.from(event.workspaceId(), event.programId(), from)))).executeUpdate();
    }

    /** Settles the clicks of a day on some links. @return false when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        Optional<Due> next = next();
        next.ifPresent(this::step);
        return next.isPresent();
    }

    private Optional<Due> next() {
        List<?> rows = database.createNativeQuery("select e.workspace_id, e.program_id, e.from_at, e.utc_day, e.cursor_id"
                        + " from click_earning e where e.due_at > :longAgo and e.due_at <= :now order by e.due_at limit 1"
                        + " for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Due(new WorkspaceId((String) row[0]), (String) row[1],
                time(row[2]), time(row[3]), (String) row[4]));
    }

    private void step(Due due) {
        Day day = days.from(due.workspaceId(), due.programId(), due.from());
        if (!rewards.anyForClicks(due.workspaceId(), due.programId(), day.from(), day.until())) {
            end(due, day);
            return;
        }
        Instant utcDay = due.utcDay() == null ? day.from().truncatedTo(ChronoUnit.DAYS) : due.utcDay();
        if (due.utcDay() == null) {
            days.begin(due.programId(), day);
            counts.catchUp();
        }
        List<LinkId> links = counts.linksWithClicks(due.workspaceId(), utcDay, due.cursor(), STEP_MAX);
        if (!links.isEmpty()) {
            settlement.settle(day, links);
        }
        Instant nextDay = utcDay.plus(1, ChronoUnit.DAYS);
        if (links.size() == STEP_MAX) {
            keep(due, due.from(), utcDay, links.get(STEP_MAX - 1).value(), clock.instant());
        } else if (nextDay.isBefore(day.until())) {
            keep(due, due.from(), nextDay, "", clock.instant());
        } else {
            end(due, day);
        }
    }

    private void end(Due due, Day day) {
        keep(due, day.until(), null, "", due(days.from(due.workspaceId(), due.programId(), day.until())));
    }

    private static Instant due(Day day) {
        return day.until().plus(SETTLED_AFTER);
    }

    private void keep(Due due, Instant from, Instant utcDay, String cursor, Instant at) {
        database.createNativeQuery("update click_earning set from_at = :from, utc_day = :utcDay, cursor_id = :cursor, due_at = :due"
                        + " where program_id = :program and workspace_id = :workspace")
                .setParameter("from", column(from)).setParameter("utcDay", column(utcDay)).setParameter("cursor", cursor)
                .setParameter("due", column(at)).setParameter("program", due.programId()).setParameter("workspace", due.workspaceId())
                .executeUpdate();
    }
}
