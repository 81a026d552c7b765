package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
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
import org.conversions.platform.BeforeCommit;
import org.conversions.platform.id.WorkspaceId;
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
 * just before the commit. An event that begins to wait at the very moment is found by its own next attempt.
 */
@ApplicationScoped
public class WaitingRoom {

    /** The arrivals of a transaction, by workspace: keys, and Stripe customers. */
    private static final class Arrivals {

        /** A session of its own: before the commit no component is at work by which a persistence unit could be looked up. */
        final Session session;
        final Map<WorkspaceId, Set<String>> keys = new TreeMap<>();
        final Map<WorkspaceId, Set<String>> customers = new TreeMap<>();
        final Set<String> accounts = new TreeSet<>();
        /** The workspaces that got exchange rates. */
        final Set<WorkspaceId> ratesOf = new TreeSet<>();
        /** True once {@link #arriving} counts them. */
        boolean announced;
        boolean woken;

        Arrivals(Session session) {
            this.session = session;
        }

        void each(Consumer<Arrival> action) {
            keys.forEach((workspace, arrived) -> arrived.forEach(key -> action.accept(new Arrival(workspace, key))));
        }
    }

    private record Arrival(WorkspaceId workspaceId, String key) {
    }

    /** The arrivals that transactions are about to commit, and how many of them. */
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
            // Events that wait for another of the customer's names can be placed as well.
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

    /** Wakes refunds of a corrected sale: the customer may have paid another sum in all than was thought. */
    void sale(@Observes SaleCorrected event) {
        payments.ofSale(event.after().workspaceId(), event.after().mode(), event.after().saleKey()).forEach(payment ->
                arrived(event.after().workspaceId(), WaitingKey.payment(payment)));
    }

    void payment(@Observes PaymentMapped event) {
        arrived(event.workspaceId(), WaitingKey.payment(event.paymentId()));
    }

    /** Wakes all events that wait for a rate; most will find theirs. */
    void rates(@Observes RatesArrived event) {
        arrivals().ratesOf.addAll(event.workspaceId().map(List::of).orElseGet(workspaces::ids));
    }

    /** Wakes events of the account within the waiting time: those that waited longer were given up unseen. */
    void account(@Observes AccountConnected event) {
        arrivals().accounts.add(WaitingKey.account(event.accountId(), event.mode()));
    }

    /** Explains waiting events for which nothing has come. */
    void asked(@Observes StripeAsked event) {
        boolean payment = event.kind() == LookupKind.PAYMENT;
        database.createNativeQuery("update stripe_event set explanation ="
                        + " left(concat(:sentence, ' (', waiting_for, '). ', :said), " + InboxLimits.EXPLANATION_MAX + ")"
                        + " where workspace_id = :workspace and mode = :mode and state = 'waiting' and reason = :reason and "
                        + (payment ? "waiting_for" : "stripe_customer_id") + " = :name")
                .setParameter("sentence", event.kind().reason().sentence()).setParameter("said", event.said())
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("reason", event.kind().reason().text())
                .setParameter("name", payment ? WaitingKey.payment(event.objectId()) : event.objectId())
                .executeUpdate();
    }

    /** Wakes events that wait for what Stripe knows, now that it can be asked. */
    void access(@Observes AccessChanged event) {
        database.createNativeQuery("update stripe_event set due_at = :now where workspace_id = :workspace and mode = :mode"
                        + " and state = 'waiting' and reason in (:reasons)")
                .setParameter("now", column(clock.instant())).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text())
                .setParameter("reasons", Stream.of(LookupKind.values()).map(kind -> kind.reason().text()).toList())
                .executeUpdate();
    }

    /** @return whether a transaction of this node is about to commit it and may have looked for listeners already */
    boolean isArriving(WorkspaceId workspaceId, String key) {
        return arriving.containsKey(new Arrival(workspaceId, key));
    }

    private void arrived(WorkspaceId workspaceId, String key) {
        arrivals().keys.computeIfAbsent(workspaceId, workspace -> new TreeSet<>()).add(key);
    }

    private Arrivals arrivals() {
        return BeforeCommit.gather(transaction, Arrivals.class, () -> new Arrivals(database.unwrap(Session.class)),
                this::wake, this::ended);
    }

    /** Wakes settled events that listen on, too, and those that were given up. */
    private void wake(Arrivals arrivals) {
        arrivals.announced = true;
        arrivals.each(arrival -> arriving.merge(arrival, 1, Integer::sum));
        arrivals.keys.forEach((workspace, keys) -> wakeNamed(arrivals, Set.of(workspace), "waiting_for in (:names)"
                + " and state in ('waiting', 'queued', 'processed', 'ignored', 'unmatched')", keys));
        arrivals.customers.forEach((workspace, customers) -> wakeNamed(arrivals, Set.of(workspace), "stripe_customer_id in (:names)"
                + " and state in ('waiting', 'unmatched')", customers));
        if (!arrivals.ratesOf.isEmpty()) {
            wakeNamed(arrivals, arrivals.ratesOf, "waiting_for in (:names) and state in ('waiting', 'queued', 'unmatched')",
                    Set.of(WaitingKey.EXCHANGE_RATE));
        }
        if (!arrivals.accounts.isEmpty()) {
            wakeNamed(arrivals, Set.of(), "workspace_id is null and waiting_for in (:names) and state = 'waiting'", arrivals.accounts);
        }
    }

    /** @param workspaceIds none for events that belong to no workspace */
    private void wakeNamed(Arrivals arrivals, Set<WorkspaceId> workspaceIds, String condition, Set<String> names) {
        MutationQuery wake = arrivals.session.createNativeMutationQuery("update stripe_event set due_at = :now, attempts = 0"
                        + " where " + (workspaceIds.isEmpty() ? "" : "workspace_id in (:workspaces) and ") + condition)
                .setParameter("now", column(clock.instant())).setParameter("names", names);
        if (!workspaceIds.isEmpty()) {
            wake.setParameter("workspaces", workspaceIds);
        }
        arrivals.woken |= wake.executeUpdate() > 0;
    }

    private void ended(Arrivals arrivals, int status) {
        if (arrivals.announced) {
            arrivals.each(arrival -> arriving.computeIfPresent(arrival, (key, count) -> count == 1 ? null : count - 1));
        }
        if (arrivals.woken && status == Status.STATUS_COMMITTED) {
            worker.wake();
        }
    }
}
