package org.conversions.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.idempotency.IdempotentResponse;
import org.conversions.platform.idempotency.IdempotencyStore;
import org.conversions.web.error.TooManyRequests;

/** Begins and ends requests with an idempotency key, and the transactions around them. */
@ApplicationScoped
class Attempts {

    /** How long a request waits for another one with the same key, and how often it looks. */
    private static final long WAIT_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_MILLIS = 50;

    /** How many requests may wait so at once, of the two hundred that the server answers at the same time. */
    static final int WAITING_MAX = 32;

    private final Semaphore places = new Semaphore(WAITING_MAX);
    private IdempotencyStore answers;
    private UserTransaction transaction;
    private NewKeys newKeys;

    protected Attempts() {
    }

    @Inject
    Attempts(IdempotencyStore answers, UserTransaction transaction, NewKeys newKeys) {
        this.answers = answers;
        this.transaction = transaction;
        this.newKeys = newKeys;
    }

    /**
     * @return the answer when the request was answered before; else the request is the caller's, who has to
     *         {@link #complete} it or {@link #giveUp}
     * @throws RequestRefused        conflict when the key belongs to another request, or to one that is still being
     *                               answered
     * @throws GroupCommit.QueueFull when too many requests wait for others already
     * @throws TooManyRequests       when the workspace has used too many keys within a day
     */
    Optional<IdempotentResponse> begin(Attempt attempt) {
        newKeys.admit(attempt.workspaceId(), attempt.mode(), attempt.key());
        return taken(attempt).or(() -> awaited(attempt)).orElseThrow(() -> RequestRefused.conflict(
                "A request with this " + IdempotencyKey.HEADER + " is still in progress.")).answer();
    }

    /** What a request got that has its key now. @param answer empty when the request is still to be done */
    private record Taken(Optional<IdempotentResponse> answer) {
    }

    /** Waits for the request that has the key. */
    private Optional<Taken> awaited(Attempt attempt) {
        if (!places.tryAcquire()) {
            throw new GroupCommit.QueueFull();
        }
        try {
            long end = System.nanoTime() + WAIT_NANOS_MAX;
            Optional<Taken> taken = Optional.empty();
            while (taken.isEmpty() && System.nanoTime() < end && paused()) {
                taken = taken(attempt);
            }
            return taken;
        } finally {
            places.release();
        }
    }

    /** @return empty when another request has the key */
    private Optional<Taken> taken(Attempt attempt) {
        if (answers.prepare(attempt.workspaceId(), attempt.mode(), attempt.key())) {
            newKeys.used(attempt.workspaceId());
        }
        if (!attempt.inTransaction()) {
            return Optional.of(new Taken(checked(attempt, answers.find(attempt.workspaceId(), attempt.mode(), attempt.key()))));
        }
        start();
        boolean mine = false;
        try {
            Optional<IdempotencyStore.ClaimedKey> claim = answers.claim(attempt.workspaceId(), attempt.mode(), attempt.key());
            mine = claim.isPresent() && claim.get().response() == null;
            return claim.map(known -> new Taken(checked(attempt, Optional.ofNullable(known.response()))));
        } finally {
            if (!mine) {
                rollBack();
            }
        }
    }

    /** Keeps the answer and commits, or throws and has changed nothing. */
    void complete(Attempt attempt, IdempotentResponse answer) {
        answers.keep(attempt.workspaceId(), attempt.mode(), attempt.key(), answer);
        if (attempt.inTransaction()) {
            commit();
        }
    }

    /** Undoes what the request changed. */
    void giveUp(Attempt attempt) {
        if (attempt.inTransaction()) {
            rollBack();
        }
    }

    private static Optional<IdempotentResponse> checked(Attempt attempt, Optional<IdempotentResponse> kept) {
        kept.filter(answer -> !answer.requestHash().equals(attempt.requestHash())).ifPresent(other -> {
            throw RequestRefused.conflict("This " + IdempotencyKey.HEADER
                    + " was used for another request: another method, address or body.");
        });
        return kept;
    }

    private void start() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction can be begun", e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException("The transaction of a request could not be committed", e);
        }
    }

    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("A transaction could not be rolled back", e);
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
