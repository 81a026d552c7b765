package org.conversions.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.conversions.partner.PayoutMode;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Hands payouts of confirmed batches to what sends them, in the transaction of the caller. Each is handed out once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SentPayouts {

    private static final String WAITING = " where p.batchId = :batch and p.workspaceId = :workspace and p.status = :processing"
            + " and p.way = :internal and p.sending = false";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * Keeps a batch from being canceled until the commit.
     *
     * @return the partners whom it pays from here, and whom nobody is sending anything yet
     * @throws RequestRefused not found; conflict for a batch that is not confirmed
     */
    public List<PartnerId> waiting(WorkspaceId workspaceId, String batchId) {
        // Who cancels the batch locks it first, too.
        PayoutBatch batch = database.createQuery("select b from PayoutBatch b where b.workspaceId = :workspace and b.id = :batch",
                        PayoutBatch.class)
                .setParameter("workspace", workspaceId).setParameter("batch", batchId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst().orElseThrow(() -> PayoutBatches.unknown(batchId));
        if (batch.status != BatchStatus.CONFIRMED && batch.status != BatchStatus.COMPLETED) {
            throw RequestRefused.conflict("payout_batch_state", "Batch " + batchId + " is " + batch.status.text()
                    + ": only what is confirmed is sent.");
        }
        return database.createQuery("select p.partnerId from Payout p" + WAITING, PartnerId.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId)
                .setParameter("processing", PayoutStatus.PROCESSING).setParameter("internal", PayoutMode.INTERNAL).getResultList();
    }

    /** Takes the payouts of some of them. From then on nobody cancels these, or says what became of them, but who took them. */
    public List<PayoutView> take(WorkspaceId workspaceId, String batchId, Collection<PartnerId> partners) {
        List<Payout> taken = database.createQuery("select p from Payout p" + WAITING + " order by p.id", Payout.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId)
                .setParameter("processing", PayoutStatus.PROCESSING).setParameter("internal", PayoutMode.INTERNAL)
                .getResultList().stream().filter(payout -> partners.contains(payout.partnerId)).toList();
        taken.forEach(payout -> {
            payout.sending = true;
            payout.updatedAt = clock.instant();
        });
        return taken.stream().map(Payout::view).toList();
    }
}
