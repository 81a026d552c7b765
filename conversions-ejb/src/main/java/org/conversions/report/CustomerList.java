package org.conversions.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;

/** Lists buyers. */
@Stateless
public class CustomerList {

    private static final String FIGURES = " left join statistics_customer s on s.customer_id = c.id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;

    /** @throws RequestRefused unprocessable when the cursor is no customer of the workspace, unless by creation */
    public List<CustomerView> list(CustomerFilter filter, CustomerOrder order, boolean ascending, Page page) {
        // A cursor walks in the direction of the list; before it the rows nearest to it are wanted, then turned round.
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        boolean up = ascending != backwards;
        String cursor = backwards ? page.endingBefore() : page.startingAfter();
        boolean byCreation = order == CustomerOrder.CREATED_AT;
        StringBuilder sql = new StringBuilder("select c.id from customer c").append(byCreation ? "" : FIGURES);
        Map<String, Object> parameters = new HashMap<>();
        String beyond = up ? " > " : " < ";
        if (cursor != null && !byCreation) {
            refuseUnknown(filter.workspaceId(), cursor);
            sql.append(" cross join (select ").append(order.expression).append(" as stand from customer c")
                    .append(FIGURES).append(" where c.id = :cursor) m");
        }
        conditions(sql, parameters, filter);
        condition(sql, parameters, byCreation ? " and c.id" + beyond + ":cursor"
                : " and (" + order.expression + beyond + "m.stand or " + order.expression + " = m.stand and c.id"
                        + beyond + ":cursor)", "cursor", cursor);
        String direction = up ? " asc" : " desc";
        sql.append(" order by ").append(byCreation ? "" : order.expression + direction + ", ").append("c.id")
                .append(direction);
        var query = database.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        List<String> ids = ((List<?>) query.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList())
                .stream().map(String.class::cast).collect(Collectors.toList());
        if (backwards) {
            Collections.reverse(ids);
        }
        Map<String, CustomerView> found = customers.byIds(filter.workspaceId(), ids);
        return ids.stream().map(found::get).toList();
    }

    /** @return how many there are, of all pages */
    public long count(CustomerFilter filter) {
        StringBuilder sql = new StringBuilder("select count(*) from customer c");
        Map<String, Object> parameters = new HashMap<>();
        conditions(sql, parameters, filter);
        var query = database.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }

    /**
     * @param first whether the first click of each is asked for, or else the last
     * @return the links that brought the buyers, by the buyers' ids
     */
    public Map<String, String> linkIds(String workspaceId, Collection<String> customerIds, boolean first) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        String direction = first ? "" : " desc";
        List<?> rows = database.createNativeQuery("select k.customer_id, k.link_id from (select b.customer_id, b.link_id,"
                        + " row_number() over (partition by b.customer_id order by b.clicked_at" + direction
                        + ", b.click_id" + direction + ") as place from customer_click b"
                        + " join customer c on c.id = b.customer_id"
                        + " where c.workspace_id = :workspace and b.customer_id in (:customers)) k where k.place = 1")
                .setParameter("workspace", workspaceId).setParameter("customers", List.copyOf(customerIds))
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private static void conditions(StringBuilder sql, Map<String, Object> parameters, CustomerFilter filter) {
        sql.append(" where c.workspace_id = :workspace and c.mode = :mode and c.merged_into is null"
                + " and c.deleted_at is null");
        parameters.put("workspace", filter.workspaceId());
        parameters.put("mode", filter.mode().text());
        condition(sql, parameters, " and c.email_key = :email", "email", Identity.emailKey(filter.email()));
        condition(sql, parameters, " and c.external_id = :externalId", "externalId", filter.externalId());
        condition(sql, parameters, " and c.country = :country", "country",
                filter.country() == null ? null : filter.country().toUpperCase(Locale.ROOT));
        condition(sql, parameters, " and (lower(c.name) like :search escape '!' or lower(c.email) like :search"
                + " escape '!' or lower(c.external_id) like :search escape '!')", "search", like(filter.search()));
        condition(sql, parameters, " and exists (select 1 from customer_click k where k.customer_id = c.id"
                + " and k.link_id = :link)", "link", filter.linkId());
        condition(sql, parameters, " and exists (select 1 from customer_click k join link l on l.id = k.link_id"
                + " where k.customer_id = c.id and l.program_id = :program)", "program", filter.programId());
        condition(sql, parameters, " and exists (select 1 from customer_click k join link l on l.id = k.link_id"
                + " where k.customer_id = c.id and l.partner_id = :partner)", "partner", filter.partnerId());
    }

    /** A deleted one still tells where the next page begins. */
    private void refuseUnknown(String workspaceId, String customerId) {
        if (customers.byIds(workspaceId, List.of(customerId)).isEmpty()) {
            throw RequestRefused.unprocessable("startingAfter, endingBefore: there is no customer " + customerId);
        }
    }

    private static void condition(StringBuilder sql, Map<String, Object> parameters, String condition, String name,
                                  String value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static String like(String search) {
        return search == null ? null : '%' + search.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + '%';
    }
}
