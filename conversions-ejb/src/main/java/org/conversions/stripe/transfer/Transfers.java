package org.conversions.stripe.transfer;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.payout.BatchPayouts;
import org.conversions.payout.PayoutView;
import org.conversions.payout.SentPayouts;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutMethod;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.work.Backoff;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.workspace.Mode;

/** The transfers of payouts, as they are written down: each step is a transaction, and Stripe is asked between them. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Transfers {

    /** The time after which another asker takes over, on another node perhaps. */
    static final Duration ASKING_MAX = Duration.ofMinutes(5);
    /** How long a transfer is tried that lacks money, or that Stripe cannot be asked about. */
    static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), 1);
    private static final int PROBLEM_MAX = 500;
    /** What Stripe answers to a transfer that cannot be: of the account, the amount or the currency. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 402, 404);
    /** What it answers while another request with the same key is at it. */
    private static final int BEING_MADE = 409;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SentPayouts payouts;
    @Inject
    private BatchPayouts outcomes;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private AuditTrail trail;

    /** A transfer to be made now. @param asked whether Stripe was asked for it before */
    record Due(ConnectionId connectionId, TransferView transfer, String key, boolean asked) {
    }

    /**
     * Sends the payouts of a batch whose partners have an account at Stripe. Asked again, it sends what was not sent yet.
     *
     * @return how many
     * @throws RequestRefused not found; conflict for a batch that is not confirmed, and without a key by which money can be sent
     */
    public int begin(WorkspaceId workspaceId, String batchId) {
        Map<PartnerId, PayoutAccount> there = profiles.accounts(workspaceId, payouts.waiting(workspaceId, batchId)).entrySet().stream()
                .filter(account -> account.getValue().method() == PayoutMethod.STRIPE)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (there.isEmpty()) {
            return 0;
        }
        ConnectionId connection = accesses.sending(workspaceId, Mode.LIVE).orElseThrow(() -> RequestRefused.conflict("stripe_key_missing",
                "There is no live connection to Stripe with a key of your own account, by which money could be sent."));
        List<PayoutView> taken = payouts.take(workspaceId, batchId, there.keySet());
        for (PayoutView payout : taken) {
            StripeTransfer transfer = new StripeTransfer();
            transfer.payoutId = payout.id();
            transfer.workspaceId = workspaceId;
            transfer.batchId = batchId;
            transfer.partnerId = payout.partnerId();
            transfer.connectionId = connection;
            transfer.accountId = there.get(payout.partnerId()).stripeAccount();
            transfer.amount = payout.amount();
            transfer.currency = payout.currency();
            transfer.state = TransferState.QUEUED;
            transfer.createdAt = clock.instant();
            transfer.dueAt = transfer.createdAt;
            database.persist(transfer);
        }
        trail.record(workspaceId, "payout_batch_sent", batchId, Map.of("payouts", taken.size(), "by", "stripe"));
        return taken.size();
    }

    /** @return the transfers of a batch */
    public List<TransferView> list(WorkspaceId workspaceId, String batchId, Page page) {
        return database.createQuery("select t from StripeTransfer t where t.batchId = :batch and t.workspaceId = :workspace"
                        + " order by t.payoutId", StripeTransfer.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).setFirstResult(page.offset())
                .setMaxResults(page.size()).getResultStream().map(StripeTransfer::view).toList();
    }

    /** Takes what has been due longest, for as long as an asker may take. @return empty when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Due> next() {
        List<?> rows = database.createNativeQuery("select t.* from stripe_transfer t where t.due_at > :longAgo and t.due_at <= :now"
                        + " order by t.due_at limit 1 for update skip locked", StripeTransfer.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return rows.stream().findFirst().map(StripeTransfer.class::cast).map(transfer -> {
            boolean asked = transfer.attempts > transfer.refusals;
            transfer.attempts++;
            transfer.dueAt = clock.instant().plus(ASKING_MAX);
            return new Due(transfer.connectionId, transfer.view(), transfer.key(), asked);
        });
    }

    /** Keeps what Stripe said, and what becomes of the payout by that: both, or neither, and then Stripe is asked again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void answered(Due due, StripeAnswer answer) {
        StripeTransfer transfer = database.find(StripeTransfer.class, due.transfer().payoutId(), LockModeType.PESSIMISTIC_WRITE);
        if (transfer.state != TransferState.QUEUED) {
            return; // somebody else took over and is done
        }
        if (answer instanceof StripeAnswer.Transferred made) {
            transfer.transferId = made.transferId();
            end(transfer, TransferState.SENT, "paid", null);
        } else if (answer instanceof StripeAnswer.Refused refused && FOR_GOOD.contains(refused.status())) {
            transfer.refusals = transfer.attempts;
            end(transfer, TransferState.FAILED, "failed", "Stripe did not make the transfer: " + refused.reason());
        } else {
            tryAgain(transfer, answer);
        }
    }

    private void tryAgain(StripeTransfer transfer, StripeAnswer answer) {
        Instant now = clock.instant();
        boolean refused = answer instanceof StripeAnswer.Unfunded
                || answer instanceof StripeAnswer.Refused refusal && refusal.status() != BEING_MADE;
        String problem = problem(answer);
        if (refused) {
            transfer.refusals = transfer.attempts;
        }
        // What may have been made is asked about until it is known.
        if (refused && transfer.createdAt.plus(TRIED_FOR).isBefore(now)) {
            end(transfer, TransferState.FAILED, "failed", "Stripe did not make the transfer: " + problem);
        } else {
            transfer.problem = cut(problem);
            transfer.dueAt = now.plus(AGAIN.pause(transfer.attempts - 1));
        }
    }

    private static String problem(StripeAnswer answer) {
        if (answer instanceof StripeAnswer.Unfunded unfunded) {
            return unfunded.reason();
        } else if (answer instanceof StripeAnswer.Refused refused) {
            return refused.reason();
        }
        return answer instanceof StripeAnswer.Unavailable unavailable ? "Stripe could not be asked: " + unavailable.reason()
                : "there is no key to ask Stripe with";
    }

    private void end(StripeTransfer transfer, TransferState state, String word, String reason) {
        transfer.state = state;
        transfer.problem = cut(reason);
        transfer.dueAt = null;
        outcomes.settle(transfer.workspaceId, transfer.batchId, transfer.payoutId, new BatchPayouts.Outcome(word, cut(reason),
                transfer.transferId));
    }

    /**
     * Keeps that a transfer was taken back in full: its payout came back.
     *
     * @return the payout; empty for a transfer that this server did not make
     */
    Optional<String> reversed(WorkspaceId workspaceId, String transferId) {
        List<StripeTransfer> found = database.createQuery("select t from StripeTransfer t where t.workspaceId = :workspace"
                        + " and t.transferId = :transfer", StripeTransfer.class)
                .setParameter("workspace", workspaceId).setParameter("transfer", transferId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        found.stream().filter(transfer -> transfer.state == TransferState.SENT)
                .forEach(transfer -> end(transfer, TransferState.REVERSED, "returned", "The transfer was reversed at Stripe."));
        return found.stream().map(transfer -> transfer.payoutId).filter(Objects::nonNull).findFirst();
    }

    private static String cut(String text) {
        return text == null || text.length() <= PROBLEM_MAX ? text : text.substring(0, PROBLEM_MAX);
    }
}
