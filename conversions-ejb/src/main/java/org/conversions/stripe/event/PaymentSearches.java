package org.conversions.stripe.event;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conversions.stripe.connect.AccessChanged;
import org.conversions.stripe.connect.PaymentAnswer;
import org.conversions.stripe.connect.PaymentAnswer.Found;
import org.conversions.stripe.connect.PaymentAnswer.PaidInvoice;
import org.conversions.stripe.connect.PaymentAnswer.PaidSession;
import org.conversions.stripe.connect.PaymentAnswer.Refused;
import org.conversions.stripe.connect.PaymentAnswer.Unavailable;
import org.conversions.stripe.connect.StripeGateway;
import org.conversions.workspace.Mode;

/**
 * Which payments Stripe is to be asked about, because an event waits for one whose purchase nobody has named. Written
 * in the transaction in which the event begins to wait; asked later and outside of any, by {@link PaymentSearchWorker}.
 */
@Stateless
public class PaymentSearches {

    /** Stripe may be telling us at this very moment, and is not asked what it tells anyway. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
    /** Not asked again sooner. Shorter than the longest pause between two looks at a waiting event, which asks again. */
    private static final Duration ANSWER_HOLDS = Duration.ofHours(5);
    /** How long an asker may take before another one, on another node perhaps, takes over. */
    private static final Duration ASKING_MAX = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);
    private static final int DOUBLINGS_MAX = 16;
    private static final int ANSWER_MAX = 500;
    private static final String PAYMENT = WaitingKey.payment("");

    /** A payment to ask about now. */
    public record Wanted(String connectionId, String workspaceId, Mode mode, String paymentId) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private StripeGateway gateway;
    @Inject
    private Payments payments;
    @Inject
    private Event<PaymentAsked> asked;

    /**
     * An event begins to wait, or waits on. If it waits for a payment that Stripe can be asked about and was not asked
     * about lately, it will be.
     *
     * @param waitingKey see {@link WaitingKey}
     * @return what came of it when Stripe was asked before, for people; null when there is nothing to say
     */
    public String wanted(String connectionId, String workspaceId, Mode mode, String waitingKey) {
        if (!waitingKey.startsWith(PAYMENT) || !gateway.canAsk(connectionId)) {
            return null;
        }
        String paymentId = waitingKey.substring(PAYMENT.length());
        Instant now = clock.instant();
        // Read without a lock first: whoever stores an answer has the row locked, and then wants that of the event.
        PaymentSearch search = database.find(PaymentSearch.class, new PaymentSearch.Key(connectionId, paymentId));
        if (search == null) {
            database.createNativeQuery("insert ignore into stripe_payment_search"
                            + " (connection_id, payment_id, workspace_id, mode, attempts, due_at)"
                            + " values (:connection, :payment, :workspace, :mode, 0, :due)")
                    .setParameter("connection", connectionId).setParameter("payment", paymentId)
                    .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                    .setParameter("due", column(now.plus(TOLD_WITHIN))).executeUpdate();
            return null;
        }
        if (search.dueAt == null
                && (search.answeredAt == null || !search.answeredAt.plus(ANSWER_HOLDS).isAfter(now))) {
            database.createQuery("update PaymentSearch s set s.dueAt = :now where s.connectionId = :connection"
                            + " and s.paymentId = :payment and s.dueAt is null")
                    .setParameter("now", now).setParameter("connection", connectionId)
                    .setParameter("payment", paymentId).executeUpdate();
        }
        return search.answer;
    }

    /** Takes the payment that has been due longest, for as long as an asker may take. @return empty when none is due */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Wanted> next() {
        Instant now = clock.instant();
        List<?> due = database.createNativeQuery("select connection_id, payment_id from stripe_payment_search"
                        + " where due_at > :longAgo and due_at <= :now order by due_at limit 1 for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(now)).getResultList();
        return due.stream().map(Object[].class::cast).findFirst().map(row -> {
            PaymentSearch search = database.find(PaymentSearch.class,
                    new PaymentSearch.Key((String) row[0], (String) row[1]));
            search.dueAt = now.plus(ASKING_MAX);
            return new Wanted(search.connectionId, search.workspaceId, Mode.of(search.mode), search.paymentId);
        });
    }

    /** Stores what Stripe said: a purchase as if Stripe had named it by itself, which wakes who waits for it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void answered(Wanted wanted, PaymentAnswer answer) {
        PaymentSearch search = database.find(PaymentSearch.class,
                new PaymentSearch.Key(wanted.connectionId(), wanted.paymentId()));
        Instant now = clock.instant();
        if (answer instanceof Unavailable) {
            search.dueAt = now.plus(pause(search.attempts));
            search.attempts++;
        } else {
            search.dueAt = null;
            search.attempts = 0;
            search.answeredAt = answer instanceof PaymentAnswer.NoKey ? null : now;
        }
        if (answer instanceof Found found) {
            remember(wanted, found);
        }
        String said = cut(said(answer));
        boolean news = said != null && !Objects.equals(said, search.answer);
        search.answer = said;
        if (news) {
            asked.fire(new PaymentAsked(wanted.workspaceId(), wanted.connectionId(), wanted.paymentId(), said));
        }
    }

    /**
     * Another key may open what the last one did not. Comes before whatever else observes it, so that searches are locked
     * before events, as everywhere.
     */
    public void again(@Observes @Priority(Interceptor.Priority.APPLICATION) AccessChanged changed) {
        database.createQuery("update PaymentSearch s set s.dueAt = :now, s.attempts = 0"
                        + " where s.connectionId = :connection and s.answer is not null")
                .setParameter("now", clock.instant()).setParameter("connection", changed.connectionId())
                .executeUpdate();
    }

    private void remember(Wanted wanted, Found found) {
        for (PaidInvoice invoice : found.invoices()) {
            payments.paid(wanted.workspaceId(), wanted.connectionId(), invoice.invoiceId(), invoice.amountPaid(),
                    wanted.paymentId());
        }
        for (PaidSession session : found.sessions()) {
            payments.paid(wanted.workspaceId(), wanted.connectionId(),
                    session.invoiceId() != null ? session.invoiceId() : session.sessionId(), null,
                    wanted.paymentId());
        }
    }

    private static String said(PaymentAnswer answer) {
        if (answer instanceof Unavailable unavailable) {
            return "Stripe could not be asked: " + unavailable.reason() + "; it will be asked again";
        } else if (answer instanceof Refused refused) {
            return "Stripe could not be asked: " + refused.reason();
        } else if (answer instanceof Found found && found.invoices().isEmpty() && found.sessions().isEmpty()) {
            return "Stripe was asked and names no invoice and no checkout that it paid for";
        }
        return null;
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private static String cut(String text) {
        return text == null || text.length() <= ANSWER_MAX ? text : text.substring(0, ANSWER_MAX);
    }
}
