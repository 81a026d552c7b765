package org.conversions.sale.restatement;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.conversions.exchange.RateAge;
import org.conversions.exchange.RatesArrived;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleCurrency;
import org.hibernate.query.NativeQuery;

/**
 * Corrects sales that had to be converted at an old rate, once a rate of about their day has come: in steps of some sales,
 * day by day. The progress stands in the database: a stop or another node goes on from there.
 */
@ApplicationScoped
@Transactional
class LateRates {

    static final int STEP_MAX = 50;
    /** Long enough for every sale that was being recorded at the old rate while the new one came. */
    static final Duration RECHECK_AFTER = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SaleCurrency currencies;

    /**
     * The next step.
     *
     * @param owner  of the rates, as in {@link RatesArrived}
     * @param day    of the sales that are next
     * @param cursor the last sale of that day that is done, or empty
     */
    private record Due(String owner, LocalDate asOf, LocalDate day, String cursor, boolean rechecked) {

        /** @return true after the last day that the rate is good for */
        boolean isOver() {
            return RateAge.of(asOf, day).stale();
        }
    }

    void arrived(@Observes RatesArrived event) {
        database.createNativeQuery("insert into late_rate (workspace_id, as_of, sale_day, cursor_id, rechecked, due_at)"
                        + " values (:workspace, :asOf, :asOf, '', false, :now) on duplicate key update"
                        + " sale_day = values(sale_day), cursor_id = '', rechecked = false, due_at = values(due_at)")
                .setParameter("workspace", event.owner()).setParameter("asOf", event.asOf())
                .setParameter("now", column(clock.instant())).executeUpdate();
    }

    /** Corrects some sales. @return false when nothing is due */
    @RetryOnConflict
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean step() {
        Optional<Due> next = next();
        next.ifPresent(due -> keep(correct(due)));
        return next.isPresent();
    }

    private Optional<Due> next() {
        List<?> rows = database.createNativeQuery("select r.workspace_id as workspace_id, r.as_of as as_of,"
                        + " r.sale_day as sale_day, r.cursor_id as cursor_id, r.rechecked as rechecked from late_rate r"
                        + " where r.due_at > :longAgo and r.due_at <= :now order by r.due_at limit 1"
                        + " for update skip locked").unwrap(NativeQuery.class)
                .addScalar("workspace_id", String.class).addScalar("as_of", LocalDate.class)
                .addScalar("sale_day", LocalDate.class).addScalar("cursor_id", String.class)
                .addScalar("rechecked", Boolean.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Due((String) row[0],
                        (LocalDate) row[1], (LocalDate) row[2], (String) row[3], (Boolean) row[4]));
    }

    /** @return the step to go on with */
    private Due correct(Due begin) {
        Due due = begin;
        int left = STEP_MAX;
        while (left > 0 && !due.isOver()) {
            List<Object[]> rows = stale(due, left);
            rows.forEach(row -> currencies.correctRate((WorkspaceId) row[0], (String) row[1]));
            due = rows.size() < left
                    ? new Due(due.owner(), due.asOf(), due.day().plusDays(1), "", due.rechecked())
                    : new Due(due.owner(), due.asOf(), due.day(), (String) rows.get(left - 1)[1], due.rechecked());
            left -= rows.size();
        }
        return due;
    }

    private List<Object[]> stale(Due due, int max) {
        TypedQuery<Object[]> stale = database.createQuery("select s.workspaceId, s.id from Sale s where s.price.staleRateDay = :day"
                        + " and s.id > :cursor" + (due.owner().isEmpty() ? "" : " and s.workspaceId = :workspace")
                        + " order by s.price.staleRateDay, s.id",
                        Object[].class).setParameter("day", due.day()).setParameter("cursor", due.cursor()).setMaxResults(max);
        if (!due.owner().isEmpty()) {
            stale.setParameter("workspace", new WorkspaceId(due.owner()));
        }
        return stale.getResultList();
    }

    private void keep(Due due) {
        if (due.isOver() && due.rechecked()) {
            database.createNativeQuery("delete from late_rate where workspace_id = :workspace and as_of = :asOf")
                    .setParameter("workspace", due.owner()).setParameter("asOf", due.asOf()).executeUpdate();
            return;
        }
        database.createNativeQuery("update late_rate set sale_day = :day, cursor_id = :cursor, rechecked = :rechecked,"
                        + " due_at = :due where workspace_id = :workspace and as_of = :asOf")
                .setParameter("day", due.isOver() ? due.asOf() : due.day())
                .setParameter("cursor", due.isOver() ? "" : due.cursor())
                .setParameter("rechecked", due.rechecked() || due.isOver())
                .setParameter("due", column(due.isOver() ? clock.instant().plus(RECHECK_AFTER) : clock.instant()))
                .setParameter("workspace", due.owner()).setParameter("asOf", due.asOf()).executeUpdate();
    }
}
