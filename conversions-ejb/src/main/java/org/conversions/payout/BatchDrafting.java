package org.conversions.payout;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.commission.BatchCommissions.Claim;
import org.conversions.commission.BatchCommissions.Claimed;
import org.conversions.commission.BatchCommissions;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.PayoutMode;
import org.conversions.partner.ProgramView;
import org.conversions.partner.Programs;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Drafts a batch in steps: each looks at some partners, in a transaction of its own, so that refunds never wait for all of it.
 * {@link BatchWorker} goes on with one that is broken off.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class BatchDrafting {

    /** Bounds the partners of one step. */
    private static final int PARTNERS_MAX = 200;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private BatchCommissions commissions;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private AuditTrail trail;

    /** @throws RequestRefused unprocessable for what cannot be; conflict when there is a draft of the currency */
    public String begin(WorkspaceId workspaceId, Instant cutoff, String currency) {
        ProgramView program = programs.get(workspaceId);
        Instant now = clock.instant();
        PayoutBatch batch = new PayoutBatch();
        batch.id = Ids.next("pb", clock);
        batch.workspaceId = workspaceId;
        batch.programId = program.id();
        batch.currency = currency == null ? program.currency() : currency;
        batch.cutoff = cutoff == null ? now : cutoff;
        PayoutRule.check(batch.cutoff, batch.currency, now);
        batch.status = BatchStatus.PREPARING;
        batch.draftKey = workspaceId.value() + ':' + batch.currency;
        refuseSecond(batch);
        batch.minPayoutAmount = batch.currency.equals(program.currency()) ? program.minPayoutAmount() : 0;
        batch.preparedTo = "";
        batch.dueAt = now.plus(BatchTurns.TURN);
        batch.createdAt = now;
        batch.createdBy = trail.acting();
        database.persist(batch);
        database.flush();
        trail.record(workspaceId, "payout_batch_drafted", batch.id, Map.of("currency", batch.currency, "cutoff", batch.cutoff.toString()));
        return batch.id;
    }

    private void refuseSecond(PayoutBatch batch) {
        database.createQuery("select b.id from PayoutBatch b where b.draftKey = :key and b.workspaceId = :workspace", String.class)
                .setParameter("key", batch.draftKey).setParameter("workspace", batch.workspaceId).getResultStream().findFirst()
                .ifPresent(draft -> {
                    throw RequestRefused.conflict("payout_batch_exists", "currency: there is a draft in " + batch.currency
                            + " already, " + draft + ": confirm or cancel it first");
                });
    }

    /**
     * Takes in what is due of the next partners.
     *
     * @return false when there are no more, and it is a draft
     * @throws RequestRefused conflict when it was canceled meanwhile
     */
    public boolean next(WorkspaceId workspaceId, String batchId) {
        PayoutBatch batch = database.find(PayoutBatch.class, batchId);
        List<PartnerView> some = partners.notBannedAfter(workspaceId, batch.programId, batch.preparedTo, PARTNERS_MAX);
        if (some.isEmpty()) {
            step(batch, "status = 'draft', due_at = null, drafted_payouts = payouts, drafted_amount = amount", Map.of());
            return false;
        }
        Claim claim = new Claim(workspaceId, batch.programId, batchId, batch.currency, batch.cutoff);
        List<PartnerId> ids = some.stream().map(PartnerView::id).toList();
        Map<PartnerId, Claimed> claimed = new HashMap<>(commissions.claim(claim, ids));
        List<PartnerId> unpaid = claimed.keySet().stream()
                .filter(partner -> !PayoutRule.isPaid(claimed.get(partner).amount(), batch.minPayoutAmount)).toList();
        commissions.release(claim, unpaid);
        unpaid.forEach(claimed::remove);
        PayoutMode way = programs.get(workspaceId).payoutMode();
        some.stream().filter(partner -> claimed.containsKey(partner.id())).forEach(partner ->
                database.persist(payout(batch, partner.id(), way.of(partner.tenantId() != null), claimed.get(partner.id()))));
        database.flush();
        commissions.keepParts(claim, claimed);
        step(batch, "prepared_to = :to, due_at = :due, payouts = payouts + :payouts, amount = amount + :amount", Map.of(
                "to", ids.get(ids.size() - 1), "due", column(clock.instant().plus(BatchTurns.TURN)), "payouts", claimed.size(),
                "amount", claimed.values().stream().mapToLong(Claimed::amount).sum()));
        return true;
    }

    private void step(PayoutBatch batch, String change, Map<String, ?> values) {
        var update = database.createNativeQuery("update payout_batch set " + change + " where id = :batch"
                        + " and workspace_id = :workspace and status = 'preparing' and prepared_to = :before")
                .setParameter("batch", batch.id).setParameter("workspace", batch.workspaceId).setParameter("before", batch.preparedTo);
        values.forEach(update::setParameter);
        if (update.executeUpdate() != 1) {
            throw RequestRefused.conflict("payout_batch_canceled", "Batch " + batch.id + " was canceled, or gone on with, while it was drafted.");
        }
    }

    private Payout payout(PayoutBatch batch, PartnerId partner, PayoutMode way, Claimed claimed) {
        Payout payout = new Payout();
        payout.id = Ids.next("po", clock);
        payout.workspaceId = batch.workspaceId;
        payout.partnerId = partner;
        payout.mode = Mode.LIVE;
        payout.currency = batch.currency;
        payout.batchId = batch.id;
        payout.status = PayoutStatus.PENDING;
        payout.way = way;
        payout.earned = claimed.earned();
        payout.absorbed = claimed.absorbed();
        payout.amount = claimed.amount();
        payout.drafted = claimed.amount();
        payout.commissions = claimed.commissions();
        payout.periodStart = claimed.first();
        payout.periodEnd = claimed.last();
        payout.createdAt = clock.instant();
        payout.updatedAt = payout.createdAt;
        return payout;
    }
}
