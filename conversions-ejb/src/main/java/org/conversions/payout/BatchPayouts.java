package org.conversions.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.commission.BatchCommissions;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;

/** Keeps what became of each payout of a confirmed batch: it was paid, it failed, or it came back. */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class BatchPayouts {

    private static final int REASON_MAX = 500;
    private static final int TRACE_MAX = 190;
    /** The words of an operator. */
    private static final Map<String, PayoutStatus> WORDS = new TreeMap<>(Map.of("paid", PayoutStatus.COMPLETED,
            "failed", PayoutStatus.FAILED, "returned", PayoutStatus.RETURNED));

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private BatchCommissions commissions;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<PayoutFailed> failed;

    /**
     * What became of a payout.
     *
     * @param word   paid, failed or returned
     * @param reason why it failed or came back; may be null
     * @param traceId the name of the transfer where it was made; null keeps it
     */
    public record Outcome(String word, String reason, String traceId) {
    }

    /**
     * Settles the commissions of a payout that is paid, and makes those due again of one that failed or came back. The
     * commissions are locked before the payout, as by whoever changes one of them.
     *
     * @throws RequestRefused not found; unprocessable for a word, reason or trace that cannot be; conflict for what it cannot
     *         become by now: of two who say it at once, one is refused
     */
    public PayoutView decide(WorkspaceId workspaceId, String batchId, String payoutId, Outcome outcome) {
        return decide(workspaceId, batchId, payoutId, outcome, false);
    }

    /**
     * Does the same for what sends payouts, in the transaction of the caller: its word is the last of one that it sends.
     *
     * @return empty when the payout has become something else, which it can after it was paid only
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PayoutView> settle(WorkspaceId workspaceId, String batchId, String payoutId, Outcome outcome) {
        PayoutStatus wanted = read(outcome);
        commissions.lock(workspaceId, List.of(payoutId));
        return database.find(Payout.class, payoutId, LockModeType.PESSIMISTIC_WRITE).status.maybe(wanted)
                ? Optional.of(decide(workspaceId, batchId, payoutId, outcome, true)) : Optional.empty();
    }

    private PayoutView decide(WorkspaceId workspaceId, String batchId, String payoutId, Outcome outcome, boolean bySender) {
        if (database.createQuery("select p.id from Payout p where p.workspaceId = :workspace and p.id = :payout"
                        + " and p.batchId = :batch", String.class).setParameter("workspace", workspaceId)
                .setParameter("payout", payoutId).setParameter("batch", batchId).getResultList().isEmpty()) {
            throw RequestRefused.notFound("payout_not_found", "There is no payout " + payoutId + " in batch " + batchId + ".");
        }
        PayoutStatus wanted = read(outcome);
        commissions.lock(workspaceId, List.of(payoutId));
        Payout payout = database.find(Payout.class, payoutId, LockModeType.PESSIMISTIC_WRITE);
        if (!payout.status.maybe(wanted)) {
            throw RequestRefused.conflict("payout_state", "Payout " + payoutId + " is " + payout.status.text() + " and cannot be "
                    + outcome.word() + '.');
        }
        if (payout.sending && !bySender) {
            throw RequestRefused.conflict("payout_sending", "Payout " + payoutId + " is being sent: what becomes of it is said by the transfer.");
        }
        payout.sending = false;
        become(payout, wanted, outcome);
        PayoutView view = payout.view();
        trail.record(workspaceId, "payout_changed", payoutId, details(view, outcome));
        database.flush();
        switch (wanted) {
            case COMPLETED -> commissions.paid(workspaceId, List.of(payoutId));
            case FAILED -> commissions.free(workspaceId, List.of(payoutId));
            default -> commissions.returned(workspaceId, List.of(payoutId));
        }
        if (wanted != PayoutStatus.COMPLETED) {
            failed.fire(new PayoutFailed(workspaceId, view));
        }
        completeBatch(workspaceId, batchId);
        return view;
    }

    private void become(Payout payout, PayoutStatus wanted, Outcome outcome) {
        Instant now = clock.instant();
        payout.status = wanted;
        payout.updatedAt = now;
        payout.paidAt = wanted == PayoutStatus.COMPLETED ? now : payout.paidAt;
        payout.returnedAt = wanted == PayoutStatus.RETURNED ? now : null;
        payout.failureReason = wanted == PayoutStatus.COMPLETED ? null : outcome.reason();
        payout.traceId = outcome.traceId() == null ? payout.traceId : outcome.traceId();
        payout.person = trail.acting();
    }

    private static Map<String, Object> details(PayoutView view, Outcome outcome) {
        Map<String, Object> details = new TreeMap<>(Map.of("batch", view.batchId(), "to", outcome.word(), "amount", view.amount(),
                "currency", view.currency()));
        details.put("reason", outcome.reason());
        return details;
    }

    /** Who says the last thing of a batch completes it: the batch is locked after its payouts. */
    private void completeBatch(WorkspaceId workspaceId, String batchId) {
        PayoutBatch batch = database.find(PayoutBatch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
        if (batch.status == BatchStatus.CANCELED) {
            throw RequestRefused.conflict("payout_batch_state", "Batch " + batchId + " is canceled.");
        }
        if (batch.status == BatchStatus.CONFIRMED && database.createQuery("select p.id from Payout p where p.batchId = :batch"
                        + " and p.workspaceId = :workspace and p.status = :processing", String.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId)
                .setParameter("processing", PayoutStatus.PROCESSING).setMaxResults(1).getResultList().isEmpty()) {
            batch.status = BatchStatus.COMPLETED;
        }
    }

    private static PayoutStatus read(Outcome outcome) {
        PayoutStatus wanted = outcome.word() == null ? null : WORDS.get(outcome.word());
        if (wanted == null) {
            throw RequestRefused.unprocessable("field_value_unknown", "status: must be one of " + String.join(", ", WORDS.keySet()));
        }
        checkLength("reason", outcome.reason(), REASON_MAX);
        checkLength("traceId", outcome.traceId(), TRACE_MAX);
        return wanted;
    }

    private static void checkLength(String field, String text, int max) {
        if (text != null && text.length() > max) {
            throw RequestRefused.unprocessable("field_length_invalid", field + ": must have at most " + max + " characters");
        }
    }
}
