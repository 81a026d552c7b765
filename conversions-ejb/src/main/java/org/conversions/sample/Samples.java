package org.conversions.sample;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** Starts and removes sample months, and says how far they are. {@link SampleWorker} does the work. */
@Stateless
public class Samples {

    /** Long enough that no id of Stripe's has it by accident. */
    private static final int MARK_LENGTH = 12;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;

    /**
     * Has a sample month played.
     *
     * @param serverPort at which this server's own endpoint is
     * @throws RequestRefused conflict when the workspace has one
     */
    public SampleView start(WorkspaceId workspaceId, int serverPort) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int made = database.createNativeQuery("insert ignore into sample_month (workspace_id, state, mark, seed, currency,"
                        + " rates_since, server_port, steps_done, steps_total, attempts, ends_at, due_at)"
                        + " values (:workspace, :state, :mark, :seed, :currency, :today, :port, 0, 0, 0, :now, :now)")
                .setParameter("workspace", workspaceId).setParameter("state", SampleState.RUNNING.text())
                .setParameter("mark", Ids.random(MARK_LENGTH)).setParameter("seed", seed(workspaceId))
                .setParameter("currency", workspaces.get(workspaceId).currency())
                .setParameter("today", LocalDate.ofInstant(now, ZoneOffset.UTC)).setParameter("port", serverPort)
                .setParameter("now", column(now)).executeUpdate();
        if (made == 0) {
            throw RequestRefused.conflict("sample_exists", "There is a sample already. Remove it first.");
        }
        trail.record(workspaceId, "sample_started", null, Map.of());
        return find(workspaceId).orElseThrow();
    }

    /** @return empty when the workspace has none */
    public Optional<SampleView> find(WorkspaceId workspaceId) {
        return row(workspaceId, LockModeType.NONE).map(SampleRow::view);
    }

    /**
     * Has everything removed that the sample brought. Asked again, it goes on with it.
     *
     * @throws RequestRefused not found when there is none
     */
    public SampleView remove(WorkspaceId workspaceId) {
        SampleRow row = row(workspaceId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() ->
                RequestRefused.notFound("sample_not_found", "There is no sample in this workspace."));
        if (row.state != SampleState.REMOVING) {
            row.state = SampleState.REMOVING;
            row.done = 0;
            row.total = SampleRemoval.STEPS;
            row.finishedAt = null;
            trail.record(workspaceId, "sample_removed", null, Map.of());
        }
        row.attempts = 0;
        row.problem = null;
        row.dueAt = clock.instant();
        return row.view();
    }

    /** @return the choice of the month that this workspace gets */
    public static long seed(WorkspaceId workspaceId) {
        return workspaceId.value().hashCode();
    }

    private Optional<SampleRow> row(WorkspaceId workspaceId, LockModeType lock) {
        return database.createQuery("select r from SampleRow r where r.workspaceId = :workspace", SampleRow.class)
                .setParameter("workspace", workspaceId).setLockMode(lock).getResultStream().findFirst();
    }
}
