package org.conversions.report.customer;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Columns;

/** Reads the subscriptions of a customer, who may be several customers of Stripe. */
@Stateless
public class CustomerSubscriptions {

    private static final int SHOWN_MAX = 50;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    public List<Subscription> of(WorkspaceId workspaceId, CustomerId customerId) {
        List<?> rows = database.createNativeQuery("select s.subscription_id, s.status, s.status_at, s.cancel_at, s.ended_at, s.paid"
                        + " from stripe_customer k join stripe_subscription s on s.stripe_customer_id = k.stripe_customer_id"
                        + " and s.workspace_id = k.workspace_id and s.mode = k.mode"
                        + " where k.workspace_id = :workspace and k.customer_id = :customer order by s.subscription_id")
                .setParameter("workspace", workspaceId).setParameter("customer", customerId).setMaxResults(SHOWN_MAX).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Subscription((String) row[0], (String) row[1],
                Columns.time(row[2]), Columns.time(row[3]), Columns.time(row[4]), (Boolean) row[5])).toList();
    }
}
