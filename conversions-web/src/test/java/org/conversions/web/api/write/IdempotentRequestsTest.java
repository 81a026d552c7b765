package org.conversions.web.api.write;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.UserTransaction;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.idempotency.IdempotentResponse;
import org.conversions.platform.idempotency.IdempotencyStore;
import org.conversions.web.error.TooManyRequests;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

class IdempotentRequestsTest {

    private static final IdempotentResponse ANSWER = new IdempotentResponse("hash", 200, "{}");
    private static final IdempotentRequest REQUEST = new IdempotentRequest(new WorkspaceId("ws_1"), Mode.LIVE, "key", "hash", true);

    /** A request whose key another one has, until that is answered. */
    private static final class AnotherHasTheKey extends IdempotencyStore {

        private final CountDownLatch asked = new CountDownLatch(IdempotentRequests.WAITING_MAX);
        private volatile ClaimedKey claim;

        @Override
        public boolean prepare(WorkspaceId workspaceId, Mode mode, String key) {
            return false;
        }

        @Override
        public boolean knows(WorkspaceId workspaceId, Mode mode, String key) {
            return key.equals("key");
        }

        @Override
        public Optional<ClaimedKey> claim(WorkspaceId workspaceId, Mode mode, String key) {
            asked.countDown();
            return Optional.ofNullable(claim);
        }
    }

    private final AnotherHasTheKey answers = new AnotherHasTheKey();
    private final IdempotencyKeyLimit keyLimit = new IdempotencyKeyLimit(answers);
    private final IdempotentRequests requests = new IdempotentRequests(answers, (UserTransaction) Proxy.newProxyInstance(
            IdempotentRequestsTest.class.getClassLoader(), new Class<?>[] {UserTransaction.class},
            (proxy, method, arguments) -> method.getName().equals("getStatus") ? 0 : null), keyLimit);

    @Test
    void onlySoManyWaitForAnotherRequestAndTheNextIsTurnedAwayAtOnce() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Optional<IdempotentResponse>>> waiting = new ArrayList<>();
            for (int n = 0; n < IdempotentRequests.WAITING_MAX; n++) {
                waiting.add(CompletableFuture.supplyAsync(() -> requests.begin(REQUEST), threads));
            }
            assertThat(answers.asked.await(5, SECONDS)).isTrue();
            Thread.sleep(20);
            assertThatThrownBy(() -> requests.begin(REQUEST)).isInstanceOf(GroupCommit.QueueFull.class);
            answers.claim = new IdempotencyStore.ClaimedKey(ANSWER);
            for (CompletableFuture<Optional<IdempotentResponse>> answered : waiting) {
                assertThat(answered.get(5, SECONDS)).contains(ANSWER);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aWorkspaceUsesSoManyKeysInADayAndThoseThatItHasGoOnWorking() {
        for (int n = 0; n < IdempotencyKeyLimit.IN_A_DAY_MAX; n++) {
            keyLimit.admit(new WorkspaceId("ws_1"), Mode.LIVE, "new");
            keyLimit.used(new WorkspaceId("ws_1"));
        }
        assertThatThrownBy(() -> keyLimit.admit(new WorkspaceId("ws_1"), Mode.LIVE, "new")).isInstanceOf(TooManyRequests.class);
        keyLimit.admit(new WorkspaceId("ws_1"), Mode.LIVE, "key");
        keyLimit.admit(new WorkspaceId("ws_2"), Mode.LIVE, "new");
    }
}
