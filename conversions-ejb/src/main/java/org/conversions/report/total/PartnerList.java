package org.conversions.report.total;

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
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.statistics.PendingClicks;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Lists partners by their figures. */
@Stateless
public class PartnerList {

    private static final String OF_PARTNERS =
            "{link} in (select l.id from link l where l.workspace_id = :workspace and l.partner_id is not null)";
    private static final String COMMISSIONS = " left join (select e.partner_id, sum(e.earnings) as earned from "
            + PartnerEarningSums.ROWS + " e where e.mode = 'live'"
            + " and e.currency = (select w.currency from workspace w where w.id = :workspace)"
            + " group by e.partner_id) k on k.partner_id = p.id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Totals totals;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private PendingClicks pendingClicks;

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
                .and("n.group_id = :group", "group", filter.groupId())
                .and("p.id in (select v.partner_id from tagged_partner v where v.workspace_id = :workspace and v.tag_id = :tag)",
                        "tag", filter.tagId())
                .and("n.status = :status", "status", filter.status())
                .and("p.country = :country", "country", filter.country())
                .andContains("(lower(p.name) like :search escape '!' or p.email like :search escape '!')", "search",
                        filter.search())
                .and("p.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(LinkSums.ask(pendingClicks, workspaceId,
                sums -> ids(workspaceId, conditions, order, ' ' + cursor.direction(), page, sums)));
    }

    /** @return null when the figures of links have to be read anew */
    private List<PartnerId> ids(WorkspaceId workspaceId, Conditions conditions, PartnerOrder order, String direction, Page page,
                             LinkSums sums) {
        boolean byLinks = order.needs('f');
        String links = " left join (select l.partner_id, sum(s.clicks) as clicks, sum(s.leads) as leads,"
                + " sum(s.conversions) as conversions, sum(s.gross_amount - s.refunded_amount) as net from "
                + sums.rows(OF_PARTNERS) + " s join link l on l.id = s.link_id where s.mode = 'live'"
                + " group by l.partner_id) f on f.partner_id = p.id";
        NativeQuery<?> query = conditions.bind(database.createNativeQuery(
                "select p.id, " + (byLinks ? sums.pending() : "0") + " as pending"
                        + " from partner p join enrollment n on n.partner_id = p.id"
                        + (byLinks ? links : "") + (order.needs('k') ? COMMISSIONS : "") + conditions.text()
                        + " order by " + (order.expression == null ? "" : "coalesce(" + order.expression + ", 0)" + direction + ", ")
                        + "p.id" + direction).unwrap(NativeQuery.class));
        if (byLinks) {
            sums.bind(query, workspaceId);
        }
        List<PartnerId> ids = new ArrayList<>();
        for (Object row : query.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList()) {
            Object[] columns = (Object[]) row;
            if (byLinks && !sums.areStillThere(columns[1])) {
                return null;
            }
            ids.add(new PartnerId((String) columns[0]));
        }
        return ids;
    }

    /** @return the totals of the partners, by id */
    public Map<PartnerId, PartnerTotals> totals(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        if (partnerIds.isEmpty()) {
            return Map.of();
        }
        Map<PartnerId, LinkFigures> links = totals.partnerFigures(workspaceId, partnerIds, mode);
        Map<PartnerId, List<PartnerTotals.Earned>> earned = earnings.earned(workspaceId, partnerIds, mode);
        Map<PartnerId, PartnerTotals> totals = new HashMap<>();
        partnerIds.forEach(partnerId -> totals.put(partnerId, new PartnerTotals(
                links.getOrDefault(partnerId, LinkFigures.NONE), earned.getOrDefault(partnerId, List.of()))));
        return totals;
    }
}
