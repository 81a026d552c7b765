package org.conversions.sample;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Withdrawal;
import org.conversions.workspace.Workspaces;

/**
 * Takes the part of a sample that is due, and stores how far it is. Whoever goes on with it owns it for a while; after that,
 * another node takes over. What is done twice is there once.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SampleSteps {

    private static final Duration PART_MAX = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS_MAX = 20;
    private static final int PROBLEM_MAX = 500;

    /**
     * A part to do.
     *
     * @param shop       null until it is set up
     * @param connection its id, by which what is not settled yet is counted
     * @param until      the end of the time for it, by which it is known that nobody else took over
     */
    record Part(WorkspaceId workspaceId, SampleState state, SampleShop shop, String mark, int done, int serverPort, int attempts,
                ConnectionId connection, Withdrawal withdrawal, String folder, String tag, Instant endsAt, String currency,
                Instant until) {
    }

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    Workspaces workspaces;

    /** @return empty when nothing is due */
    public Optional<Part> next() {
        Instant now = clock.instant();
        List<?> due = database.createNativeQuery("select workspace_id from sample_month where due_at > :longAgo"
                        + " and due_at <= :now order by due_at limit 1 for update skip locked", String.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(now)).getResultList();
        return due.stream().findFirst().map(id -> {
            SampleRow row = database.find(SampleRow.class, WorkspaceId.of((String) id));
            row.dueAt = now.plus(PART_MAX).truncatedTo(ChronoUnit.MILLIS);
            boolean ready = row.linkIds != null;
            return new Part(row.workspaceId, row.state, ready ? row.shop(workspaces.get(row.workspaceId).vocabulary()) : null, row.mark,
                    row.done, row.serverPort, row.attempts, row.connectionId == null ? null : new ConnectionId(row.connectionId),
                    row.withdrawal(), row.folderId, row.tagId, row.endsAt, row.currency, row.dueAt);
        });
    }

    /** Stores what was done of a part, unless somebody else took it over or asked for something else meanwhile. */
    public void done(Part part, Consumer<SampleRow> change) {
        own(part).ifPresent(row -> {
            row.attempts = 0;
            row.problem = null;
            row.dueAt = clock.instant();
            change.accept(row);
        });
    }

    /** Does the same in the transaction of the caller. @throws IllegalStateException when somebody else took it over */
    @Transactional(TxType.MANDATORY)
    public void inside(Part part, Consumer<SampleRow> change) {
        SampleRow row = own(part).orElseThrow(() -> new IllegalStateException("Somebody else goes on with the sample"));
        change.accept(row);
        row.dueAt = clock.instant();
    }

    /** Looks again a little later, because something else has to be done first. */
    public void later(Part part) {
        own(part).ifPresent(row -> {
            row.attempts++;
            row.dueAt = clock.instant().plusMillis(300);
        });
    }

    /** Tries again later, or gives up. */
    public void failed(Part part, String problem) {
        own(part).ifPresent(row -> {
            row.problem = TextColumn.cut(problem, PROBLEM_MAX);
            boolean again = ++row.attempts < ATTEMPTS_MAX || row.state == SampleState.REMOVING;
            row.dueAt = again ? clock.instant().plus(PAUSE) : null;
            row.state = again ? row.state : SampleState.FAILED;
        });
    }

    /** Ends with a sample of which nothing is left. */
    public void over(Part part) {
        own(part).ifPresent(database::remove);
    }

    private Optional<SampleRow> own(Part part) {
        return Optional.ofNullable(database.find(SampleRow.class, part.workspaceId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> part.until().equals(row.dueAt) && row.state == part.state());
    }
}
