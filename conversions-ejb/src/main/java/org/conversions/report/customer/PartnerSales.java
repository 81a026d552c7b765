package org.conversions.report.customer;

import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.total.CustomerFigures;

/** Adds up what customers bought by the links of one partner: what they bought by others' links is none of that partner's business. */
@Stateless
public class PartnerSales {

    private static final String OF_PARTNER = " join link l on l.id = s.link_id where s.customer_id in (:customers)"
            + " and s.workspace_id = :workspace and l.partner_id = :partner";
    private static final String SALES = "select s.customer_id, count(*), sum(s.amount), min(s.paid_at) from sale s" + OF_PARTNER
            + " group by s.customer_id";
    /** Sales and their corrections are in the amounts of the sales. */
    private static final String TAKEN_BACK = "select s.customer_id, sum(t.refunds), -sum(t.amount) from sale_entry t"
            + " join sale s on s.id = t.sale_id" + OF_PARTNER + " and t.kind not in ('sale', 'correction') group by s.customer_id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the totals of the customers that bought by the partner's links, by id */
    public Map<CustomerId, CustomerFigures> of(WorkspaceId workspaceId, PartnerId partnerId, Collection<CustomerId> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Object[]> takenBack = new HashMap<>();
        rows(TAKEN_BACK, workspaceId, partnerId, customerIds).forEach(row -> takenBack.put((String) row[0], row));
        Map<CustomerId, CustomerFigures> figures = new HashMap<>();
        rows(SALES, workspaceId, partnerId, customerIds).forEach(row -> {
            Object[] taken = takenBack.get((String) row[0]);
            Instant first = time(row[3]);
            figures.put(new CustomerId((String) row[0]), new CustomerFigures(number(row[1]), taken == null ? 0 : number(taken[1]),
                    number(row[2]), taken == null ? 0 : number(taken[2]), first));
        });
        return figures;
    }

    private List<Object[]> rows(String sql, WorkspaceId workspaceId, PartnerId partnerId, Collection<CustomerId> customerIds) {
        List<?> rows = database.createNativeQuery(sql).setParameter("customers", List.copyOf(customerIds))
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
