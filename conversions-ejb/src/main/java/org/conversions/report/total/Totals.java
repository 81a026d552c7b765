package org.conversions.report.total;

import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.PendingClicks;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Reads totals. */
@Stateless
public class Totals {

    private static final String TOTALS = " sum(case when s.mode = 'live' then s.clicks else 0 end) as clicks,"
            + " sum(case when s.mode = :mode then s.leads else 0 end) as leads,"
            + " sum(case when s.mode = :mode then s.conversions else 0 end) as conversions,"
            + " sum(case when s.mode = :mode then s.sales else 0 end) as sales,"
            + " sum(case when s.mode = :mode then s.refunds else 0 end) as refunds,"
            + " sum(case when s.mode = :mode then s.gross_amount else 0 end) as gross,"
            + " sum(case when s.mode = :mode then s.refunded_amount else 0 end) as refunded,"
            + " max(s.last_clicked_at) as last_clicked_at";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private PendingClicks pendingClicks;

    /** @return the totals of the links that have any, by id */
    public Map<LinkId, LinkFigures> linkFigures(WorkspaceId workspaceId, Collection<LinkId> linkIds, Mode mode) {
        return linkIds.isEmpty() ? Map.of()
                : figures(workspaceId, "s.link_id", "{link} in (:ids)", "", linkIds, LinkId::new, mode);
    }

    /** @return the totals over all links of a partner */
    public LinkFigures partnerFigures(WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        return partnerFigures(workspaceId, List.of(partnerId), mode).getOrDefault(partnerId, LinkFigures.NONE);
    }

    /** @return the totals over all links of each partner that has any, by id */
    public Map<PartnerId, LinkFigures> partnerFigures(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        return figures(workspaceId, "l.partner_id",
                "{link} in (select l.id from link l where l.workspace_id = :workspace and l.partner_id in (:ids))",
                " join link l on l.id = s.link_id", partnerIds, PartnerId::new, mode);
    }

    /** @param chosen see {@link LinkSums#rows} */
    private <I> Map<I, LinkFigures> figures(WorkspaceId workspaceId, String key, String chosen, String join, Collection<I> ids,
                                            Function<String, I> id, Mode mode) {
        return LinkSums.ask(pendingClicks, workspaceId, sums -> {
            NativeQuery<?> query = sums.bind(database.createNativeQuery("select r.*, " + sums.pending() + " as pending from (select "
                            + key + " as id," + TOTALS + " from " + sums.rows(chosen) + " s" + join + " group by " + key + ") r")
                    .unwrap(NativeQuery.class), workspaceId);
            Map<I, LinkFigures> figures = new HashMap<>();
            for (Object row : query.setParameter("mode", mode.text()).setParameterList("ids", List.copyOf(ids)).getResultList()) {
                Object[] columns = (Object[]) row;
                if (!sums.areStillThere(columns[columns.length - 1])) {
                    return null;
                }
                figures.put(id.apply((String) columns[0]), totals(columns));
            }
            return figures;
        });
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
