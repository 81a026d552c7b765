package org.conversions.web.api.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.idempotency.IdempotencyStore;
import org.conversions.web.error.TooManyRequests;
import org.conversions.workspace.Mode;

/**
 * Limits the idempotency keys of a workspace: each is a row with an answer that is kept for a day. Counted by each
 * node, in days that begin with the first.
 */
@ApplicationScoped
class IdempotencyKeyLimit {

    static final int IN_A_DAY_MAX = 100_000;
    private static final int WORKSPACES_MAX = 10_000;
    private static final long RETRY_SECONDS = 3_600;

    private final Cache<WorkspaceId, AtomicInteger> used =
            Caffeine.newBuilder().maximumSize(WORKSPACES_MAX).expireAfterWrite(Duration.ofDays(1)).build();

    private IdempotencyStore store;

    protected IdempotencyKeyLimit() {
    }

    @Inject
    IdempotencyKeyLimit(IdempotencyStore store) {
        this.store = store;
    }

    /** @throws TooManyRequests when the key would be one too many; one that is in use already never is */
    void admit(WorkspaceId workspaceId, Mode mode, String key) {
        AtomicInteger count = used.getIfPresent(workspaceId);
        if (count != null && count.get() >= IN_A_DAY_MAX && !store.knows(workspaceId, mode, key)) {
            throw new TooManyRequests("More than " + IN_A_DAY_MAX + " idempotency keys within a day.", RETRY_SECONDS);
        }
    }

    void used(WorkspaceId workspaceId) {
        used.get(workspaceId, first -> new AtomicInteger()).incrementAndGet();
    }
}
