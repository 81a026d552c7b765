package org.conversions.report.check;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Json;
import org.hibernate.query.NativeQuery;

/** Keeps the result of the newest check of all figures, so that it can be seen later and on every node. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CheckRecord {

    private static final int SHOWN_MAX = 20;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * The newest check.
     *
     * @param finishedAt  null while it is under way, or when it was broken off
     * @param days        how many were compared, each of one workspace
     * @param found       how many sums differed, counted up to {@link SelfCheck#DIFFERENCES_MAX}
     * @param differences the first of them, as sentences
     */
    public record Last(Instant startedAt, Instant finishedAt, long days, int found, List<String> differences) {
    }

    /** @return empty when there was none yet */
    public Optional<Last> last() {
        return database.createNativeQuery("select c.started_at as started, c.finished_at as finished, c.days as days, c.found as found,"
                        + " c.differences as differences from self_check c where c.id = 1").unwrap(NativeQuery.class)
                .addScalar("started", LocalDateTime.class).addScalar("finished", LocalDateTime.class).addScalar("days", Long.class)
                .addScalar("found", Integer.class).addScalar("differences", String.class)
                .getResultStream().findFirst().map(CheckRecord::read);
    }

    /** Notes that a check has begun. */
    public void begin() {
        write(null, 0, List.of());
    }

    /** Notes what a check has found that began then. */
    public void end(SelfCheck.Result result) {
        write(clock.instant(), result.days(), result.differences());
    }

    private void write(Instant finishedAt, long days, List<SelfCheck.Difference> differences) {
        List<String> shown = differences.stream().limit(SHOWN_MAX).map(difference -> difference.workspaceId() + ", "
                + difference.day().toString().substring(0, 10) + ", " + difference.cell().cell() + ": is " + difference.cell().is()
                + " and should be " + difference.cell().should()).toList();
        database.createNativeQuery("insert into self_check (id, started_at, finished_at, days, found, differences)"
                        + " values (1, :now, :finished, :days, :found, :differences) on duplicate key update"
                        + (finishedAt == null ? " started_at = values(started_at)," : "")
                        + " finished_at = values(finished_at), days = values(days), found = values(found), differences = values(differences)")
                .unwrap(NativeQuery.class).setParameter("now", column(clock.instant()))
                .setParameter("finished", column(finishedAt), LocalDateTime.class)
                .setParameter("days", days).setParameter("found", differences.size()).setParameter("differences", Json.write(shown))
                .executeUpdate();
    }

    private static Last read(Object columns) {
        Object[] row = (Object[]) columns;
        List<String> shown = new ArrayList<>();
        Json.read((String) row[4]).forEach(sentence -> shown.add(sentence.asText()));
        return new Last(instant((LocalDateTime) row[0]), instant((LocalDateTime) row[1]), (Long) row[2], (Integer) row[3], shown);
    }
}
