package org.conversions.stripe.inbox.waiting;

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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.conversions.customer.CustomerClicked;
import org.conversions.customer.CustomerIdentified;
import org.conversions.customer.CustomersMerged;
import org.conversions.exchange.RatesArrived;
import org.conversions.platform.BeforeCommit;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.stripe.connect.AccessChanged;
import org.conversions.stripe.connect.AccountConnected;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.inbox.InboxLimits;
import org.conversions.stripe.lookup.LookupKind;
import org.conversions.stripe.lookup.StripeAsked;
import org.conversions.stripe.payment.PaidSales;
import org.conversions.stripe.payment.PaymentMapped;
import org.conversions.stripe.promotion.DiscountsKnown;
import org.conversions.stripe.subscription.SubscriptionBegun;
import org.conversions.workspace.Workspaces;
import org.hibernate.Session;

/**
 * Notes what a transaction brings that events may wait for: in a row of its own, with the transaction, and touching none of the
 * events. After the commit {@link WakeWorker} looks who waits for it. So whoever brings something writes first and then looks,
 * and an event that began to wait, or to listen, before it was worked off reads after that: one of the two sees the other. An
 * event that begins to wait only as it is worked off is found by its own next attempt.
 */
@ApplicationScoped
public class WaitingRoom {

    /** The arrivals of a transaction. */
    private static final class Gathered {

        /** A session of its own: before the commit no component is at work by which a persistence unit could be looked up. */
        final Session session;
        final Arrivals arrivals = new Arrivals();
        final String id;
        boolean noted;

        Gathered(Session session, String id) {
            this.session = session;
            this.id = id;
        }
    }

    private static final String ARRIVAL = "arr";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;
    @Inject
    private WakeWorker worker;
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
            arrivals().customer(event.workspaceId(), event.stripeCustomerId());
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

    /** Wakes ends of the customer's other subscriptions: they did not see this one, nor this one them. */
    void subscription(@Observes SubscriptionBegun event) {
        arrived(event.workspaceId(), WaitingKey.stripeCustomer(event.stripeCustomerId()));
    }

    void payment(@Observes PaymentMapped event) {
        arrived(event.workspaceId(), WaitingKey.payment(event.paymentId()));
    }

    void discounts(@Observes DiscountsKnown event) {
        arrived(event.workspaceId(), WaitingKey.discounts(event.purchaseId()));
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
        String key = event.kind() == LookupKind.PAYMENT ? WaitingKey.payment(event.objectId())
                : event.kind() == LookupKind.DISCOUNTS ? WaitingKey.discounts(event.objectId()) : null;
        database.createNativeQuery("update stripe_event set explanation ="
                        + " left(concat(:sentence, ' (', waiting_for, '). ', :said), " + InboxLimits.EXPLANATION_MAX + ")"
                        + " where workspace_id = :workspace and mode = :mode and state = 'waiting' and reason = :reason and "
                        + (key != null ? "waiting_for" : "stripe_customer_id") + " = :name")
                .setParameter("sentence", event.kind().reason().sentence()).setParameter("said", event.said())
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("reason", event.kind().reason().text())
                .setParameter("name", key != null ? key : event.objectId())
                .executeUpdate();
    }

    /** Wakes events that wait for what Stripe knows, now that it can be asked. */
    void access(@Observes AccessChanged event) {
        database.createNativeQuery("update stripe_event set due_at = :now where workspace_id = :workspace and mode = :mode"
                        + " and state = 'waiting' and reason in (:reasons)")
                .setParameter("now", column(clock.instant())).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text())
                .setParameter("reasons", Stream.of(LookupKind.values()).map(LookupKind::reason).filter(Objects::nonNull).map(Reason::text).toList())
                .executeUpdate();
    }

    private void arrived(WorkspaceId workspaceId, String key) {
        arrivals().key(workspaceId, key);
    }

    private Arrivals arrivals() {
        return BeforeCommit.gather(transaction, Gathered.class, () -> new Gathered(database.unwrap(Session.class),
                Ids.next(ARRIVAL, clock)), WaitingRoom::note, this::ended).arrivals;
    }

    /** @return what is before the ids of all that came later */
    static String arrivalId(Instant at) {
        return ARRIVAL + '_' + Ids.sortable(at.toEpochMilli(), 0);
    }

    private static void note(Gathered gathered) {
        gathered.session.createNativeMutationQuery("insert into stripe_arrival (id, names) values (:id, :names)")
                .setParameter("id", gathered.id).setParameter("names", gathered.arrivals.text()).executeUpdate();
        gathered.noted = true;
    }

    private void ended(Gathered gathered, int status) {
        if (gathered.noted && status == Status.STATUS_COMMITTED) {
            worker.arrived(gathered.id, gathered.arrivals);
        }
    }
}
