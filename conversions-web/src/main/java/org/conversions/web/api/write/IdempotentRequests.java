package org.conversions.web.api.write;

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
class IdempotentRequests {

    /** The time that a request waits for another one with the same key, and the pause between two looks. */
    private static final long WAIT_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_MILLIS = 50;

    /** The number of requests that may wait so at once, of the two hundred that the server answers at the same time. */
    static final int WAITING_MAX = 32;

    private final Semaphore places = new Semaphore(WAITING_MAX);
    private IdempotencyStore store;
    private UserTransaction transaction;
    private IdempotencyKeyLimit keyLimit;

    protected IdempotentRequests() {
    }

    @Inject
    IdempotentRequests(IdempotencyStore store, UserTransaction transaction, IdempotencyKeyLimit keyLimit) {
        this.store = store;
        this.transaction = transaction;
        this.keyLimit = keyLimit;
    }

    /**
     * @return the answer when the request was answered before; else the request is the caller's, who has to
     *         {@link #complete} it or {@link #giveUp}
     * @throws RequestRefused        conflict when the key belongs to another request, or to one that is still being
     *                               answered
     * @throws GroupCommit.QueueFull when too many requests wait for others already
     * @throws TooManyRequests       when the workspace has used too many keys within a day
     */
    Optional<IdempotentResponse> begin(IdempotentRequest request) {
        keyLimit.admit(request.workspaceId(), request.mode(), request.key());
        return taken(request).or(() -> awaited(request)).orElseThrow(() -> RequestRefused.conflict(
                "request_in_progress", "A request with this " + IdempotencyKey.HEADER + " is still in progress.")).answer();
    }

    /** The result for a request that has its key now. @param answer empty when the request is still to be done */
    private record Taken(Optional<IdempotentResponse> answer) {
    }

    /** Waits for the request that has the key. */
    private Optional<Taken> awaited(IdempotentRequest request) {
        if (!places.tryAcquire()) {
            throw new GroupCommit.QueueFull();
        }
        try {
            long end = System.nanoTime() + WAIT_NANOS_MAX;
            Optional<Taken> taken = Optional.empty();
            while (taken.isEmpty() && System.nanoTime() < end && paused()) {
                taken = taken(request);
            }
            return taken;
        } finally {
            places.release();
        }
    }

    /** @return empty when another request has the key */
    private Optional<Taken> taken(IdempotentRequest request) {
        if (store.prepare(request.workspaceId(), request.mode(), request.key())) {
            keyLimit.used(request.workspaceId());
        }
        if (!request.inTransaction()) {
            return Optional.of(new Taken(checked(request, store.find(request.workspaceId(), request.mode(), request.key()))));
        }
        start();
        boolean mine = false;
        try {
            Optional<IdempotencyStore.ClaimedKey> claim = store.claim(request.workspaceId(), request.mode(), request.key());
            mine = claim.isPresent() && claim.get().response() == null;
            return claim.map(known -> new Taken(checked(request, Optional.ofNullable(known.response()))));
        } finally {
            if (!mine) {
                rollBack();
            }
        }
    }

    /** Keeps the answer and commits, or throws and has changed nothing. */
    void complete(IdempotentRequest request, IdempotentResponse answer) {
        store.keep(request.workspaceId(), request.mode(), request.key(), answer);
        if (request.inTransaction()) {
            commit();
        }
    }

    /** Undoes what the request changed. */
    void giveUp(IdempotentRequest request) {
        if (request.inTransaction()) {
            rollBack();
        }
    }

    private static Optional<IdempotentResponse> checked(IdempotentRequest request, Optional<IdempotentResponse> kept) {
        kept.filter(answer -> !answer.requestHash().equals(request.requestHash())).ifPresent(other -> {
            throw RequestRefused.conflict("idempotency_key_reused", "This " + IdempotencyKey.HEADER
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
