package org.conversions.stripe.event;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
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
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.UtcTime;
import org.hibernate.query.NativeQuery;

/**
 * Remembers each subscription, how it stands and when it ended; together they say whether a buyer is lost. One that was
 * never paid for and never begun does not count.
 */
@Stateless
public class Subscriptions {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;

    /** A buyer paid for a subscription. Told again, or after its end, it changes nothing. */
    public void bought(StripeEvent event, String subscriptionId, String stripeCustomerId, CustomerView buyer) {
        int changed = database.createNativeQuery("insert ignore into stripe_subscription"
                        + " (connection_id, subscription_id, stripe_customer_id, paid)"
                        + " values (:connection, :subscription, :customer, true)")
                .setParameter("connection", event.connectionId()).setParameter("subscription", subscriptionId)
                .setParameter("customer", stripeCustomerId).executeUpdate();
        if (changed == 0) {
            changed = database.createNativeQuery("update stripe_subscription set paid = true"
                            + " where connection_id = :connection and subscription_id = :subscription and paid = false")
                    .setParameter("connection", event.connectionId()).setParameter("subscription", subscriptionId)
                    .executeUpdate();
        }
        if (changed > 0) {
            churn(buyer);
        }
    }

    /**
     * Stripe told how a subscription stands. The newest status counts; an end stays an end.
     *
     * @param endedAt when it ended, or null when this event does not say so
     */
    public void told(StripeEvent event, Subscription subscription, Instant endedAt) {
        // The time comes last: MySQL assigns from left to right, and the conditions mean the time of before.
        String newer = "status_at is null or values(status_at) > status_at or values(status_at) = status_at"
                + " and values(status) > status";
        database.createNativeQuery("insert into stripe_subscription (connection_id, subscription_id,"
                        + " stripe_customer_id, paid, status, cancel_at, ended_at, status_at) values (:connection,"
                        + " :subscription, :customer, false, :status, :cancelAt, :endedAt, :at)"
                        + " on duplicate key update ended_at = coalesce(values(ended_at), ended_at),"
                        + " cancel_at = case when " + newer + " then values(cancel_at) else cancel_at end,"
                        + " status = case when " + newer + " then values(status) else status end,"
                        + " status_at = greatest(coalesce(status_at, values(status_at)), values(status_at))")
                .setParameter("connection", event.connectionId()).setParameter("subscription", subscription.id())
                .setParameter("customer", subscription.customer()).setParameter("status", subscription.status())
                .setParameter("cancelAt", column(subscription.cancelAt())).setParameter("endedAt", column(endedAt))
                .setParameter("at", column(event.occurredAt())).executeUpdate();
    }

    /** The buyer with the stand-in had subscriptions, which are the known one's. */
    public void move(@Observes CustomersMerged event) {
        churn(event.into());
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
                        + " and c.stripe_customer_id = s.stripe_customer_id where c.customer_id = :customer"
                        + " and (s.paid = true or s.ended_at is not null or s.status is null"
                        + " or s.status not in ('incomplete', 'incomplete_expired'))")
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
