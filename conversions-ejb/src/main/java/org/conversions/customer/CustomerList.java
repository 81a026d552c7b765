package org.conversions.customer;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;

/** Lists buyers. */
@Stateless
public class CustomerList {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @throws RequestRefused unprocessable when a cursor is given with an order other than by creation */
    public List<CustomerView> list(CustomerFilter filter, CustomerOrder order, boolean ascending, Page page) {
        if (page.byCursor() && order != CustomerOrder.CREATED_AT) {
            throw RequestRefused.unprocessable("startingAfter, endingBefore: only with sortBy createdAt");
        }
        StringBuilder sql = new StringBuilder("select c.id from customer c"
                + " left join statistics_customer s on s.customer_id = c.id"
                + " where c.workspace_id = :workspace and c.mode = :mode and c.merged_into is null");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("workspace", filter.workspaceId());
        parameters.put("mode", filter.mode().text());
        condition(sql, parameters, " and c.email_key = :email", "email", Identity.emailKey(filter.email()));
        condition(sql, parameters, " and c.external_id = :externalId", "externalId", filter.externalId());
        condition(sql, parameters, " and c.country = :country", "country", filter.country());
        condition(sql, parameters, " and (lower(c.name) like :search escape '!' or lower(c.email) like :search"
                + " escape '!' or lower(c.external_id) like :search escape '!')", "search", like(filter.search()));
        condition(sql, parameters, " and exists (select 1 from customer_click k where k.customer_id = c.id"
                + " and k.link_id = :link)", "link", filter.linkId());
        condition(sql, parameters, " and exists (select 1 from customer_click k join link l on l.id = k.link_id"
                + " where k.customer_id = c.id and l.partner_id = :partner)", "partner", filter.partnerId());
        // A cursor walks in the direction of the list; before it the rows nearest to it are wanted, then turned round.
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        boolean up = ascending != backwards;
        condition(sql, parameters, " and c.id " + (up ? ">" : "<") + " :cursor", "cursor",
                backwards ? page.endingBefore() : page.startingAfter());
        String direction = up ? " asc" : " desc";
        sql.append(" order by ").append(order.expression).append(direction)
                .append(order == CustomerOrder.CREATED_AT ? "" : ", c.id" + direction);
        var query = database.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        List<String> ids = ((List<?>) query.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList())
                .stream().map(String.class::cast).collect(Collectors.toList());
        if (backwards) {
            Collections.reverse(ids);
        }
        Map<String, CustomerView> found = byIds(filter.workspaceId(), ids);
        return ids.stream().map(found::get).toList();
    }

    /** @return the buyers with these ids, by id; ids of other workspaces are left out */
    public Map<String, CustomerView> byIds(String workspaceId, Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.id in :ids",
                        Customer.class)
                .setParameter("workspace", workspaceId).setParameter("ids", List.copyOf(customerIds))
                .getResultStream().map(Customer::view)
                .collect(Collectors.toMap(CustomerView::id, Function.identity()));
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
