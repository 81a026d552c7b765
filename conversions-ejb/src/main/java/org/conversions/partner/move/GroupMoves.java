package org.conversions.partner.move;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.partner.Groups;
import org.conversions.partner.MoveRulesChanged;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/**
 * Has partners judged by the rules of groups: those of whom something changed, and all of a program when its rules changed and once
 * a day. Both in steps; the progress stands in the database, and a step keeps other nodes from its rows.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class GroupMoves {

    static final int STEP_MAX = 100;
    static final Duration ROUND_EVERY = Duration.ofDays(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private MovedPartners moved;
    @Inject
    private Partners partners;
    @Inject
    private Groups groups;

    /** A round through the partners of a program. @param cursor the last partner that is done, or empty */
    private record Round(WorkspaceId workspaceId, String programId, String cursor) {
    }

    /** A partner to be judged. */
    private record Due(String id, WorkspaceId workspaceId, PartnerId partnerId) {
    }

    void begin(@Observes MoveRulesChanged event) {
        database.createNativeQuery("insert into group_move_round (program_id, workspace_id, cursor_id, due_at)"
                        + " values (:program, :workspace, '', :now) on duplicate key update cursor_id = '', due_at = values(due_at)")
                .setParameter("program", event.programId()).setParameter("workspace", event.workspaceId())
                .setParameter("now", column(clock.instant())).executeUpdate();
    }

    /** Judges some partners. @return false when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        return judgeChanged() || goRound();
    }

    private boolean judgeChanged() {
        List<?> rows = database.createNativeQuery("select m.id, m.workspace_id, m.partner_id from group_move m"
                        + " where m.due_at > :longAgo and m.due_at <= :now order by m.due_at, m.id limit " + STEP_MAX
                        + " for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        List<Due> due = rows.stream().map(Object[].class::cast).map(row -> new Due((String) row[0], new WorkspaceId((String) row[1]),
                new PartnerId((String) row[2]))).toList();
        due.stream().collect(Collectors.groupingBy(Due::workspaceId, Collectors.mapping(Due::partnerId, Collectors.toSet())))
                .forEach(moved::judge);
        database.createNativeQuery("delete from group_move where id in (:ids)").setParameter("ids", due.stream().map(Due::id).toList())
                .executeUpdate();
        return true;
    }

    private boolean goRound() {
        List<?> rows = database.createNativeQuery("select r.workspace_id, r.program_id, r.cursor_id from group_move_round r"
                        + " where r.due_at > :longAgo and r.due_at <= :now order by r.due_at limit 1 for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        Optional<Round> next = rows.stream().findFirst().map(Object[].class::cast)
                .map(row -> new Round(new WorkspaceId((String) row[0]), (String) row[1], (String) row[2]));
        next.ifPresent(this::go);
        return next.isPresent();
    }

    private void go(Round round) {
        if (groups.moveRules(round.workspaceId(), round.programId()).isEmpty()) {
            database.createNativeQuery("delete from group_move_round where program_id = :program and workspace_id = :workspace")
                    .setParameter("program", round.programId()).setParameter("workspace", round.workspaceId()).executeUpdate();
            return;
        }
        List<PartnerId> ids = partners.notBannedAfter(round.workspaceId(), round.programId(), round.cursor(), STEP_MAX).stream()
                .map(PartnerView::id).toList();
        moved.judge(round.workspaceId(), ids);
        boolean last = ids.size() < STEP_MAX;
        Instant now = clock.instant();
        database.createNativeQuery("update group_move_round set cursor_id = :cursor, due_at = :due where program_id = :program"
                        + " and workspace_id = :workspace")
                .setParameter("cursor", last ? "" : ids.get(STEP_MAX - 1).value()).setParameter("due", column(last ? now.plus(ROUND_EVERY) : now))
                .setParameter("program", round.programId()).setParameter("workspace", round.workspaceId()).executeUpdate();
    }
}
