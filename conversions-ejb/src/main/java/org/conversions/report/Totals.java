package org.conversions.report;

import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Reads totals. */
@Stateless
public class Totals {

    private static final String TOTALS = " sum(case when s.mode = 'live' then s.clicks else 0 end),"
            + " sum(case when s.mode = :mode then s.leads else 0 end),"
            + " sum(case when s.mode = :mode then s.conversions else 0 end),"
            + " sum(case when s.mode = :mode then s.sales else 0 end),"
            + " sum(case when s.mode = :mode then s.refunds else 0 end),"
            + " sum(case when s.mode = :mode then s.gross_amount else 0 end),"
            + " sum(case when s.mode = :mode then s.refunded_amount else 0 end),"
            + " max(s.last_clicked_at)";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the totals of the links that have any, by id */
    public Map<LinkId, LinkFigures> linkFigures(WorkspaceId workspaceId, Collection<LinkId> linkIds, Mode mode) {
        if (linkIds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("select s.link_id," + TOTALS
                        + " from statistics_link s join link l on l.id = s.link_id"
                        + " where l.workspace_id = :workspace and s.link_id in (:links) group by s.link_id")
                .setParameter("mode", mode.text()).setParameter("workspace", workspaceId)
                .setParameter("links", List.copyOf(linkIds)).getResultList();
        Map<LinkId, LinkFigures> figures = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put(new LinkId((String) columns[0]), totals(columns));
        }
        return figures;
    }

    /** @return the totals over all links of a partner */
    public LinkFigures partnerFigures(WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        return partnerFigures(workspaceId, List.of(partnerId), mode).getOrDefault(partnerId, LinkFigures.NONE);
    }

    /** @return the totals over all links of each partner that has any, by id */
    public Map<PartnerId, LinkFigures> partnerFigures(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        List<?> rows = database.createNativeQuery("select l.partner_id," + TOTALS
                        + " from statistics_link s join link l on l.id = s.link_id"
                        + " where l.workspace_id = :workspace and l.partner_id in (:partners) group by l.partner_id")
                .setParameter("mode", mode.text()).setParameter("workspace", workspaceId)
                .setParameter("partners", List.copyOf(partnerIds)).getResultList();
        Map<PartnerId, LinkFigures> figures = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put(new PartnerId((String) columns[0]), totals(columns));
        }
        return figures;
    }

    /** @return the totals of the buyers that bought, by id */
    public Map<CustomerId, CustomerFigures> customerFigures(WorkspaceId workspaceId, Collection<CustomerId> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("select s.customer_id, s.sales, s.refunds, s.gross_amount,"
                        + " s.refunded_amount, s.first_sale_at from statistics_customer s"
                        + " join customer c on c.id = s.customer_id"
                        + " where c.workspace_id = :workspace and s.customer_id in (:customers)")
                .setParameter("workspace", workspaceId).setParameter("customers", List.copyOf(customerIds))
                .getResultList();
        Map<CustomerId, CustomerFigures> figures = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put(new CustomerId((String) columns[0]), new CustomerFigures(number(columns[1]), number(columns[2]),
                    number(columns[3]), number(columns[4]), time(columns[5])));
        }
        return figures;
    }

    private static LinkFigures totals(Object[] columns) {
        return new LinkFigures(number(columns[1]), number(columns[2]), number(columns[3]), number(columns[4]),
                number(columns[5]), number(columns[6]), number(columns[7]), time(columns[8]));
    }
}
