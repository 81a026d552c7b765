package org.conversions.stripe.event;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.conversions.conversion.SaleKind;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.platform.UtcTime;
import org.hibernate.query.NativeQuery;

/** Remembers each subscription that was paid for or has ended; together they say whether a buyer is lost. */
@Stateless
public class Subscriptions {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;

    /** A buyer has a subscription. Told again, or after its end, it changes nothing. */
    public void seen(StripeEvent event, String subscriptionId, String stripeCustomerId, CustomerView buyer) {
        int added = database.createNativeQuery("insert ignore into stripe_subscription"
                        + " (connection_id, subscription_id, stripe_customer_id)"
                        + " values (:connection, :subscription, :customer)")
                .setParameter("connection", event.connectionId()).setParameter("subscription", subscriptionId)
                .setParameter("customer", stripeCustomerId).executeUpdate();
        if (added > 0) {
            churn(buyer);
        }
    }

    public void ended(StripeEvent event, String subscriptionId, String stripeCustomerId, Instant at) {
        database.createNativeQuery("insert into stripe_subscription"
                        + " (connection_id, subscription_id, stripe_customer_id, ended_at)"
                        + " values (:connection, :subscription, :customer, :endedAt)"
                        + " on duplicate key update ended_at = values(ended_at)")
                .setParameter("connection", event.connectionId()).setParameter("subscription", subscriptionId)
                .setParameter("customer", stripeCustomerId).setParameter("endedAt", column(at)).executeUpdate();
    }

    /**
     * Works out again whether a buyer is lost. One at a time for each buyer: subscriptions end and begin at the same
     * moment, and whoever comes last must see all of them.
     *
     * @return since when, or null
     */
    public Instant churn(CustomerView customer) {
        Instant lostAt = null;
        if (!ends(customer).isEmpty()) {
            customers.lock(customer.id());
            lostAt = ChurnPolicy.lostAt(ends(customer), lastPurchase(customer.id()));
        }
        customers.churned(customer.id(), lostAt);
        return lostAt;
    }

    private List<Instant> ends(CustomerView customer) {
        List<?> rows = database.createNativeQuery("select s.ended_at as ended_at from stripe_subscription s"
                        + " join stripe_customer c on c.connection_id = s.connection_id"
                        + " and c.stripe_customer_id = s.stripe_customer_id where c.customer_id = :customer")
                .setParameter("customer", customer.id()).unwrap(NativeQuery.class)
                .addScalar("ended_at", LocalDateTime.class).getResultList();
        List<Instant> ends = new ArrayList<>();
        rows.forEach(row -> ends.add(UtcTime.instant((LocalDateTime) row)));
        return ends;
    }

    private Instant lastPurchase(String customerId) {
        Object last = database.createNativeQuery("select max(paid_at) as paid_at from sale"
                        + " where customer_id = :customer and kind = :kind")
                .setParameter("customer", customerId).setParameter("kind", SaleKind.ONE_TIME.text())
                .unwrap(NativeQuery.class).addScalar("paid_at", LocalDateTime.class).getSingleResult();
        return UtcTime.instant((LocalDateTime) last);
    }
}
