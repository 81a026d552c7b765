package org.conversions.report.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Columns;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;

/** Lists customers. */
@Stateless
public class CustomerList {

    /** The condition that a click {@code k} counts: a discount code brought the customer only for want of a click. */
    private static final String BROUGHT = " and (k.discount_code_id is null or not exists (select 1 from customer_click o"
            + " where o.customer_id = k.customer_id and o.discount_code_id is null))";

    private static final String FIGURES = " left join statistics_customer s on s.customer_id = c.id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;

    /** @throws RequestRefused unprocessable when the cursor is no customer of the workspace, unless by creation */
    public List<CustomerView> list(CustomerFilter filter, CustomerOrder order, boolean ascending, Page page) {
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = conditions(filter);
        StringBuilder sql = new StringBuilder("select c.id from customer c");
        String ordered = cursor.order("c.workspace_id", "c.mode", "c.id");
        String beyond = "c.id " + cursor.beyond() + " :cursor";
        if (order != CustomerOrder.CREATED_AT) {
            sql.append(FIGURES);
            ordered = cursor.order(order.expression, "c.id");
            beyond = "(" + order.expression + ' ' + cursor.beyond() + " m.stand or " + order.expression + " = m.stand and "
                    + beyond + ")";
            if (cursor.id() != null) {
                refuseUnknown(filter.workspaceId(), cursor.id());
                sql.append(" cross join (select ").append(order.expression).append(" as stand from customer c")
                        .append(FIGURES).append(" where c.id = :cursor) m");
            }
        }
        conditions.and(beyond, "cursor", cursor.id());
        sql.append(conditions.text()).append(" order by ").append(ordered);
        List<?> rows = conditions.bind(database.createNativeQuery(sql.toString()))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        List<CustomerId> ids = cursor.inOrder(rows.stream().map(id -> new CustomerId((String) id)).toList());
        Map<CustomerId, CustomerView> found = customers.byIds(filter.workspaceId(), ids);
        return ids.stream().map(found::get).toList();
    }

    /** @return the number of customers on all pages */
    public long count(CustomerFilter filter) {
        Conditions conditions = conditions(filter);
        return Columns.number(conditions.bind(database.createNativeQuery(
                "select count(*) from customer c" + conditions.text())).getSingleResult());
    }

    /**
     * @param first whether the first click of each is asked for, or else the last
     * @return the links that brought the customers, by the customers' ids
     */
    public Map<CustomerId, LinkId> linkIds(WorkspaceId workspaceId, Collection<CustomerId> customerIds, boolean first) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        String direction = first ? "" : " desc";
        List<?> rows = database.createNativeQuery("select k.customer_id, k.link_id from (select b.customer_id, b.link_id,"
                        + " row_number() over (partition by b.customer_id order by case when b.discount_code_id is null then 0 else 1 end,"
                        + " b.clicked_at" + direction
                        + ", b.click_id" + direction + ") as place from customer_click b"
                        + " join customer c on c.id = b.customer_id"
                        + " where c.workspace_id = :workspace and b.customer_id in (:customers)) k where k.place = 1")
                .setParameter("workspace", workspaceId).setParameter("customers", List.copyOf(customerIds))
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> new CustomerId((String) row[0]), row -> new LinkId((String) row[1])));
    }

    private static Conditions conditions(CustomerFilter filter) {
        return new Conditions("c.workspace_id = :workspace", filter.workspaceId())
                .and("c.mode = :mode", "mode", filter.mode().text())
                .and("c.merged_into is null and c.deleted_at is null")
                .and("c.email_key = :email", "email", Identity.emailKey(filter.email()))
                .and("c.external_id = :externalId", "externalId", filter.externalId())
                .and("c.country = :country", "country",
                        filter.country() == null ? null : filter.country().toUpperCase(Locale.ROOT))
                .andContains("(lower(c.name) like :search escape '!' or lower(c.email) like :search escape '!'"
                        + " or lower(c.external_id) like :search escape '!')", "search", filter.search())
                .and("exists (select 1 from customer_click k where k.customer_id = c.id and k.link_id = :link" + BROUGHT + ")", "link",
                        filter.linkId())
                .and("exists (select 1 from customer_click k join link l on l.id = k.link_id"
                        + " where k.customer_id = c.id and l.program_id = :program" + BROUGHT + ")", "program", filter.programId())
                .and("exists (select 1 from customer_click k join link l on l.id = k.link_id"
                        + " where k.customer_id = c.id and l.partner_id = :partner" + BROUGHT + ")", "partner", filter.partnerId());
    }

    /** Refuses a cursor that is no customer; a deleted one still marks the beginning of a page. */
    private void refuseUnknown(WorkspaceId workspaceId, String customerId) {
        CustomerId id = CustomerId.of(customerId);
        if (id == null || customers.byIds(workspaceId, List.of(id)).isEmpty()) {
            throw RequestRefused.unprocessable("customer_not_found",
                    "startingAfter, endingBefore: there is no customer " + customerId);
        }
    }
}
