package org.conversions.report.total;

import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Reads how far what a partner earned is from being paid. It takes the sums that are kept, and of the commissions themselves only
 * those in their holding period, so that the time it takes does not grow with the partner's past.
 */
@Stateless
public class PartnerBalances {

    private static final String ROWS = PartnerEarningSums.ROWS.replace("= :workspace", "= :workspace and {table}.partner_id = :partner")
            .replaceFirst("\\{table}", "s").replaceFirst("\\{table}", "d");
    private static final String PENDING = "select c.currency, sum(c.earnings - c.paid) as amount, min(c.payable_at) as next_at"
            + " from commission c where c.workspace_id = :workspace and c.partner_id = :partner and c.mode = :mode"
            + " and c.status = 'pending' and c.payable_at > :now group by c.currency";
    private static final String BALANCES = "select e.currency, coalesce(max(h.amount), 0),"
            + " sum(case when e.status = 'hold' then e.earnings - e.paid else 0 end),"
            + " sum(case when e.status in ('pending', 'paid') then e.earnings - e.paid else 0 end),"
            + " sum(case when e.status = 'processed' then e.earnings - e.paid else 0 end), sum(e.paid), max(h.next_at)"
            + " from " + ROWS + " e left join (" + PENDING + ") h on h.currency = e.currency"
            + " where e.mode = :mode group by e.currency order by e.currency";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return one for each currency that the partner earned in, in the order of their codes */
    public List<PartnerBalance> of(WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        List<?> rows = database.createNativeQuery(BALANCES).setParameter("workspace", workspaceId).setParameter("partner", partnerId)
                .setParameter("mode", mode.text()).setParameter("now", UtcTime.column(clock.instant())).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> {
            long pending = number(row[1]);
            return new PartnerBalance((String) row[0], pending, number(row[2]), number(row[3]) - pending, number(row[4]),
                    number(row[5]), time(row[6]));
        }).toList();
    }
}
