package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;

/** Writes with an {@code Idempotency-Key} whose server is killed, and that are sent again when it is back. */
class KilledServerIT {

    private static final String HEADER = "Idempotency-Key";
    private static final int CALLERS = 12;
    private static final int ANSWERS = 150;
    private static final int SENT_AGAIN = 30;

    private final String tenant = unique("tenant");
    /** The bodies of the answers that arrived, by idempotency key, and the keys of requests that got none. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(ANSWERS);

    @Test
    void aLinkWhoseAnswerDidNotArriveIsMadeOnceAndAnsweredTheSameFromThenOn() throws InterruptedException {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> createUntilTheEnd(api));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as("links are made").isTrue();
            server.kill9();
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            server.start();

            assertThat(unanswered).as("requests that were cut off").isNotEmpty();
            List<String> keys = new ArrayList<>(answered.keySet().stream().limit(SENT_AGAIN).toList());
            keys.addAll(unanswered);
            for (String key : keys) {
                String first = answered.computeIfAbsent(key, cutOff -> created(api, cutOff));
                assertThat(created(api, key)).isEqualTo(first);
            }
            assertThat(expect(200, api.get("/api/links/count?tenantId=" + tenant)).asInt()).isEqualTo(answered.size());
        }
    }

    private void createUntilTheEnd(Api api) {
        while (true) {
            String key = unique("killed");
            try {
                answered.put(key, created(api, key));
                enough.countDown();
            } catch (IllegalStateException | AssertionError gone) {
                unanswered.add(key);
                return;
            }
        }
    }

    private String created(Api api, String key) {
        Answer answer = api.post("/api/links", object("url", "https://shop.example/", "tenantId", tenant), HEADER, key);
        expect(200, answer);
        return answer.body();
    }
}
