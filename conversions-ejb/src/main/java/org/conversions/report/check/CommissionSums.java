package org.conversions.report.check;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellDays;
import org.conversions.workspace.Mode;

/** Compares the sums that stand on the rows of commissions with their entries. */
@Dependent
class CommissionSums {

    private static final List<String> SUMS = List.of("entries", "amount", "earnings", "paid");
    private static final int DIFFERENCES_MAX = SelfCheck.DIFFERENCES_MAX;
    /** What payouts that are paid have settled of a commission. */
    private static final String PAID = "(select coalesce(sum(t.earnings), 0) from payout_part t join payout p on p.id = t.payout_id"
            + " where t.commission_id = c.id and p.workspace_id = :workspace and p.status = 'completed')";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the commissions made on a day that do not come to what their entries do */
    List<CellDays.Difference> differences(WorkspaceId workspaceId, Instant day) {
        List<?> rows = database.createNativeQuery("select c.id, c.entries, c.amount, c.earnings, c.paid, count(e.id),"
                        + " coalesce(sum(e.amount), 0), coalesce(sum(e.earnings), 0), " + PAID
                        + " from commission c left join commission_entry e on e.commission_id = c.id"
                        + " where c.workspace_id = :workspace and c.mode in (:modes) and c.id >= :first and c.id < :end"
                        + " group by c.id, c.entries, c.amount, c.earnings, c.paid"
                        + " having c.entries <> count(e.id) or c.amount <> coalesce(sum(e.amount), 0)"
                        + " or c.earnings <> coalesce(sum(e.earnings), 0) or c.paid <> " + PAID + " order by c.id")
                .setParameter("workspace", workspaceId)
                .setParameter("modes", Stream.of(Mode.values()).map(Mode::text).toList())
                .setParameter("first", firstAt(day)).setParameter("end", firstAt(day.plus(Duration.ofDays(1))))
                .setMaxResults(DIFFERENCES_MAX).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new CellDays.Difference("commission " + row[0], text(row, 1), text(row, 1 + SUMS.size()))).toList();
    }

    private static String firstAt(Instant moment) {
        return "cm_" + Ids.sortable(moment.toEpochMilli(), 0);
    }

    private static String text(Object[] row, int from) {
        return IntStream.range(0, SUMS.size()).mapToObj(i -> SUMS.get(i) + " " + row[from + i]).toList().toString();
    }
}
