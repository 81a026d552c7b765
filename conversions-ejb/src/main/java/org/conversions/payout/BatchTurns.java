package org.conversions.payout;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.conversions.platform.id.WorkspaceId;

/** Knows which batches are to be gone on with, of whatever workspace, and who is at each of them. */
@Stateless
public class BatchTurns {

    /** How long a batch is left to who is at it: longer than a step lasts. */
    static final Duration TURN = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** A batch whose turn it is. */
    public record Turn(WorkspaceId workspaceId, String batchId, BatchStatus status) {
    }

    /** Takes the batch that has waited longest. @return empty when none waits, or somebody else was faster */
    public Optional<Turn> take() {
        Instant now = clock.instant();
        return database.createQuery("select b from PayoutBatch b where b.dueAt <= :now order by b.dueAt", PayoutBatch.class)
                .setParameter("now", now).setMaxResults(1).getResultStream().findFirst()
                .filter(batch -> database.createNativeQuery("update payout_batch set due_at = :until where id = :batch"
                                + " and workspace_id = :workspace and due_at = :due")
                        .setParameter("until", column(now.plus(TURN))).setParameter("batch", batch.id)
                        .setParameter("workspace", batch.workspaceId).setParameter("due", column(batch.dueAt)).executeUpdate() == 1)
                .map(batch -> new Turn(batch.workspaceId, batch.id, batch.status));
    }

    /** Leaves what is still to be done of a batch to whoever has time. */
    public void leave(WorkspaceId workspaceId, String batchId) {
        database.createNativeQuery("update payout_batch set due_at = :now where id = :batch and workspace_id = :workspace"
                        + " and due_at is not null")
                .setParameter("now", column(clock.instant())).setParameter("batch", batchId)
                .setParameter("workspace", workspaceId).executeUpdate();
    }
}
