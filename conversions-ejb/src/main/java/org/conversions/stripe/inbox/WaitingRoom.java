package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conversions.customer.CustomerClicked;
import org.conversions.customer.CustomerIdentified;
import org.conversions.customer.CustomersMerged;
import org.conversions.exchange.RatesArrived;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.stripe.connect.AccessChanged;
import org.conversions.stripe.connect.AccountConnected;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.lookup.LookupKind;
import org.conversions.stripe.lookup.StripeAsked;
import org.conversions.stripe.payment.PaymentMapped;
import org.conversions.stripe.payment.PaidSales;
import org.conversions.workspace.Workspaces;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * Wakes events when what they wait for has come, in the transaction that brought it: one statement for all of it,
 * just before the commit. An event that begins to wait at the very moment is found by its own next look.
 */
@ApplicationScoped
public class WaitingRoom {

    /** What has come in this transaction, by workspace: what is waited for by name, and Stripe customers. */
    private static final class Arrivals {
        final Map<String, Set<String>> keys = new TreeMap<>();
        final Map<String, Set<String>> customers = new TreeMap<>();
        final Set<String> accounts = new TreeSet<>();
    }

    private record Arrival(String workspaceId, String key) {
    }

    /** What transactions are about to commit, and how many of them. */
    private final Map<Arrival, Integer> arriving = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;
    @Inject
    private InboxWorker worker;
    @Inject
    private PaidSales payments;
    @Inject
    private Workspaces workspaces;

    void customer(@Observes CustomerIdentified event) {
        arrived(event.workspaceId(), WaitingKey.externalId(event.externalId()));
        if (event.email() != null) {
            arrived(event.workspaceId(), WaitingKey.email(event.email()));
        }
        if (event.stripeCustomerId() != null) {
            arrived(event.workspaceId(), WaitingKey.stripeCustomer(event.stripeCustomerId()));
            // Whoever waits for another of the buyer's names can be placed as well.
            arrivals().customers.computeIfAbsent(event.workspaceId(), workspace -> new TreeSet<>())
                    .add(event.stripeCustomerId());
        }
    }

    void clicks(@Observes CustomerClicked event) {
        arrived(event.workspaceId(), WaitingKey.clicks(event.customerId()));
    }

    void clicks(@Observes CustomersMerged event) {
        arrived(event.into().workspaceId(), WaitingKey.clicks(event.from()));
        arrived(event.into().workspaceId(), WaitingKey.clicks(event.into().id()));
    }

    void sale(@Observes SaleRecorded event) {
        arrived(event.sale().workspaceId(), WaitingKey.sale(event.sale().saleKey()));
    }

    /** What the buyer paid in all may be another sum than was thought when a part of it went back. */
    void sale(@Observes SaleCorrected event) {
        payments.ofSale(event.after().workspaceId(), event.after().mode(), event.after().saleKey()).forEach(payment ->
                arrived(event.after().workspaceId(), WaitingKey.payment(payment)));
    }

    void payment(@Observes PaymentMapped event) {
        arrived(event.workspaceId(), WaitingKey.payment(event.paymentId()));
    }

    /** Whoever waits for a rate looks again; most will find theirs. */
    void rates(@Observes RatesArrived event) {
        List<String> whose = event.workspaceId().isEmpty() ? workspaces.ids() : List.of(event.workspaceId());
        whose.forEach(workspace -> arrived(workspace, WaitingKey.EXCHANGE_RATE));
    }

    /** Within the waiting time: what waited longer was given up before anybody could see it. */
    void account(@Observes AccountConnected event) {
        arrivals().accounts.add(WaitingKey.account(event.accountId(), event.mode()));
    }

    /** Nothing has come, but who waits can say why. */
    void asked(@Observes StripeAsked event) {
        boolean payment = event.kind() == LookupKind.PAYMENT;
        database.createNativeQuery("update stripe_event set explanation ="
                        + " left(concat(:sentence, ' (', waiting_for, '). ', :said), " + StoredEvent.EXPLANATION_MAX + ")"
                        + " where workspace_id = :workspace and mode = :mode and state = 'waiting' and reason = :reason and "
                        + (payment ? "waiting_for" : "stripe_customer_id") + " = :name")
                .setParameter("sentence", event.kind().reason().sentence()).setParameter("said", event.said())
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("reason", event.kind().reason().code())
                .setParameter("name", payment ? WaitingKey.payment(event.objectId()) : event.objectId())
                .executeUpdate();
    }

    /** Whoever waits for what Stripe knows looks again, now that it can be asked. */
    void access(@Observes AccessChanged event) {
        database.createNativeQuery("update stripe_event set due_at = :now where workspace_id = :workspace and mode = :mode"
                        + " and state = 'waiting' and reason in (:reasons)")
                .setParameter("now", column(clock.instant())).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text())
                .setParameter("reasons", Stream.of(LookupKind.values()).map(kind -> kind.reason().code()).toList())
                .executeUpdate();
    }

    /** @return whether a transaction of this node is about to commit it and may have looked for listeners already */
    boolean isArriving(String workspaceId, String key) {
        return arriving.containsKey(new Arrival(workspaceId, key));
    }

    private void arrived(String workspaceId, String key) {
        arrivals().keys.computeIfAbsent(workspaceId, workspace -> new TreeSet<>()).add(key);
    }

    private Arrivals arrivals() {
        Arrivals arrivals = (Arrivals) transaction.getResource(Arrivals.class);
        if (arrivals == null) {
            arrivals = new Arrivals();
            transaction.putResource(Arrivals.class, arrivals);
            // Before the commit no component is at work whose persistence unit the entity manager could be looked up by.
            transaction.registerInterposedSynchronization(new Waking(arrivals, database.unwrap(Session.class)));
        }
        return arrivals;
    }

    private final class Waking implements Synchronization {

        private final Arrivals arrivals;
        private final Session session;
        private boolean woken;
        private boolean begun;

        Waking(Arrivals arrivals, Session session) {
            this.arrivals = arrivals;
            this.session = session;
        }

        @Override
        public void beforeCompletion() {
            begun = true;
            each(arrival -> arriving.merge(arrival, 1, Integer::sum));
            // What is settled but listens on is given another look, too, and so is what was given up.
            arrivals.keys.forEach((workspace, keys) -> wake(workspace, "waiting_for in (:names)"
                    + " and state in ('waiting', 'queued', 'processed', 'ignored', 'unmatched')", keys));
            arrivals.customers.forEach((workspace, customers) -> wake(workspace, "stripe_customer_id in (:names)"
                    + " and state in ('waiting', 'unmatched')", customers));
            if (!arrivals.accounts.isEmpty()) {
                wake(null, "workspace_id is null and waiting_for in (:names) and state = 'waiting'", arrivals.accounts);
            }
        }

        private void each(Consumer<Arrival> action) {
            arrivals.keys.forEach((workspace, keys) -> keys.forEach(key -> action.accept(new Arrival(workspace, key))));
        }

        private void wake(String workspaceId, String which, Set<String> names) {
            MutationQuery wake = session.createNativeMutationQuery("update stripe_event set due_at = :now, attempts = 0"
                            + " where " + (workspaceId == null ? "" : "workspace_id = :workspace and ") + which)
                    .setParameter("now", column(clock.instant())).setParameter("names", names);
            if (workspaceId != null) {
                wake.setParameter("workspace", workspaceId);
            }
            woken |= wake.executeUpdate() > 0;
        }

        @Override
        public void afterCompletion(int status) {
            if (begun) {
                each(arrival -> arriving.computeIfPresent(arrival, (key, count) -> count == 1 ? null : count - 1));
            }
            if (woken && status == Status.STATUS_COMMITTED) {
                worker.wake();
            }
        }
    }
}
