package org.conversions.stripe.merchant;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/**
 * The states that go to Stripe and come back with a code. Each is of a person, a workspace and a mode, holds for ten minutes
 * and is spent by the first who brings it. Of the same three, the newest is the only one.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RetryOnConflict
class AuthorizationStates {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int STATE_LENGTH = 32;

    /** The workspace and the mode that a state was made for. */
    record Spent(WorkspaceId workspaceId, Mode mode) {
    }

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    Clock clock;

    /** @return a state to send to Stripe, which is kept by its hash only */
    public String begin(WorkspaceId workspaceId, String personId, Mode mode) {
        String state = Ids.random(STATE_LENGTH);
        Instant now = clock.instant();
        // Of all workspaces: what is over is of no use to anyone.
        database.createQuery("delete from AuthorizationState s where s.expiresAt <= :now")
                .setParameter("now", now).executeUpdate();
        database.createNativeQuery("insert into stripe_authorization (id, state_hash, workspace_id, person_id, mode, expires_at)"
                        + " values (:id, :hash, :workspace, :person, :mode, :until) on duplicate key update"
                        + " state_hash = values(state_hash), expires_at = values(expires_at)")
                .setParameter("id", TokenHash.sha256(workspaceId + " " + personId + " " + mode.text()))
                .setParameter("hash", TokenHash.sha256(state)).setParameter("workspace", workspaceId)
                .setParameter("person", personId).setParameter("mode", mode.text())
                .setParameter("until", column(now.plus(LIFE))).executeUpdate();
        return state;
    }

    /**
     * Spends a state. One that somebody else brings stays.
     *
     * @return empty for a state that is none, that another person's login brings, that is spent, or that is over
     */
    public Optional<Spent> spend(String state, String personId) {
        String hash = TokenHash.sha256(state);
        Optional<AuthorizationState> found = database.createQuery("select s from AuthorizationState s"
                        + " where s.stateHash = :hash and s.personId = :person and s.expiresAt > :now", AuthorizationState.class)
                .setParameter("hash", hash).setParameter("person", personId).setParameter("now", clock.instant())
                .getResultStream().findFirst();
        // Of two who bring it at once, the one whose statement deletes it has it.
        return found.filter(row -> database.createQuery("delete from AuthorizationState s where s.id = :id"
                        + " and s.stateHash = :hash").setParameter("id", row.id).setParameter("hash", hash).executeUpdate() == 1)
                .map(row -> new Spent(row.workspaceId, Mode.of(row.mode)));
    }
}
