package org.conversions.sale.restatement;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.conversions.exchange.RatesArrived;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleCurrency;
import org.conversions.workspace.CurrencyChanged;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/**
 * States the sales of a workspace in the currency that it has chosen: from what counts of each, at the rate of its day, in
 * steps of some hundred sales. Figures follow in the same transactions, commissions stay in the currency they were earned
 * in. A sale for which there is no rate comes to nothing until there is one. Its progress stands in the database: a stop or
 * another node goes on from there.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Restatements {

    static final int STEP_MAX = 200;
    /** Long enough for every sale that was being recorded in the old currency while it changed. */
    static final Duration RECHECK_AFTER = Duration.ofMinutes(1);
    static final Duration WITHOUT_RATE_AGAIN_AFTER = Duration.ofHours(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SaleCurrency currencies;

    /** The next step. @param cursor the last sale that is stated, or empty */
    private record Due(WorkspaceId workspaceId, Mode mode, String currency, String cursor, boolean rechecked) {
    }

    /** Begins a restatement, in place of one that is under way. */
    public void begin(@Observes CurrencyChanged change) {
        List<?> modes = database.createNativeQuery("select s.mode as mode, count(*) as sales from sale s"
                        + " where s.workspace_id = :workspace group by s.mode").unwrap(NativeQuery.class)
                .addScalar("mode", String.class).addScalar("sales", Long.class)
                .setParameter("workspace", change.workspaceId()).getResultList();
        for (Object row : modes) {
            Object[] columns = (Object[]) row;
            database.createNativeQuery("insert into sale_restatement (workspace_id, mode, currency, sales, restated,"
                            + " without_rate, cursor_id, rechecked, started_at, finished_at, due_at)"
                            + " values (:workspace, :mode, :currency, :sales, 0, 0, '', false, :now, null, :now)"
                            + " on duplicate key update currency = values(currency), sales = values(sales), restated = 0,"
                            + " without_rate = 0, cursor_id = '', rechecked = false, started_at = values(started_at),"
                            + " finished_at = null, due_at = values(due_at)")
                    .setParameter("workspace", change.workspaceId()).setParameter("mode", columns[0])
                    .setParameter("currency", change.currency()).setParameter("sales", columns[1])
                    .setParameter("now", column(clock.instant())).executeUpdate();
        }
    }

    /** Tries again at once what lacked a rate. */
    public void retry(@Observes RatesArrived event) {
        database.createNativeQuery("update sale_restatement set due_at = :now where without_rate > 0 and due_at > :now")
                .setParameter("now", column(clock.instant())).executeUpdate();
    }

    /** @return empty when the workspace has never changed its currency since it has sales */
    public Optional<Restatement> of(WorkspaceId workspaceId) {
        Object[] row = (Object[]) database.createNativeQuery("select max(r.currency) as currency, sum(r.sales) as sales,"
                        + " sum(r.restated) as restated, sum(r.without_rate) as without_rate,"
                        + " min(r.started_at) as started_at, max(r.finished_at) as finished_at,"
                        + " sum(case when r.finished_at is null then 1 else 0 end) as under_way"
                        + " from sale_restatement r where r.workspace_id = :workspace").unwrap(NativeQuery.class)
                .addScalar("currency", String.class).addScalar("sales", Long.class).addScalar("restated", Long.class)
                .addScalar("without_rate", Long.class).addScalar("started_at", LocalDateTime.class)
                .addScalar("finished_at", LocalDateTime.class).addScalar("under_way", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult();
        return row[0] == null ? Optional.empty() : Optional.of(new Restatement((String) row[0], (Long) row[1],
                (Long) row[2], (Long) row[3], instant((LocalDateTime) row[4]),
                (Long) row[6] > 0 ? null : instant((LocalDateTime) row[5])));
    }

    /** Restates some sales of one workspace. @return false when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        Optional<Due> next = next();
        next.ifPresent(this::step);
        return next.isPresent();
    }

    private Optional<Due> next() {
        List<?> rows = database.createNativeQuery("select r.workspace_id as workspace_id, r.mode as mode, r.currency as currency,"
                        + " r.cursor_id as cursor_id, r.rechecked as rechecked from sale_restatement r"
                        + " where r.due_at > :longAgo and r.due_at <= :now order by r.due_at limit 1"
                        + " for update skip locked").unwrap(NativeQuery.class)
                .addScalar("workspace_id", WorkspaceId.class).addScalar("mode", String.class)
                .addScalar("currency", String.class).addScalar("cursor_id", String.class)
                .addScalar("rechecked", Boolean.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Due((WorkspaceId) row[0],
                        Mode.of((String) row[1]), (String) row[2], (String) row[3], (Boolean) row[4]));
    }

    private void step(Due due) {
        List<String> ids = database.createQuery("select s.id from Sale s where s.workspaceId = :workspace"
                        + " and s.mode = :mode and s.id > :cursor order by s.workspaceId, s.mode, s.id", String.class)
                .setParameter("workspace", due.workspaceId()).setParameter("mode", due.mode())
                .setParameter("cursor", due.cursor()).setMaxResults(STEP_MAX).getResultList();
        long withoutRate = ids.isEmpty() ? 0 : currencies.restate(ids, due.currency());
        boolean last = ids.size() < STEP_MAX;
        database.createNativeQuery("update sale_restatement set restated = least(sales, restated + :restated),"
                        + " without_rate = case when cursor_id = '' then :withoutRate else without_rate + :withoutRate end,"
                        + " cursor_id = :cursor"
                        + " where workspace_id = :workspace and mode = :mode")
                .setParameter("restated", due.rechecked() ? 0 : ids.size() - withoutRate)
                .setParameter("withoutRate", withoutRate)
                .setParameter("cursor", last ? due.cursor() : ids.get(ids.size() - 1))
                .setParameter("workspace", due.workspaceId()).setParameter("mode", due.mode().text()).executeUpdate();
        if (last) {
            end(due);
        }
    }

    /** Ends a time through. A second one follows the first, for what was recorded meanwhile; more of them what lacks a rate. */
    private void end(Due due) {
        Instant now = clock.instant();
        database.createNativeQuery("update sale_restatement set finished_at = coalesce(finished_at, :now),"
                        + " due_at = case when :rechecked = false then :recheck when without_rate > 0 then :again else null end,"
                        + " rechecked = true, restated = sales - least(sales, without_rate), cursor_id = ''"
                        + " where workspace_id = :workspace and mode = :mode")
                .setParameter("now", column(now)).setParameter("again", column(now.plus(WITHOUT_RATE_AGAIN_AFTER)))
                .setParameter("recheck", column(now.plus(RECHECK_AFTER))).setParameter("rechecked", due.rechecked())
                .setParameter("workspace", due.workspaceId()).setParameter("mode", due.mode().text()).executeUpdate();
    }
}
