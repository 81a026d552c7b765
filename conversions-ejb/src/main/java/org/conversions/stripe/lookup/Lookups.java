package org.conversions.stripe.lookup;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.work.Backoff;
import org.conversions.stripe.buyer.CustomerRetrieved;
import org.conversions.stripe.connect.AccessChanged;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.sale.Sales;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeAnswer.Found;
import org.conversions.stripe.api.StripeAnswer.PaidInvoice;
import org.conversions.stripe.api.StripeAnswer.PaidSession;
import org.conversions.stripe.object.StripeCustomerObject;
import org.conversions.stripe.object.MalformedObject;
import org.conversions.stripe.object.StripeObject;
import org.conversions.stripe.payment.PaidSales;
import org.conversions.stripe.promotion.StripeDiscounts;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * The questions for Stripe: an event waits for a payment whose purchase is not known, or for a customer who is not known. They
 * are written in the transaction in which the event begins to wait, and asked later and outside of any, by {@link LookupWorker}.
 */
@ApplicationScoped
@Transactional
public class Lookups {

    /** Stripe may be about to report it, and is not asked what it reports anyway. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(2);
    /** The time in which the same is not asked again. Shorter than the longest pause between two attempts at a waiting event, which asks again. */
    private static final Duration ANSWER_HOLDS = Duration.ofHours(5);
    /** The time after which another asker takes over, on another node perhaps. */
    private static final Duration ASKING_MAX = Duration.ofMinutes(5);
    private static final Backoff UNAVAILABLE = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10), 1);
    private static final int ANSWER_MAX = 500;

    /** A question to ask now. @param connectionId by which Stripe is asked */
    public record Wanted(ConnectionId connectionId, WorkspaceId workspaceId, Mode mode, LookupKind kind, String objectId) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private PaidSales payments;
    @Inject
    private StripeDiscounts discounts;
    @Inject
    private Sales sales;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Event<StripeAsked> asked;
    @Inject
    private Event<CustomerRetrieved> retrieved;

    /**
     * Has Stripe asked about what an event begins to wait for or waits on for, if it can be and was not lately.
     *
     * @param connectionId by which the event came in
     * @return what came of it when Stripe was asked before, for people; null when there is nothing to say
     */
    public String wanted(WorkspaceId workspaceId, Mode mode, ConnectionId connectionId, LookupSubject subject) {
        if (accesses.askable(workspaceId, mode, connectionId).isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        // Read without a lock first: a transaction that stores an answer has the row locked, and then wants that of the event.
        Lookup lookup = find(workspaceId, mode, subject.objectId());
        if (lookup == null) {
            database.createNativeQuery("insert ignore into stripe_lookup"
                            + " (workspace_id, mode, object_id, kind, connection_id, attempts, due_at)"
                            + " values (:workspace, :mode, :object, :kind, :connection, 0, :due)")
                    .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                    .setParameter("object", subject.objectId()).setParameter("kind", subject.kind().text())
                    .setParameter("connection", connectionId)
                    .setParameter("due", column(now.plus(REPORTED_WITHIN))).executeUpdate();
            return null;
        }
        if (lookup.dueAt == null && !lookup.settled
                && (lookup.answeredAt == null || !lookup.answeredAt.plus(ANSWER_HOLDS).isAfter(now))) {
            database.createQuery("update Lookup l set l.dueAt = :now where l.workspaceId = :workspace and l.mode = :mode"
                            + " and l.objectId = :object and l.dueAt is null")
                    .setParameter("now", now).setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                    .setParameter("object", subject.objectId()).executeUpdate();
        }
        return lookup.answer;
    }

    /**
     * Takes what has been due longest, payments first, for as long as an asker may take.
     *
     * @return empty when nothing is due
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Wanted> next() {
        return Stream.of(LookupKind.values()).map(this::next).flatMap(Optional::stream).findFirst();
    }

    private Optional<Wanted> next(LookupKind kind) {
        Instant now = clock.instant();
        List<?> due = database.createNativeQuery("select workspace_id, mode, object_id from stripe_lookup"
                        + " where kind = :kind and due_at > :longAgo and due_at <= :now order by due_at limit 1"
                        + " for update skip locked")
                .setParameter("kind", kind.text()).setParameter("longAgo", column(LONG_AGO))
                .setParameter("now", column(now)).getResultList();
        return due.stream().map(Object[].class::cast).findFirst().map(row -> {
            Lookup lookup = find(new WorkspaceId((String) row[0]), Mode.of((String) row[1]), (String) row[2]);
            lookup.dueAt = now.plus(ASKING_MAX);
            Mode mode = Mode.of(lookup.mode);
            return new Wanted(accesses.askable(lookup.workspaceId, mode, lookup.connectionId)
                    .orElse(lookup.connectionId), lookup.workspaceId, mode, kind, lookup.objectId);
        });
    }

    /** Stores what Stripe said, as if it had reported it by itself, which wakes the events that wait for it. */
    @RetryOnConflict
    @Transactional(TxType.REQUIRES_NEW)
    public void answered(Wanted wanted, StripeAnswer answer) {
        Lookup lookup = find(wanted.workspaceId(), wanted.mode(), wanted.objectId());
        Instant now = clock.instant();
        if (answer instanceof StripeAnswer.Unavailable) {
            lookup.dueAt = now.plus(UNAVAILABLE.pause(lookup.attempts));
            lookup.attempts++;
        } else {
            lookup.dueAt = null;
            lookup.attempts = 0;
            lookup.answeredAt = answer instanceof StripeAnswer.NoKey ? null : now;
        }
        String said = null;
        if (answer instanceof Found found) {
            remember(wanted, found);
            said = LookupWords.of(found);
        } else if (answer instanceof StripeAnswer.Discounts used) {
            lookup.settled = true;
            discounts.remember(wanted.workspaceId(), wanted.mode(), wanted.objectId(), used.codes());
            said = LookupWords.of(used);
        } else if (answer instanceof StripeAnswer.Unknown) {
            said = LookupWords.NO_PURCHASE;
        } else if (answer instanceof StripeAnswer.Fee fee) {
            lookup.settled = true;
            sales.keepFee(wanted.workspaceId(), wanted.mode(), FeeQuestions.saleKey(wanted.objectId()), fee.share());
        } else if (answer instanceof StripeAnswer.Customer customer) {
            lookup.settled = true;
            said = customer(wanted, customer.object());
        } else {
            said = LookupWords.ofNoAnswer(answer);
        }
        said = cut(said);
        boolean isNew = said != null && !Objects.equals(said, lookup.answer);
        lookup.answer = said;
        if (isNew && wanted.kind().reason() != null) {
            asked.fire(new StripeAsked(wanted.workspaceId(), wanted.mode(), wanted.kind(), wanted.objectId(), said));
        }
    }

    /**
     * Asks again, because another key may open what the last one did not. It comes before all other observers, so that lookups
     * are locked before events, as everywhere.
     */
    void again(@Observes @Priority(Interceptor.Priority.APPLICATION) AccessChanged changed) {
        database.createQuery("update Lookup l set l.dueAt = :now, l.attempts = 0, l.settled = false"
                        + " where l.workspaceId = :workspace and l.mode = :mode and l.answer is not null")
                .setParameter("now", clock.instant()).setParameter("workspace", changed.workspaceId())
                .setParameter("mode", changed.mode().text()).executeUpdate();
    }

    private Lookup find(WorkspaceId workspaceId, Mode mode, String objectId) {
        return database.find(Lookup.class, new Lookup.Key(workspaceId, mode.text(), objectId));
    }

    private void remember(Wanted wanted, Found found) {
        for (PaidInvoice invoice : found.invoices()) {
            payments.paid(wanted.workspaceId(), wanted.mode(), invoice.invoiceId(), invoice.amountPaid(),
                    wanted.objectId());
        }
        for (PaidSession session : found.sessions()) {
            payments.paid(wanted.workspaceId(), wanted.mode(),
                    session.invoiceId() != null ? session.invoiceId() : session.sessionId(), null,
                    wanted.objectId());
        }
    }

    /** @return what there is to say, for people */
    private String customer(Wanted wanted, JsonNode object) {
        if (object == null) {
            return LookupWords.NO_CUSTOMER;
        }
        try {
            StripeCustomerObject buyer = StripeCustomerObject.of(new StripeObject(object));
            boolean byEmail = buyer.email() != null && workspaces.get(wanted.workspaceId()).stripe().matchByEmail();
            if (!buyer.tracking().isEmpty() || byEmail) {
                retrieved.fire(new CustomerRetrieved(wanted.workspaceId(), wanted.mode(), wanted.connectionId(), object));
            }
            return LookupWords.of(buyer);
        } catch (MalformedObject e) {
            return LookupWords.malformed(e);
        }
    }

    private static String cut(String text) {
        return text == null || text.length() <= ANSWER_MAX ? text : text.substring(0, ANSWER_MAX);
    }
}
