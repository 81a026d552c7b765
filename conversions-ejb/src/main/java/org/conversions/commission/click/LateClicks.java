package org.conversions.commission.click;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conversions.click.Click;
import org.conversions.click.ClicksRecorded;
import org.conversions.commission.ClickCommissions.Day;
import org.conversions.platform.Ids;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.reward.RewardsInForce;

/**
 * Clicks that were stored long after they were made, because they had to wait in a journal: their days may have been settled, and
 * are settled again. They are noted in the transaction that stores them; a click that comes in time costs nothing here.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class LateClicks {

    static final int STEP_MAX = 100;
    /** Less than the time after which a day is settled, by more than the clocks of nodes differ. */
    static final Duration LATE_AFTER = ClickEarnings.SETTLED_AFTER.dividedBy(2);
    /** A journal brings many clicks, one after the other. */
    static final Duration LOOKED_AT_AFTER = Duration.ofMinutes(1);

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

    /** Clicks of a minute on a link. */
    private record Minute(WorkspaceId workspaceId, LinkId linkId, Instant at) {
    }

    /** A day of a program. */
    private record ProgramDay(String programId, Day day) {
    }

    void note(@Observes ClicksRecorded event) {
        Instant late = clock.instant().minus(LATE_AFTER);
        Set<Minute> minutes = null;
        for (Click click : event.clicks()) {
            if (click.clickedAt().isBefore(late)) {
                minutes = minutes == null ? new LinkedHashSet<>() : minutes;
                minutes.add(new Minute(click.workspaceId(), click.linkId(), click.clickedAt().truncatedTo(ChronoUnit.MINUTES)));
            }
        }
        if (minutes != null) {
            minutes.forEach(this::note);
        }
    }

    private void note(Minute minute) {
        if (!isRewarding(minute.workspaceId())) {
            return; // there is nothing to be settled
        }
        database.createNativeQuery("insert into late_click (id, workspace_id, link_id, clicked_at, due_at)"
                        + " values (:id, :workspace, :link, :at, :due)")
                .setParameter("id", Ids.next("late", clock)).setParameter("workspace", minute.workspaceId())
                .setParameter("link", minute.linkId()).setParameter("at", column(minute.at()))
                .setParameter("due", column(clock.instant().plus(LOOKED_AT_AFTER))).executeUpdate();
    }

    private boolean isRewarding(WorkspaceId workspaceId) {
        return number(database.createNativeQuery("select count(*) from click_earning e where e.workspace_id = :workspace")
                .setParameter("workspace", workspaceId).getSingleResult()) > 0;
    }

    /** Settles the days of some late clicks again. @return false when none is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        List<?> rows = database.createNativeQuery("select l.id, l.workspace_id, l.link_id, l.clicked_at from late_click l"
                        + " where l.due_at > :longAgo and l.due_at <= :now order by l.due_at, l.id limit " + STEP_MAX
                        + " for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        counts.catchUp();
        rows.stream().map(Object[].class::cast).map(row -> new Minute(new WorkspaceId((String) row[1]), new LinkId((String) row[2]),
                        time(row[3])))
                .collect(Collectors.groupingBy(Minute::workspaceId, TreeMap::new, Collectors.toSet())).forEach(this::settle);
        database.createNativeQuery("delete from late_click where id in (:ids)")
                .setParameter("ids", rows.stream().map(row -> ((Object[]) row)[0]).toList()).executeUpdate();
        return true;
    }

    private void settle(WorkspaceId workspaceId, Set<Minute> minutes) {
        RewardTermsInForce terms = rewards.forClicks(workspaceId, minutes.stream().map(Minute::linkId).collect(Collectors.toSet()));
        Map<ProgramDay, Set<LinkId>> again = new HashMap<>();
        for (Minute minute : minutes) {
            String programId = terms.programOf(minute.linkId());
            if (programId != null) {
                lock(workspaceId, programId);
                days.begun(workspaceId, programId, minute.at()).ifPresent(day -> again.computeIfAbsent(
                        new ProgramDay(programId, day), none -> new LinkedHashSet<>()).add(minute.linkId()));
            }
        }
        again.forEach((day, linkIds) -> settlement.settle(day.day(), linkIds));
    }

    /** A day is settled by one at a time, so that who counts later settles later. */
    private void lock(WorkspaceId workspaceId, String programId) {
        database.createNativeQuery("select e.program_id from click_earning e where e.program_id = :program"
                        + " and e.workspace_id = :workspace for update")
                .setParameter("program", programId).setParameter("workspace", workspaceId).getResultList();
    }
}
