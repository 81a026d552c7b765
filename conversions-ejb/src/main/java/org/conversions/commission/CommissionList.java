package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/** Lists commissions with what their entries add up to. */
@Stateless
public class CommissionList {

    private record Sums(long amount, long earnings, long paid) {
    }

    private static final String NOBODY = "";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Partners partners;

    /**
     * @return without those that credit another partner by now, unless canceled ones are asked for
     * @throws RequestRefused unprocessable when a cursor is given with the order by amount
     */
    public List<CommissionView> list(CommissionFilter filter, boolean byAmount, boolean ascending, Page page) {
        if (page.byCursor() && byAmount) {
            throw RequestRefused.unprocessable("startingAfter, endingBefore: only with sortBy createdAt");
        }
        String tenant = filter.tenantId() == null ? null
                : partners.byTenantId(filter.workspaceId(), filter.tenantId()).map(PartnerView::id).orElse(NOBODY);
        StringBuilder sql = new StringBuilder("select c.id, sum(e.amount), sum(e.earnings), sum(e.paid)"
                + " from commission c join commission_entry e on e.commission_id = c.id"
                + " where c.workspace_id = :workspace and c.mode = :mode");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("workspace", filter.workspaceId());
        parameters.put("mode", filter.mode().text());
        condition(sql, parameters, " and c.type = :type", "type", filter.type());
        condition(sql, parameters, " and c.status = :status", "status", filter.status());
        condition(sql, parameters, " and c.customer_id = :customer", "customer", filter.customerId());
        condition(sql, parameters, " and c.partner_id = :partner", "partner", filter.partnerId());
        condition(sql, parameters, " and c.invoice_id = :invoice", "invoice", filter.invoiceId());
        condition(sql, parameters, " and c.partner_id = :tenant", "tenant", tenant);
        condition(sql, parameters, " and c.occurred_at >= :since", "since", column(filter.start()));
        condition(sql, parameters, " and c.occurred_at < :until", "until", column(filter.end()));
        if (!CommissionStatus.CANCELED.text().equals(filter.status())) {
            // What was credited for a while only, because not all was known yet, is history and no commission:
            // whoever wants to see it asks for what is canceled.
            sql.append(" and (c.earned <> 0 or c.manual_status is not null or c.paid_at is not null)");
        }
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        boolean up = ascending != backwards;
        condition(sql, parameters, " and c.id " + (up ? ">" : "<") + " :cursor", "cursor",
                backwards ? page.endingBefore() : page.startingAfter());
        String direction = up ? " asc" : " desc";
        sql.append(" group by c.id order by ").append(byAmount ? "2" + direction + ", " : "").append("1")
                .append(direction);
        var query = database.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        Map<String, Sums> sums = new LinkedHashMap<>();
        for (Object row : query.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList()) {
            Object[] columns = (Object[]) row;
            sums.put((String) columns[0], new Sums(number(columns[1]), number(columns[2]), number(columns[3])));
        }
        List<CommissionView> views = views(filter.workspaceId(), sums);
        if (backwards) {
            Collections.reverse(views);
        }
        return views;
    }

    /** @return the commission; empty when the workspace has no such one that a key of this mode reaches */
    public Optional<CommissionView> byId(String workspaceId, Mode by, String id) {
        Object[] sums = database.createQuery("select sum(e.amount), sum(e.earnings), sum(e.paid) from CommissionEntry e"
                        + " join Commission c on c.id = e.commissionId"
                        + " where e.workspaceId = :workspace and e.commissionId = :id and c.mode in :modes", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("id", id).setParameter("modes", by.reached()).getSingleResult();
        return sums[0] == null ? Optional.empty() : views(workspaceId, Map.of(id,
                new Sums(number(sums[0]), number(sums[1]), number(sums[2])))).stream().findFirst();
    }

    /** @return what became of what a partner has earned, by currency: commissions stay in the one they were earned in */
    public List<PartnerEarnings> earningsByState(String workspaceId, String partnerId, Mode mode) {
        return database.createQuery("select c.currency,"
                        + " coalesce(sum(case when c.status = :hold then e.earnings - e.paid else 0 end), 0),"
                        + " coalesce(sum(case when c.status in :payable then e.earnings - e.paid else 0 end), 0),"
                        + " coalesce(sum(e.paid), 0)"
                        + " from Commission c join CommissionEntry e on e.commissionId = c.id"
                        + " where c.workspaceId = :workspace and c.partnerId = :partner and c.mode = :mode"
                        + " group by c.currency order by c.currency", Object[].class)
                .setParameter("hold", CommissionStatus.HOLD.text())
                .setParameter("payable", CommissionStatus.PAYABLE.stream().map(CommissionStatus::text).toList())
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId)
                .setParameter("mode", mode.text()).getResultStream()
                .map(row -> new PartnerEarnings((String) row[0], number(row[1]), number(row[2]), number(row[3]))).toList();
    }

    private List<CommissionView> views(String workspaceId, Map<String, Sums> sums) {
        List<CommissionView> views = new ArrayList<>();
        if (sums.isEmpty()) {
            return views;
        }
        Map<String, Commission> rows = database.createQuery("select c from Commission c"
                        + " where c.workspaceId = :workspace and c.id in :ids", Commission.class)
                .setParameter("workspace", workspaceId).setParameter("ids", List.copyOf(sums.keySet()))
                .getResultStream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        sums.forEach((id, sum) -> {
            Commission row = rows.get(id);
            views.add(new CommissionView(id, row.type, sum.amount(), sum.earnings(), row.earned, sum.paid(),
                    row.currency, row.status, row.quantity, row.invoiceId, row.partnerId, row.customerId, row.saleId,
                    row.leadId, row.occurredAt, row.createdAt, row.updatedAt, row.paidAt));
        });
        return views;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static void condition(StringBuilder sql, Map<String, Object> parameters, String condition, String name,
                                  Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }
}
