package org.conversions.report;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conversions.commission.CommissionStatus;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Lists partners by their figures. */
@Stateless
public class PartnerList {

    private static final String LINKS = " left join (select l.partner_id, sum(s.clicks) as clicks,"
            + " sum(s.leads) as leads, sum(s.conversions) as conversions,"
            + " sum(s.gross_amount - s.refunded_amount) as net from statistics_link s join link l on l.id = s.link_id"
            + " where l.workspace_id = :workspace and l.partner_id is not null and s.mode = 'live'"
            + " group by l.partner_id) f on f.partner_id = p.id";
    private static final String COMMISSIONS = " left join (select c.partner_id, sum(e.earnings) as earned"
            + " from commission c join commission_entry e on e.commission_id = c.id"
            + " where c.workspace_id = :workspace and c.mode = 'live'"
            + " and c.currency = (select w.currency from workspace w where w.id = :workspace)"
            + " group by c.partner_id) k on k.partner_id = p.id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Totals totals;

    /**
     * @return the ids of the partners, in order
     * @throws RequestRefused unprocessable for a cursor in another order than that of enrollment
     */
    public List<PartnerId> ids(WorkspaceId workspaceId, PartnerFilter filter, PartnerOrder order, boolean ascending,
                            Page page) {
        if (page.byCursor() && order.expression != null) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "startingAfter, endingBefore: only with sortBy createdAt");
        }
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = new Conditions("p.workspace_id = :workspace", workspaceId)
                .and("p.email = :email", "email", filter.email() == null ? null : filter.email().toLowerCase(Locale.ROOT))
                .and("n.tenant_id = :tenant", "tenant", filter.tenantId())
                .and("n.status = :status", "status", filter.status())
                .and("p.country = :country", "country", filter.country())
                .andContains("(lower(p.name) like :search escape '!' or p.email like :search escape '!')", "search",
                        filter.search())
                .and("p.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        String direction = ' ' + cursor.direction();
        NativeQuery<?> query = conditions.bind(database.createNativeQuery(
                "select p.id from partner p join enrollment n on n.partner_id = p.id"
                        + (order.needs('f') ? LINKS : "") + (order.needs('k') ? COMMISSIONS : "") + conditions.text()
                        + " order by " + (order.expression == null ? "" : "coalesce(" + order.expression + ", 0)" + direction + ", ")
                        + "p.id" + direction).unwrap(NativeQuery.class));
        return cursor.inOrder(query.setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultList().stream().map(id -> new PartnerId((String) id)).toList());
    }

    /** @return the totals of the partners, by id */
    public Map<PartnerId, PartnerTotals> totals(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        if (partnerIds.isEmpty()) {
            return Map.of();
        }
        Map<PartnerId, LinkFigures> links = totals.partnerFigures(workspaceId, partnerIds, mode);
        Map<PartnerId, List<PartnerTotals.Earned>> earned = new HashMap<>();
        List<?> rows = database.createNativeQuery("select c.partner_id, c.currency, sum(e.earnings),"
                        + " sum(case when c.status in (:payable) then e.earnings - e.paid else 0 end)"
                        + " from commission c join commission_entry e on e.commission_id = c.id"
                        + " where c.workspace_id = :workspace and c.partner_id in (:partners) and c.mode = :mode"
                        + " group by c.partner_id, c.currency order by c.currency")
                .setParameter("payable", CommissionStatus.PAYABLE.stream().map(CommissionStatus::text).toList())
                .setParameter("workspace", workspaceId).setParameter("partners", List.copyOf(partnerIds))
                .setParameter("mode", mode.text()).getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            earned.computeIfAbsent(new PartnerId((String) columns[0]), partnerId -> new ArrayList<>())
                    .add(new PartnerTotals.Earned((String) columns[1], number(columns[2]), number(columns[3])));
        }
        Map<PartnerId, PartnerTotals> totals = new HashMap<>();
        partnerIds.forEach(partnerId -> totals.put(partnerId, new PartnerTotals(
                links.getOrDefault(partnerId, LinkFigures.NONE), earned.getOrDefault(partnerId, List.of()))));
        return totals;
    }
}
