package org.conversions.commission;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.commission.SpentRewards.Kind;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The sums of what partners earned long ago under a limit of all time. A timer adds up day after day what is a week old; who changes
 * one of these commissions later changes the sum in the same transaction, and keeps the timer out until then.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class SpentSums {

    /** What is older stands in the sum. Hardly anything of it changes any more. */
    static final Duration OLD_AFTER = Duration.ofDays(7);
    /** Longer than any transaction takes that did not see the row. */
    private static final Duration SUMMED_AFTER = Duration.ofMinutes(15);
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);
    private static final String OF_KIND = " where partner_id = :partner and program_id = :program and mode = :mode and type = :type"
            + " and currency = :currency and workspace_id = :workspace";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private TransactionMemory memory;
    @Inject
    private SpentSums themselves;

    /** @return those that there are. For the others, the timer begins with one */
    Map<Kind, EarnedSoFar.Sum> of(WorkspaceId workspaceId, Collection<Kind> kinds) {
        Map<Kind, EarnedSoFar.Sum> sums = new HashMap<>();
        Kind like = kinds.iterator().next();
        List<?> rows = database.createNativeQuery("select s.partner_id, s.earnings, s.until_at, s.latest_at from spent_sum s"
                        + " where s.partner_id in (:partners) and s.program_id = :program and s.mode = :mode and s.type = :type"
                        + " and s.currency = :currency and s.workspace_id = :workspace")
                .setParameter("partners", kinds.stream().map(kind -> kind.partnerId().value()).toList())
                .setParameter("program", like.programId()).setParameter("mode", like.mode().text()).setParameter("type", like.type())
                .setParameter("currency", like.currency()).setParameter("workspace", workspaceId).getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> sums.put(new Kind(like.programId(), new PartnerId((String) row[0]),
                like.mode(), like.type(), like.currency()), new EarnedSoFar.Sum(number(row[1]), time(row[2]), time(row[3]))));
        kinds.stream().filter(kind -> !sums.containsKey(kind)).forEach(kind -> themselves.begin(workspaceId, kind));
        return sums;
    }

    /** Has a partner's commissions added up from soon on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void begin(WorkspaceId workspaceId, Kind kind) {
        bound(database.createNativeQuery("insert ignore into spent_sum (partner_id, program_id, mode, type, currency, workspace_id,"
                        + " earnings, until_at, latest_at, due_at) values (:partner, :program, :mode, :type, :currency, :workspace, 0, :longAgo,"
                        + " :longAgo, :due)"), workspaceId, kind)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("due", column(clock.instant().plus(SUMMED_AFTER))).executeUpdate();
    }

    /**
     * Follows a commission that was there before.
     *
     * @param occurredAt when it was earned
     * @param change     of what it comes to
     * @param at         when the entries that were added happened
     */
    void changed(WorkspaceId workspaceId, Kind kind, Instant occurredAt, long change, List<Instant> at) {
        if (change == 0 && at.isEmpty() || !occurredAt.isBefore(clock.instant().minus(OLD_AFTER))) {
            return;
        }
        List<?> rows = bound(database.createNativeQuery("select until_at, latest_at from spent_sum" + OF_KIND + " for update"), workspaceId,
                kind).getResultList();
        if (!rows.isEmpty() && occurredAt.isBefore(time(((Object[]) rows.get(0))[0]))) {
            Instant latest = at.stream().reduce(time(((Object[]) rows.get(0))[1]),
                    (one, other) -> one.isAfter(other) ? one : other);
            bound(database.createNativeQuery("update spent_sum set earnings = earnings + :change, latest_at = :latest" + OF_KIND),
                    workspaceId, kind).setParameter("change", change).setParameter("latest", column(latest)).executeUpdate();
        }
    }

    /** Has all added up anew, because a commission is of another time than before. */
    void forget(WorkspaceId workspaceId, Kind kind) {
        // A sum that was begun since this transaction looked is added up when this transaction has ended.
        if (!memory.<WorkspaceId, Boolean>of(SpentSums.class).get(workspaceId, this::thatHaveSums)) {
            return;
        }
        bound(database.createNativeQuery("update spent_sum set earnings = 0, until_at = :longAgo, latest_at = :longAgo, due_at = :now"
                        + OF_KIND), workspaceId, kind)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).executeUpdate();
    }

    private Map<WorkspaceId, Boolean> thatHaveSums(List<WorkspaceId> workspaces) {
        return workspaces.stream().collect(Collectors.toMap(Function.identity(), workspace ->
                !database.createNativeQuery("select 1 from spent_sum where workspace_id = :workspace limit 1")
                        .setParameter("workspace", workspace).setFlushMode(FlushModeType.COMMIT).getResultList().isEmpty()));
    }

    /** Adds up what has become old of one partner. @return false when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean step() {
        List<?> rows = database.createNativeQuery("select s.workspace_id, s.program_id, s.partner_id, s.mode, s.type, s.currency,"
                        + " s.until_at from spent_sum s where s.due_at > :longAgo and s.due_at <= :now order by s.due_at limit 1"
                        + " for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        rows.stream().findFirst().map(Object[].class::cast).ifPresent(row -> add(new WorkspaceId((String) row[0]), new Kind((String) row[1],
                new PartnerId((String) row[2]), Mode.of((String) row[3]), (String) row[4], (String) row[5]), time(row[6])));
        return !rows.isEmpty();
    }

    private void add(WorkspaceId workspaceId, Kind kind, Instant from) {
        Instant until = clock.instant().minus(OLD_AFTER).truncatedTo(ChronoUnit.DAYS);
        Object[] sum = (Object[]) bound(database.createNativeQuery("select sum(e.earnings), max(e.occurred_at) from commission c"
                        + " join commission_entry e on e.commission_id = c.id where c.partner_id = :partner and c.type = :type"
                        + " and c.occurred_at >= :from and c.occurred_at < :until and c.program_id = :program and c.mode = :mode"
                        + " and c.currency = :currency and c.workspace_id = :workspace"), workspaceId, kind)
                .setParameter("from", column(from)).setParameter("until", column(until)).getSingleResult();
        bound(database.createNativeQuery("update spent_sum set earnings = earnings + :more, latest_at = case when latest_at < :latest"
                        + " then :latest else latest_at end, until_at = :until, due_at = :due" + OF_KIND), workspaceId, kind)
                .setParameter("more", number(sum[0]))
                .setParameter("latest", column(sum[1] == null ? LONG_AGO : time(sum[1])))
                .setParameter("until", column(until.isAfter(from) ? until : from))
                .setParameter("due", column(clock.instant().plus(AGAIN_AFTER))).executeUpdate();
    }

    private static Query bound(Query query, WorkspaceId workspaceId, Kind kind) {
        return query.setParameter("partner", kind.partnerId()).setParameter("program", kind.programId())
                .setParameter("mode", kind.mode().text()).setParameter("type", kind.type()).setParameter("currency", kind.currency())
                .setParameter("workspace", workspaceId);
    }
}
