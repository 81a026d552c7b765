package org.conversions.report.check;

import static org.conversions.platform.query.Columns.number;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.money.Share;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellDays;
import org.conversions.workspace.Mode;

/** Compares what partners earned with what they are owed and were paid, and with what their sales are worth by now. */
@Dependent
class Books {

    private static final int DIFFERENCES_MAX = SelfCheck.DIFFERENCES_MAX;
    private static final int ROWS_MAX = 100_000;

    /** Three looks at the same money: the entries, what is open on the rows of commissions, and the payouts that were made. */
    private static final String OF_PARTNERS = "select k.partner_id, k.mode, k.currency, sum(k.earned), sum(k.owed), sum(k.paid) from ("
            + "select c.partner_id, c.mode, c.currency, e.earnings as earned, 0 as owed, 0 as paid from commission_entry e"
            + " join commission c on c.id = e.commission_id where c.workspace_id = :workspace"
            + " union all select c.partner_id, c.mode, c.currency, 0, c.earnings - c.paid, 0 from commission c"
            + " where c.workspace_id = :workspace"
            + " union all select p.partner_id, p.mode, p.currency, 0, 0, p.amount from payout p where p.workspace_id = :workspace"
            + " and p.status = 'completed') k group by k.partner_id, k.mode, k.currency"
            + " having sum(k.earned) <> sum(k.owed) + sum(k.paid) order by k.partner_id";
    /** What a payout comes to, and what its parts do. */
    private static final String OF_PAYOUTS = "select p.id, p.amount, coalesce(sum(t.earnings), 0) from payout p"
            + " left join payout_part t on t.payout_id = p.id where p.workspace_id = :workspace and p.id >= :first and p.id < :end"
            + " group by p.id, p.amount having p.amount <> coalesce(sum(t.earnings), 0) order by p.id";
    private static final String OF_SALES = "select c.id, c.sold, c.earned, c.amount, c.earnings, c.manual_status, s.taken_back"
            + " from commission c join sale s on s.id = c.sale_id where c.workspace_id = :workspace and c.mode in (:modes)"
            + " and c.id >= :first and c.id < :end order by c.id";
    private static final String STATUS = "select c.id, c.status, c.paid_at, c.batch_id, c.manual_status, c.earned, c.earnings, c.disputed,"
            + " c.held_for from commission c where c.workspace_id = :workspace and c.mode in (:modes) and c.id >= :first and c.id < :end"
            + " and c.status <> case when c.paid_at is not null then 'paid' when c.batch_id is not null then 'processed'"
            + " when c.manual_status is not null then c.manual_status when c.earned = 0 then 'canceled' when c.earnings = 0 then 'refunded'"
            + " when c.disputed = true or c.held_for is not null then 'hold' else 'pending' end order by c.id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the partners whose entries are not what is owed and what was paid */
    List<CellDays.Difference> ofPartners(WorkspaceId workspaceId) {
        List<CellDays.Difference> differences = new ArrayList<>();
        for (Object row : database.createNativeQuery(OF_PARTNERS).setParameter("workspace", workspaceId)
                .setMaxResults(DIFFERENCES_MAX).getResultList()) {
            Object[] columns = (Object[]) row;
            differences.add(new CellDays.Difference("partner " + columns[0] + ", " + columns[1] + ' ' + columns[2],
                    "owed " + columns[4] + " and paid " + columns[5], "earned " + columns[3]));
        }
        return differences;
    }

    /** @return the payouts of a day that are not the sum of their parts, and the commissions of a day that are not what their sale is worth */
    List<CellDays.Difference> ofDay(WorkspaceId workspaceId, Instant day) {
        List<CellDays.Difference> differences = new ArrayList<>();
        for (Object row : database.createNativeQuery(OF_PAYOUTS).setParameter("workspace", workspaceId)
                .setParameter("first", firstAt("po_", day)).setParameter("end", firstAt("po_", day.plus(Duration.ofDays(1))))
                .setMaxResults(DIFFERENCES_MAX).getResultList()) {
            Object[] columns = (Object[]) row;
            differences.add(new CellDays.Difference("payout " + columns[0], "amount " + columns[1], "parts " + columns[2]));
        }
        for (Object row : ofDay(OF_SALES, workspaceId, day, ROWS_MAX)) {
            ofSale((Object[]) row, differences);
        }
        for (Object row : ofDay(STATUS, workspaceId, day, DIFFERENCES_MAX)) {
            Object[] columns = (Object[]) row;
            differences.add(new CellDays.Difference("commission " + columns[0], "status " + columns[1], "the one that its facts say"));
        }
        return differences;
    }

    private static void ofSale(Object[] row, List<CellDays.Difference> differences) {
        Share left = row[5] != null ? Share.ALL : Share.parse((String) row[6]);
        long amount = number(row[1]) + left.backFrom(number(row[1]));
        long earnings = number(row[2]) + left.backFrom(number(row[2]));
        if ((amount != number(row[3]) || earnings != number(row[4])) && differences.size() < DIFFERENCES_MAX) {
            differences.add(new CellDays.Difference("commission " + row[0], "amount " + row[3] + ", earnings " + row[4],
                    "amount " + amount + ", earnings " + earnings + " by its sale"));
        }
    }

    private List<?> ofDay(String sql, WorkspaceId workspaceId, Instant day, int max) {
        return database.createNativeQuery(sql).setParameter("workspace", workspaceId)
                .setParameter("modes", Stream.of(Mode.values()).map(Mode::text).toList())
                .setParameter("first", firstAt("cm_", day)).setParameter("end", firstAt("cm_", day.plus(Duration.ofDays(1))))
                .setMaxResults(max).getResultList();
    }

    private static String firstAt(String prefix, Instant moment) {
        return prefix + Ids.sortable(moment.toEpochMilli(), 0);
    }
}
