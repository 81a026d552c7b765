package org.conversions.report.check;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellDays;

/** Compares the cells with what happened, day by day, each in a transaction of its own, and the books of partners as a whole. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SelfCheck {

    /** Bounds the days of a check, and the differences that it shows. */
    public static final int DAYS_MAX = 31;
    public static final int DIFFERENCES_MAX = 100;
    private static final int WORKSPACES_MAX = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private CheckedDay checked;
    @Inject
    private CheckRecord record;
    @Inject
    private Clock clock;

    /** A cell, a commission, a payout or a partner that differs. */
    public record Difference(WorkspaceId workspaceId, Instant day, CellDays.Difference cell) {
    }

    /**
     * What a check found.
     *
     * @param days        the number of days that were compared, each of one workspace
     * @param differences the first of them; none when all is well
     */
    public record Result(long days, List<Difference> differences) {
    }

    /**
     * Compares, and keeps the result where all workspaces are compared.
     *
     * @param workspaceId empty for all workspaces
     * @param from        the first day; null for yesterday
     * @param to          the last day; null for today
     * @throws RequestRefused unprocessable for a time that has no days or too many
     */
    public Result check(Optional<WorkspaceId> workspaceId, Instant from, Instant to) {
        Instant last = (to == null ? clock.instant() : to).truncatedTo(ChronoUnit.DAYS);
        Instant first = from == null ? last.minus(DAY) : from.truncatedTo(ChronoUnit.DAYS);
        if (first.isAfter(last) || Duration.between(first, last).toDays() >= DAYS_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "from: must be at most " + DAYS_MAX + " days before to");
        }
        if (workspaceId.isPresent()) {
            return compare(List.of(workspaceId.get()), first, last);
        }
        record.begin();
        Result result = compare(all(), first, last);
        record.end(result);
        return result;
    }

    private Result compare(List<WorkspaceId> workspaces, Instant first, Instant last) {
        List<Difference> differences = new ArrayList<>();
        long days = 0;
        for (WorkspaceId workspace : workspaces) {
            checked.books(workspace).stream().limit(DIFFERENCES_MAX - differences.size())
                    .forEach(partner -> differences.add(new Difference(workspace, last, partner)));
            for (Instant day = first; !day.isAfter(last) && differences.size() < DIFFERENCES_MAX; day = day.plus(DAY)) {
                Instant of = day;
                checked.differences(workspace, day).stream().limit(DIFFERENCES_MAX - differences.size())
                        .forEach(cell -> differences.add(new Difference(workspace, of, cell)));
                days++;
            }
        }
        return new Result(days, differences);
    }

    private List<WorkspaceId> all() {
        return database.createNativeQuery("select w.id from workspace w order by w.id", String.class)
                .setMaxResults(WORKSPACES_MAX).getResultStream().map(id -> WorkspaceId.of((String) id)).toList();
    }
}
