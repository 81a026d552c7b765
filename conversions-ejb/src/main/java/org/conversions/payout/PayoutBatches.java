package org.conversions.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/**
 * Drafts, shows, confirms and cancels batches of payouts, step by step: each step is a transaction. What a call cannot do in
 * some seconds is left to {@link BatchWorker}.
 */
@ApplicationScoped
public class PayoutBatches {

    private static final Duration CALL_MAX = Duration.ofSeconds(10);

    @Inject
    private BatchDrafting drafting;
    @Inject
    private BatchSteps steps;
    @Inject
    private BatchList batches;
    @Inject
    private BatchTurns turns;

    /**
     * Drafts a batch of what is due. It is still being prepared when there is more than a call can do.
     *
     * @param cutoff   what is due until then; null for now. What partners owe is taken in whenever that was
     * @param currency in small letters; null for the program's
     * @throws RequestRefused unprocessable for what cannot be; conflict when there is a draft of the currency
     */
    public BatchView draft(WorkspaceId workspaceId, Instant cutoff, String currency) {
        String batchId = drafting.begin(workspaceId, cutoff, currency);
        work(workspaceId, batchId, () -> drafting.next(workspaceId, batchId));
        return get(workspaceId, batchId);
    }

    /** @throws RequestRefused not found; conflict when it is no draft any more, or nobody is paid by it */
    public BatchView confirm(WorkspaceId workspaceId, String batchId) {
        steps.confirm(workspaceId, batchId);
        return get(workspaceId, batchId);
    }

    /**
     * Cancels a batch: what it has is due again.
     *
     * @throws RequestRefused not found; conflict when a payout of it was paid
     */
    public BatchView cancel(WorkspaceId workspaceId, String batchId) {
        if (get(workspaceId, batchId).status() != BatchStatus.CANCELED) {
            steps.cancel(workspaceId, batchId);
        }
        work(workspaceId, batchId, () -> steps.cancelNext(workspaceId, batchId));
        return get(workspaceId, batchId);
    }

    private void work(WorkspaceId workspaceId, String batchId, BooleanSupplier step) {
        long end = System.nanoTime() + CALL_MAX.toNanos();
        while (step.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                turns.leave(workspaceId, batchId);
                return;
            }
        }
    }

    /** @return the newest first */
    public List<BatchView> list(WorkspaceId workspaceId, Page page) {
        return batches.list(workspaceId, page);
    }

    /** @throws RequestRefused not found */
    public BatchView get(WorkspaceId workspaceId, String batchId) {
        return batches.byId(workspaceId, batchId).orElseThrow(() -> unknown(batchId));
    }

    /** @return the answer for a batch that the workspace has not */
    public static RequestRefused unknown(String batchId) {
        return RequestRefused.notFound("payout_batch_not_found", "There is no batch " + batchId + ".");
    }
}
