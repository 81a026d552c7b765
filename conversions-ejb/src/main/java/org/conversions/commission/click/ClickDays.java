package org.conversions.commission.click;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.conversions.commission.ClickCommissions.Day;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/**
 * The days of a program that have been begun. They lie side by side, and each stays as it was begun: another time zone of the
 * workspace holds from the next one on, which may be a short one.
 */
@Dependent
class ClickDays {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Workspaces workspaces;

    /** @return when the day begins that a moment is in */
    Instant beginning(WorkspaceId workspaceId, String programId, Instant moment) {
        return begun(workspaceId, programId, moment).map(Day::from)
                .orElseGet(() -> {
                    ZoneId zone = workspaces.get(workspaceId).timezone();
                    return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).toInstant();
                });
    }

    /** @return the day that begins at a moment, as it was begun or would be */
    Day from(WorkspaceId workspaceId, String programId, Instant from) {
        return begun(workspaceId, programId, from).orElseGet(() -> {
            ZoneId zone = workspaces.get(workspaceId).timezone();
            Instant midnight = LocalDate.ofInstant(from, zone).plusDays(1).atStartOfDay(zone).toInstant();
            Instant next = next(workspaceId, programId, from).filter(midnight::isAfter).orElse(midnight);
            return new Day(workspaceId, from, next);
        });
    }

    /** Begins a day, if it is not begun. */
    void begin(String programId, Day day) {
        database.createNativeQuery("insert into click_day (program_id, from_at, until_at, workspace_id)"
                        + " values (:program, :from, :until, :workspace) on duplicate key update until_at = values(until_at)")
                .setParameter("program", programId).setParameter("from", column(day.from())).setParameter("until", column(day.until()))
                .setParameter("workspace", day.workspaceId()).executeUpdate();
    }

    /** @return the day that a moment is in; empty when none was begun that it is in */
    Optional<Day> begun(WorkspaceId workspaceId, String programId, Instant moment) {
        List<?> rows = database.createNativeQuery("select d.from_at, d.until_at from click_day d where d.program_id = :program"
                        + " and d.workspace_id = :workspace and d.from_at <= :moment order by d.program_id desc, d.from_at desc limit 1")
                .setParameter("program", programId).setParameter("workspace", workspaceId).setParameter("moment", column(moment))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Day(workspaceId, time(row[0]), time(row[1])))
                .filter(day -> moment.isBefore(day.until())).findFirst();
    }

    private Optional<Instant> next(WorkspaceId workspaceId, String programId, Instant after) {
        return Optional.ofNullable(time(database.createNativeQuery("select min(d.from_at) from click_day d"
                        + " where d.program_id = :program and d.workspace_id = :workspace and d.from_at > :after")
                .setParameter("program", programId).setParameter("workspace", workspaceId).setParameter("after", column(after))
                .getSingleResult()));
    }
}
