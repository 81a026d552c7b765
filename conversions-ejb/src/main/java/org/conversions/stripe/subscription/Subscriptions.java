package org.conversions.stripe.subscription;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.customer.AtStripe;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.CustomerId;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.object.Subscription;
import org.hibernate.query.NativeQuery;

/**
 * Remembers each subscription, its status and when it ended; together they say whether a customer is lost. One that was
 * never paid for and never begun does not count.
 */
@Stateless
public class Subscriptions {

    /** The priority after all observers that count the money. */
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;
    private static final String THE_ONE = " where workspace_id = :workspace and mode = :mode"
            + " and subscription_id = :subscription";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;
    @Inject
    private Customers customers;
    @Inject
    private Sales sales;
    @Inject
    private Event<SubscriptionBegun> begun;

    /**
     * Stores that a customer paid for a subscription. Reported again, or after its end, it changes nothing. A customer who is
     * being marked as lost at this very moment is looked at again: {@link SubscriptionBegun} wakes the end that does so.
     *
     * @param first whether it may be the payment that a subscription begins with, which was not paid for before
     */
    public void bought(StripeEvent event, String subscriptionId, String stripeCustomerId, CustomerView buyer,
                       boolean first) {
        Boolean paid = known(event).get(subscriptionId, names -> read(event, names));
        boolean changed = paid == null;
        if (changed) {
            StoredSubscription row = StoredSubscription.of(event, subscriptionId, stripeCustomerId);
            row.paid = true;
            database.persist(row);
        } else if (first && !paid) {
            changed = query(event, subscriptionId, "update stripe_subscription set paid = true" + THE_ONE
                    + " and paid = false and ended_at is null").executeUpdate() > 0;
        }
        if (changed) {
            known(event).put(subscriptionId, true);
            begun.fire(new SubscriptionBegun(event.workspaceId(), stripeCustomerId));
        }
        if (changed && buyer.subscriptionCanceledAt() != null) {
            churn(buyer.id());
        }
    }

    /** Says that a subscription may be paid for or reported soon: those that are known are read together then. */
    public void announce(StripeEvent event, String subscriptionId) {
        known(event).announce(Collections.singletonList(subscriptionId));
    }

    /** Tells of the subscriptions that the transaction knows whether they were paid for. */
    private KnownRows<String, Boolean> known(StripeEvent event) {
        return memory.of(StoredSubscription.class, event.workspaceId(), event.mode());
    }

    private Map<String, Boolean> read(StripeEvent event, List<String> subscriptionIds) {
        List<?> rows = database.createNativeQuery("select subscription_id, paid from stripe_subscription"
                        + " where workspace_id = :workspace and mode = :mode and subscription_id in (:subscriptions)")
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("subscriptions", subscriptionIds).unwrap(NativeQuery.class)
                .addScalar("subscription_id", String.class).addScalar("paid", Boolean.class)
                .addSynchronizedEntityClass(StoredSubscription.class).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row -> (Boolean) row[1]));
    }

    /**
     * Stores how a subscription stands. The newest status counts, see {@link SubscriptionStatus}; an end stays an end.
     *
     * @param endedAt when it ended, or null when this event does not say so
     */
    public void reported(StripeEvent event, Subscription subscription, Instant endedAt) {
        if (known(event).get(subscription.id(), names -> read(event, names)) == null) {
            StoredSubscription row = StoredSubscription.of(event, subscription.id(), subscription.customer());
            row.status = subscription.status();
            row.statusAt = event.occurredAt();
            row.cancelAt = subscription.cancelAt();
            row.endedAt = endedAt;
            database.persist(row);
            known(event).put(subscription.id(), false);
            return;
        }
        // Another event of the subscription may be at work: the one that locks later sees what the other one left.
        boolean newer = lockedStatus(event, subscription.id())
                .isReplacedBy(new SubscriptionStatus(subscription.status(), event.occurredAt()));
        if (newer) {
            query(event, subscription.id(), "update stripe_subscription set status = :status, status_at = :at,"
                            + " cancel_at = :cancelAt, ended_at = coalesce(:endedAt, ended_at)" + THE_ONE)
                    .setParameter("status", subscription.status()).setParameter("at", column(event.occurredAt()))
                    .setParameter("cancelAt", column(subscription.cancelAt()))
                    .setParameter("endedAt", column(endedAt)).executeUpdate();
        } else if (endedAt != null) {
            query(event, subscription.id(), "update stripe_subscription set ended_at = :endedAt" + THE_ONE)
                    .setParameter("endedAt", column(endedAt)).executeUpdate();
        }
    }

    private SubscriptionStatus lockedStatus(StripeEvent event, String subscriptionId) {
        Object[] row = (Object[]) query(event, subscriptionId, "select status, status_at from stripe_subscription" + THE_ONE
                        + " for update").unwrap(NativeQuery.class)
                .addScalar("status", String.class).addScalar("status_at", LocalDateTime.class).getSingleResult();
        return new SubscriptionStatus((String) row[0], UtcTime.instant((LocalDateTime) row[1]));
    }

    /** Gives the subscriptions of a customer with a placeholder to the known one. */
    public void move(@Observes CustomersMerged event) {
        churn(event.into().id());
    }

    /** Takes a customer back who buys something else. */
    public void bought(@Observes @Priority(LAST) SaleRecorded event) {
        if (event.sale().standalone()) {
            churn(event.sale().customerId());
        }
    }

    /** Follows a purchase that turned out to be another one. */
    public void bought(@Observes @Priority(LAST) SaleCorrected event) {
        SaleView before = event.before();
        SaleView after = event.after();
        boolean another = before.standalone() != after.standalone() || !before.paidAt().equals(after.paidAt());
        if (another && (before.standalone() || after.standalone())) {
            churn(after.customerId());
        }
    }

    /**
     * Works out again whether a customer is lost. One transaction at a time for each customer: subscriptions end and begin at
     * the same moment, and the last one must see all of them.
     *
     * @return since when, or null
     */
    public Instant churn(CustomerId customerId) {
        Instant lostAt = null;
        AtStripe buyer = customers.atStripe(customerId);
        boolean locked = customers.isLocked(customerId);
        List<Instant> ends = ends(buyer);
        if (!ends.isEmpty()) {
            customers.lock(customerId);
            lostAt = ChurnPolicy.lostAt(locked ? ends : ends(buyer), end -> sales.isStandaloneBoughtAfter(customerId, end));
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
                .addScalar("ended_at", LocalDateTime.class)
                .addSynchronizedEntityClass(StoredSubscription.class).getResultList();
        List<Instant> ends = new ArrayList<>();
        rows.forEach(row -> ends.add(UtcTime.instant((LocalDateTime) row)));
        return ends;
    }

    private Query query(StripeEvent event, String subscriptionId, String sql) {
        return database.createNativeQuery(sql).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text()).setParameter("subscription", subscriptionId);
    }
}
