package org.conversions.stripe.subscription;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.conversions.customer.AtStripe;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.UtcTime;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.object.Subscription;
import org.hibernate.query.NativeQuery;

/**
 * Remembers each subscription, how it stands and when it ended; together they say whether a buyer is lost. One that was
 * never paid for and never begun does not count.
 */
@Stateless
public class Subscriptions {

    /** After whoever counts the money. */
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;
    @Inject
    private Sales sales;

    /**
     * A buyer paid for a subscription. Told again, or after its end, it changes nothing. A buyer who is being marked as
     * lost at this very moment is looked at again by the end that does so.
     *
     * @param first whether it may be the payment that a subscription begins with, which nobody paid for before
     */
    public void bought(StripeEvent event, String subscriptionId, String stripeCustomerId, CustomerView buyer,
                       boolean first) {
        int changed = query(event, "insert ignore into stripe_subscription"
                        + " (workspace_id, mode, subscription_id, stripe_customer_id, paid)"
                        + " values (:workspace, :mode, :subscription, :customer, true)")
                .setParameter("subscription", subscriptionId)
                .setParameter("customer", stripeCustomerId).executeUpdate();
        if (changed == 0 && first) {
            changed = query(event, "update stripe_subscription set paid = true"
                            + " where workspace_id = :workspace and mode = :mode and subscription_id = :subscription and paid = false"
                            + " and ended_at is null")
                    .setParameter("subscription", subscriptionId)
                    .executeUpdate();
        }
        if (changed > 0 && buyer.subscriptionCanceledAt() != null) {
            churn(buyer.id());
        }
    }

    /**
     * Stripe told how a subscription stands. The newest status counts; an end stays an end.
     *
     * @param endedAt when it ended, or null when this event does not say so
     */
    public void told(StripeEvent event, Subscription subscription, Instant endedAt) {
        int added = query(event, "insert ignore into stripe_subscription (workspace_id, mode, subscription_id,"
                        + " stripe_customer_id, paid, status, status_at, cancel_at, ended_at) values (:workspace, :mode,"
                        + " :subscription, :customer, false, :status, :at, :cancelAt, :endedAt)")
                .setParameter("subscription", subscription.id())
                .setParameter("customer", subscription.customer()).setParameter("status", subscription.status())
                .setParameter("at", column(event.occurredAt()))
                .setParameter("cancelAt", column(subscription.cancelAt())).setParameter("endedAt", column(endedAt))
                .executeUpdate();
        if (added == 0) {
            query(event, "update stripe_subscription set status = :status, status_at = :at,"
                            + " cancel_at = :cancelAt where workspace_id = :workspace and mode = :mode"
                            + " and subscription_id = :subscription and (status_at is null or status_at < :at"
                            + " or status_at = :at and (status is null or status = 'incomplete'"
                            + " or :status <> 'incomplete' and status < :status))")
                    .setParameter("status", subscription.status()).setParameter("at", column(event.occurredAt()))
                    .setParameter("cancelAt", column(subscription.cancelAt()))
                    .setParameter("subscription", subscription.id())
                    .executeUpdate();
        }
        if (added == 0 && endedAt != null) {
            query(event, "update stripe_subscription set ended_at = :endedAt"
                            + " where workspace_id = :workspace and mode = :mode and subscription_id = :subscription")
                    .setParameter("endedAt", column(endedAt))
                    .setParameter("subscription", subscription.id()).executeUpdate();
        }
    }

    /** The buyer with the stand-in had subscriptions, which are the known one's. */
    public void move(@Observes CustomersMerged event) {
        churn(event.into().id());
    }

    /** A buyer who buys something else is not lost. */
    public void bought(@Observes @Priority(LAST) SaleRecorded event) {
        if (event.sale().standalone()) {
            churn(event.sale().customerId());
        }
    }

    /** The purchase turned out to be another one. */
    public void bought(@Observes @Priority(LAST) SaleCorrected event) {
        SaleView before = event.before();
        SaleView after = event.after();
        boolean another = before.standalone() != after.standalone() || !before.paidAt().equals(after.paidAt());
        if (another && (before.standalone() || after.standalone())) {
            churn(after.customerId());
        }
    }

    /**
     * Works out again whether a buyer is lost. One at a time for each buyer: subscriptions end and begin at the same
     * moment, and whoever comes last must see all of them.
     *
     * @return since when, or null
     */
    public Instant churn(String customerId) {
        Instant lostAt = null;
        AtStripe buyer = customers.atStripe(customerId);
        if (!ends(buyer).isEmpty()) {
            customers.lock(customerId);
            lostAt = ChurnPolicy.lostAt(ends(buyer), sales.lastStandaloneAt(customerId));
        }
        customers.churned(customerId, lostAt);
        return lostAt;
    }

    private List<Instant> ends(AtStripe buyer) {
        if (buyer.stripeCustomers().isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery("select s.ended_at as ended_at from stripe_subscription s"
                        + " where s.workspace_id = :workspace and s.mode = :mode and s.stripe_customer_id in (:names)"
                        + " and (s.paid = true or s.status is null"
                        + " or s.status not in ('incomplete', 'incomplete_expired')"
                        + " or s.ended_at is not null and s.status = 'incomplete')")
                .setParameter("workspace", buyer.workspaceId()).setParameter("mode", buyer.mode().text())
                .setParameter("names", buyer.stripeCustomers()).unwrap(NativeQuery.class)
                .addScalar("ended_at", LocalDateTime.class).getResultList();
        List<Instant> ends = new ArrayList<>();
        rows.forEach(row -> ends.add(UtcTime.instant((LocalDateTime) row)));
        return ends;
    }

    private Query query(StripeEvent event, String sql) {
        return database.createNativeQuery(sql).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text());
    }
}
