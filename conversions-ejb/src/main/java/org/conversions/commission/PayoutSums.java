package org.conversions.commission;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Adds up what payouts are for. */
@Stateless
public class PayoutSums {

    /** How many payouts one statement is about. */
    private static final int STEP = 500;
    private static final String SUMS = "select t.payout_id, c.partner_id, c.currency, c.type, extract(year from c.occurred_at),"
            + " extract(month from c.occurred_at), sum(case when t.earnings > 0 then t.earnings else 0 end),"
            + " sum(case when t.earnings > 0 then 1 else 0 end), sum(case when t.earnings < 0 then -t.earnings else 0 end),"
            + " sum(case when t.earnings < 0 then 1 else 0 end) from payout_part t join commission c on c.id = t.commission_id"
            + " where t.payout_id in (:payouts) and c.workspace_id = :workspace and t.earnings <> 0 group by t.payout_id,"
            + " c.partner_id, c.currency, c.type, extract(year from c.occurred_at), extract(month from c.occurred_at)";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * The commissions of a payout that are of one type and were earned in one month, UTC; in minor units.
     *
     * @param earned    the sum of what is paid
     * @param earnings  how many commissions that is
     * @param takenBack the sum of what was taken back of commissions that were paid earlier, 0 or more
     * @param takings   how many commissions that is
     */
    public record Sum(String payoutId, PartnerId partnerId, String currency, String type, YearMonth month, long earned, int earnings,
                      long takenBack, int takings) {
    }

    /** @return the sums of these payouts, in no order; of another workspace's none */
    public List<Sum> of(WorkspaceId workspaceId, Collection<String> payoutIds) {
        List<String> asked = List.copyOf(payoutIds);
        List<Sum> sums = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += STEP) {
            for (Object row : database.createNativeQuery(SUMS).setParameter("workspace", workspaceId)
                    .setParameter("payouts", asked.subList(from, Math.min(asked.size(), from + STEP))).getResultList()) {
                Object[] columns = (Object[]) row;
                sums.add(new Sum((String) columns[0], new PartnerId((String) columns[1]), (String) columns[2], (String) columns[3],
                        YearMonth.of((int) number(columns[4]), (int) number(columns[5])), number(columns[6]), (int) number(columns[7]),
                        number(columns[8]), (int) number(columns[9])));
            }
        }
        return sums;
    }
}
