package org.conversions.payout;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.commission.BatchCommissions;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.query.NativeQuery;

/**
 * The steps by which a batch is confirmed or canceled. Each is a statement that says what the batch has to be, and whose count
 * is looked at: of two who ask at once, one is refused.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class BatchSteps {

    /** Bounds the payouts of one step. */
    private static final int PAYOUTS_MAX = 200;
    private static final String OF_BATCH = " where batch_id = :batch and workspace_id = :workspace";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private BatchCommissions commissions;
    @Inject
    private AuditTrail trail;

    /**
     * Confirms a draft. Payouts of which nothing is left are taken out.
     *
     * @throws RequestRefused not found; conflict when it is no draft, or nobody is paid by it
     */
    public void confirm(WorkspaceId workspaceId, String batchId) {
        int sent = database.createNativeQuery("update payout set status = 'processing', initiated_at = :now, updated_at = :now"
                        + OF_BATCH + " and status = 'pending' and amount > 0")
                .setParameter("now", column(clock.instant())).setParameter("batch", batchId).setParameter("workspace", workspaceId)
                .executeUpdate();
        List<String> nothing = open(workspaceId, batchId, List.of("pending"));
        if (!nothing.isEmpty()) {
            cancelPayouts(workspaceId, nothing);
        }
        int confirmed = database.createNativeQuery("update payout_batch set status = 'confirmed', draft_key = null, confirmed_at = :now,"
                        + " confirmed_by = :person, payouts = :payouts, amount = (select coalesce(sum(p.amount), 0)"
                        + " from payout p where p.batch_id = :batch and p.status = 'processing') where id = :batch"
                        + " and workspace_id = :workspace and status = 'draft'").unwrap(NativeQuery.class)
                .setParameter("now", column(clock.instant())).setParameter("person", trail.acting(), String.class)
                .setParameter("payouts", sent).setParameter("batch", batchId).setParameter("workspace", workspaceId).executeUpdate();
        if (confirmed != 1) {
            throw notSo(workspaceId, batchId, "confirmed");
        }
        if (sent == 0) {
            throw RequestRefused.conflict("payout_batch_empty", "Nobody is paid by batch " + batchId + ": cancel it.");
        }
        trail.record(workspaceId, "payout_batch_confirmed", batchId, Map.of("payouts", sent));
    }

    /**
     * Ends a batch; its payouts are canceled by {@link #cancelNext}.
     *
     * @throws RequestRefused not found; conflict when a payout of it was paid
     */
    public void cancel(WorkspaceId workspaceId, String batchId) {
        int canceled = database.createNativeQuery("update payout_batch set status = 'canceled', draft_key = null, canceled_at = :now,"
                        + " canceled_by = :person where id = :batch and workspace_id = :workspace"
                        + " and status in ('preparing', 'draft', 'confirmed')").unwrap(NativeQuery.class)
                .setParameter("now", column(clock.instant())).setParameter("person", trail.acting(), String.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).executeUpdate();
        if (canceled != 1) {
            throw notSo(workspaceId, batchId, "canceled");
        }
        if (!open(workspaceId, batchId, List.of("completed", "returned")).isEmpty()) {
            throw RequestRefused.conflict("payout_batch_paid", "Payouts of batch " + batchId
                    + " are paid: say of each of the others that it failed.");
        }
        if (!database.createNativeQuery("select p.id from payout p" + OF_BATCH + " and p.sending = true", String.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).setMaxResults(1).getResultList().isEmpty()) {
            throw RequestRefused.conflict("payout_sending", "Payouts of batch " + batchId + " are being sent: wait for what becomes of them.");
        }
        trail.record(workspaceId, "payout_batch_canceled", batchId, Map.of());
    }

    /** Makes due again what some payouts of a canceled batch have. @return false when there are no more */
    public boolean cancelNext(WorkspaceId workspaceId, String batchId) {
        List<String> some = open(workspaceId, batchId, List.of("pending", "processing"));
        if (!some.isEmpty()) {
            cancelPayouts(workspaceId, some);
        }
        return !some.isEmpty();
    }

    private void cancelPayouts(WorkspaceId workspaceId, List<String> payoutIds) {
        commissions.lock(workspaceId, payoutIds);
        database.createNativeQuery("update payout set status = 'canceled', updated_at = :now where id in (:payouts)"
                        + " and workspace_id = :workspace and status in ('pending', 'processing')")
                .setParameter("now", column(clock.instant())).setParameter("payouts", payoutIds)
                .setParameter("workspace", workspaceId).executeUpdate();
        commissions.free(workspaceId, payoutIds);
    }

    private List<String> open(WorkspaceId workspaceId, String batchId, List<String> statuses) {
        return database.createNativeQuery("select p.id from payout p where p.batch_id = :batch and p.workspace_id = :workspace"
                        + " and p.status in (:statuses) order by p.id", String.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).setParameter("statuses", statuses)
                .setMaxResults(PAYOUTS_MAX).getResultList();
    }

    /** @return why a batch cannot become so: it is not there, or something else by now */
    private RequestRefused notSo(WorkspaceId workspaceId, String batchId, String wanted) {
        return database.createQuery("select b.status from PayoutBatch b where b.id = :batch and b.workspaceId = :workspace",
                        BatchStatus.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).getResultStream().findFirst()
                .map(status -> RequestRefused.conflict("payout_batch_state", "Batch " + batchId + " is " + status.text()
                        + " and cannot be " + wanted + '.'))
                .orElseGet(() -> PayoutBatches.unknown(batchId));
    }
}
