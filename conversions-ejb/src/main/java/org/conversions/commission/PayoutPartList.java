package org.conversions.commission;

import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;

/** Reads the parts of payouts: which is for which commission. */
@Stateless
public class PayoutPartList {

    private static final String PARTS = "select t.payout_id, t.commission_id, t.earnings, t.drafted, t.changed_at, t.changed_for,"
            + " c.type, c.invoice_id, c.occurred_at from payout_part t join commission c on c.id = t.commission_id"
            + " where t.workspace_id = :workspace and ";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * A part of a payout.
     *
     * @param earnings   minor units; negative for what is absorbed, 0 for what left the draft
     * @param drafted    what it was when the batch was drafted
     * @param changedAt  when it changed last since, or null
     * @param changedFor the kind of the entry, or the status, by which it changed
     * @param type       of the commission
     * @param occurredAt when that was earned
     */
    public record Part(String payoutId, String commissionId, long earnings, long drafted, Instant changedAt, String changedFor,
                       String type, String invoiceId, Instant occurredAt) {
    }

    /** @param after the last commission that is known; empty for the beginning. @return those of a payout, without what left it */
    public List<Part> of(WorkspaceId workspaceId, String payoutId, String after, int max) {
        return read(database.createNativeQuery(PARTS + "t.payout_id = :payout and t.earnings <> 0 and t.commission_id > :after"
                + " order by t.commission_id").setParameter("workspace", workspaceId).setParameter("payout", payoutId)
                .setParameter("after", after).setMaxResults(max));
    }

    /** @return those that changed since the payouts were drafted, the newest change first */
    public List<Part> changes(WorkspaceId workspaceId, Collection<String> payoutIds, int max) {
        return payoutIds.isEmpty() ? List.of() : read(database.createNativeQuery(PARTS + "t.payout_id in (:payouts)"
                + " and t.changed_at is not null order by t.changed_at desc, t.commission_id").setParameter("workspace", workspaceId)
                .setParameter("payouts", List.copyOf(payoutIds)).setMaxResults(max));
    }

    /** A part that a payout has or had of a commission, in minor units. */
    public record Settled(String commissionId, String payoutId, long earnings) {
    }

    /** @return what payouts have or had of these commissions */
    public List<Settled> ofCommissions(WorkspaceId workspaceId, Collection<String> commissionIds) {
        if (commissionIds.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery("select t.commission_id, t.payout_id, t.earnings from payout_part t"
                        + " where t.commission_id in (:commissions) and t.workspace_id = :workspace and t.earnings <> 0")
                .setParameter("commissions", List.copyOf(commissionIds)).setParameter("workspace", workspaceId).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Settled((String) row[0], (String) row[1], number(row[2]))).toList();
    }

    /** @return of each commission the last payout that has a part of it or paid one, by their ids */
    public Map<String, String> lastPayouts(WorkspaceId workspaceId, Collection<String> commissionIds) {
        Map<String, String> last = new HashMap<>();
        if (!commissionIds.isEmpty()) {
            for (Object row : database.createNativeQuery("select t.commission_id, max(t.payout_id) from payout_part t join payout p"
                            + " on p.id = t.payout_id where t.workspace_id = :workspace and t.commission_id in (:commissions)"
                            + " and t.earnings <> 0 and p.status in ('pending', 'processing', 'completed') group by t.commission_id")
                    .setParameter("workspace", workspaceId).setParameter("commissions", List.copyOf(commissionIds))
                    .getResultList()) {
                Object[] columns = (Object[]) row;
                last.put((String) columns[0], (String) columns[1]);
            }
        }
        return last;
    }

    private static List<Part> read(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast).map(row -> new Part((String) row[0],
                (String) row[1], number(row[2]), number(row[3]), time(row[4]), (String) row[5], (String) row[6], (String) row[7],
                time(row[8]))).toList();
    }
}
