package org.conversions.report.total;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.commission.CommissionStatus;
import org.conversions.commission.PartnerEarnings;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Reads what partners earned in all, by what became of it. */
@Stateless
public class PartnerEarningSums {

    /** The sums of each partner, mode, currency and status, in several rows: what was added up and what is not yet. */
    static final String ROWS = "(select s.partner_id, s.mode, s.currency, s.status, s.earnings, s.paid from statistics_partner s"
            + " where s.workspace_id = :workspace union all select d.partner_id, d.mode, d.currency, d.status, d.standing, d.paid"
            + " from statistics_earning_delta d where d.workspace_id = :workspace)";

    private static final String OF_PARTNERS = ROWS.replace("= :workspace", "= :workspace and {table}.partner_id in (:partners)")
            .replaceFirst("\\{table}", "s").replaceFirst("\\{table}", "d");

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return a partner's earnings by what became of them, by currency: commissions stay in the one they were earned in */
    public List<PartnerEarnings> byState(WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        NativeQuery<?> query = ofPartners("select e.currency,"
                + " sum(case when e.status = :hold then e.earnings - e.paid else 0 end),"
                + " sum(case when e.status in (:payable) then e.earnings - e.paid else 0 end), sum(e.paid)"
                + " from " + OF_PARTNERS + " e where e.mode = :mode group by e.currency order by e.currency",
                workspaceId, List.of(partnerId), mode).setParameter("hold", CommissionStatus.HOLD.text());
        return query.getResultList().stream().map(Object[].class::cast).map(row ->
                new PartnerEarnings((String) row[0], number(row[1]), number(row[2]), number(row[3]))).toList();
    }

    /** @return what each partner earned in each currency, by the partners' ids */
    public Map<PartnerId, List<PartnerTotals.Earned>> earned(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        Map<PartnerId, List<PartnerTotals.Earned>> earned = new HashMap<>();
        for (Object row : ofPartners("select e.partner_id, e.currency, sum(e.earnings),"
                + " sum(case when e.status in (:payable) then e.earnings - e.paid else 0 end)"
                + " from " + OF_PARTNERS + " e where e.mode = :mode group by e.partner_id, e.currency order by e.currency",
                workspaceId, partnerIds, mode).getResultList()) {
            Object[] columns = (Object[]) row;
            earned.computeIfAbsent(new PartnerId((String) columns[0]), partnerId -> new ArrayList<>())
                    .add(new PartnerTotals.Earned((String) columns[1], number(columns[2]), number(columns[3])));
        }
        return earned;
    }

    private NativeQuery<?> ofPartners(String sql, WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        return database.createNativeQuery(sql).unwrap(NativeQuery.class).setParameter("workspace", workspaceId)
                .setParameterList("partners", List.copyOf(partnerIds)).setParameter("mode", mode.text())
                .setParameterList("payable", CommissionStatus.PAYABLE.stream().map(CommissionStatus::text).toList());
    }
}
