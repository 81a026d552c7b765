package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.conversions.server.Api;

/** Callers that make one link after the other, each under an {@code Idempotency-Key}, until their server is gone. */
final class KeyedCallers {

    private static final String HEADER = "Idempotency-Key";
    private static final int SENT_AGAIN = 30;

    private final Api api;
    private final String tenant = unique("tenant");
    /** The bodies of the answers that arrived, by idempotency key, and the keys of requests that got none. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    KeyedCallers(Api api) {
        this.api = api;
    }

    void begin(ExecutorService threads, int callers) {
        for (int i = 0; i < callers; i++) {
            threads.execute(this::createUntilTheEnd);
        }
    }

    /** Checks that every answered and every cut-off request is made once and answered the same from then on. */
    void findTheirLinksOnce() {
        assertThat(answered).as("links were made").hasSizeGreaterThan(SENT_AGAIN);
        assertThat(unanswered).as("requests that were cut off").isNotEmpty();
        List<String> keys = new ArrayList<>(answered.keySet().stream().limit(SENT_AGAIN).toList());
        keys.addAll(unanswered);
        for (String key : keys) {
            String first = answered.computeIfAbsent(key, this::created);
            assertThat(created(key)).isEqualTo(first);
        }
        assertThat(Merchant.ok(api.get("/api/links/count?tenantId=" + tenant)).asInt()).isEqualTo(answered.size());
    }

    private void createUntilTheEnd() {
        while (true) {
            String key = unique("killed");
            try {
                answered.put(key, created(key));
            } catch (IllegalStateException | AssertionError gone) {
                unanswered.add(key);
                return;
            }
        }
    }

    private String created(String key) {
        Api.Answer answer = api.post("/api/links", object("url", "https://shop.example/", "tenantId", tenant), HEADER, key);
        Merchant.ok(answer);
        return answer.body();
    }

    private static String unique(String word) {
        return word + UUID.randomUUID().toString().replace("-", "");
    }
}
