package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same write again, because its answer did not arrive. */
@OnBothDatabases
class IdempotencyIT {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    /** Three times as many as the server has connections to its database. */
    private static final int MANY = 96;
    private static final int LINKS = 20;

    private final Merchant merchant = Merchant.of(IdempotencyIT.class);
    private final Api api = merchant.api();

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndIsDoneOnce() {
        String tenant = unique("tenant");
        Map<String, Object> body = object("url", "https://shop.example/ü", "tenantId", tenant);
        String key = unique("create ");
        Answer first = api.post("/api/links", body, HEADER, key);
        expect(200, first);
        assertThat(first.header(REPLAYED)).isNull();
        Answer again = api.post("/api/links", body, HEADER, key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(again.header("Content-Type")).startsWith("application/json");
        assertThat(links(tenant)).isEqualTo(1);
        expect(200, api.post("/api/links", body, HEADER, unique("create ")));
        assertThat(links(tenant)).isEqualTo(2);
    }

    @Test
    void theStatusIsKeptToo() {
        Map<String, Object> body = object("email", unique("p") + "@partners.example", "name", "Pat");
        String key = unique("partner");
        JsonNode partner = expect(201, api.post("/api/partners", body, HEADER, key));
        assertThat(expect(201, api.post("/api/partners", body, HEADER, key))).isEqualTo(partner);
    }

    @Test
    void anotherRequestWithTheSameKeyIsAConflict() {
        String key = unique("key");
        JsonNode link = expect(200, api.post("/api/links", object("url", "https://shop.example/"), HEADER, key));
        String path = "/api/links/" + link.path("id").asText();
        Errors.isError(api.post("/api/links", object("url", "https://shop.example/other"), HEADER, key), 409);
        Errors.isError(api.post("/api/links?a=b", object("url", "https://shop.example/"), HEADER, key), 409);
        Errors.isError(api.put(path, object("url", "https://shop.example/"), HEADER, key), 409);
        Errors.isError(api.patch(path, object("url", "https://shop.example/"), HEADER, key), 409);
        Errors.isError(api.delete(path, HEADER, key), 409);
        assertThat(merchant.read(link)).isEqualTo(link);
    }

    @Test
    void changesAndDeletionsCanBeSentAgainToo() {
        JsonNode link = merchant.link();
        String path = "/api/links/" + link.path("id").asText();
        String change = unique("change");
        Answer changed = api.patch(path, object("archived", true), HEADER, change);
        expect(200, changed);
        expect(200, api.patch(path, object("archived", false)));
        assertThat(api.patch(path, object("archived", true), HEADER, change).body()).isEqualTo(changed.body());
        assertThat(merchant.read(link).path("archived").asBoolean()).isFalse();
        String deletion = unique("delete");
        expect(200, api.delete(path, HEADER, deletion));
        Answer again = api.delete(path, HEADER, deletion);
        assertThat(expect(200, again).path("id")).isEqualTo(link.path("id"));
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        Errors.isError(api.delete(path), 404);
    }

    @Test
    void twentyAtOnceMakeOneLink() {
        String tenant = unique("tenant");
        Map<String, Object> body = object("url", "https://shop.example/", "tenantId", tenant);
        String key = unique("parallel");
        Callable<Answer> task = () -> api.post("/api/links", body, HEADER, key);
        List<Answer> answers = AtOnce.all(Collections.nCopies(20, task));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header(REPLAYED) == null)).hasSize(1);
        assertThat(links(tenant)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"links/bulk", "customers"})
    void eachOfManyAtOnceNeedsNoMoreThanOneConnection(String path) {
        Callable<Answer> task = () -> {
            String own = unique("many");
            return api.post("/api/" + path, path.equals("customers") ? object("externalId", own)
                    : Collections.nCopies(LINKS, object("url", "https://shop.example/" + own)), HEADER, own);
        };
        assertThat(AtOnce.all(Collections.nCopies(MANY, task), MANY)).extracting(Answer::status)
                .containsOnly(path.equals("customers") ? 201 : 200);
    }

    @Test
    void keysOfTheirOwnDoNotMakeTwoOfOneLink() {
        String url = "https://shop.example/" + unique("one");
        Callable<Answer> task = () -> api.put("/api/links/upsert", object("url", url), HEADER, unique("own"));
        List<Answer> answers = AtOnce.all(Collections.nCopies(20, task));
        // Who loses the race has changed nothing, and may come again with the same key.
        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409, 503);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)
                .map(answer -> answer.json().path("id").asText()).distinct()).hasSize(1);
    }

    @Test
    void anErrorIsNotKeptAndTheKeyIsAsGoodAsNew() {
        String tenant = unique("tenant");
        String key = unique("error");
        String taken = merchant.link().path("key").asText();
        for (int time = 0; time < 2; time++) {
            Answer refused = api.post("/api/links", object("url", "https://shop.example/", "key", taken), HEADER, key);
            Errors.isError(refused, 409);
            assertThat(refused.header(REPLAYED)).isNull();
        }
        Errors.isError(api.post("/api/links", object("tenantId", tenant), HEADER, key), 422);
        Errors.isError(api.post("/api/links", "{", HEADER, key), 400);
        expect(200, api.post("/api/links", object("url", "https://shop.example/", "tenantId", tenant), HEADER, key));
        assertThat(links(tenant)).isEqualTo(1);
    }

    @Test
    void aLeadThatIsReportedTwiceIsAnsweredTheSame() {
        JsonNode link = merchant.link();
        Map<String, Object> lead = object("clickId", merchant.click(link), "eventName", "Sign up", "customerExternalId",
                unique("buyer"));
        String key = unique("lead");
        Callable<Answer> task = () -> api.post("/api/track/lead", lead, HEADER, key);
        List<Answer> answers = AtOnce.all(Collections.nCopies(10, task));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(api.post("/api/track/lead", lead, HEADER, key).header(REPLAYED)).isEqualTo("true");
        assertThat(merchant.read(link).path("leads").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsShownOnceIsShownAgainToWhoeverRepeatsTheRequest() {
        String key = unique("key");
        JsonNode made = expect(201, api.post("/api/keys", object("name", "Once"), HEADER, key));
        assertThat(expect(201, api.post("/api/keys", object("name", "Once"), HEADER, key))).isEqualTo(made);
        expect(200, ConversionsServer.shared().api(made.path("key").asText()).get("/api/links/count"));
        expect(200, api.delete("/api/keys/" + made.path("id").asText()));
    }

    @Test
    void theKeyIsCaseSensitiveAndIgnoredByReads() {
        String tenant = unique("tenant");
        Map<String, Object> body = object("url", "https://shop.example/", "tenantId", tenant);
        String key = unique("case");
        expect(200, api.post("/api/links", body, HEADER, key));
        expect(200, api.post("/api/links", body, HEADER, key.toUpperCase()));
        assertThat(links(tenant)).isEqualTo(2);
        Answer list = api.get("/api/links?tenantId=" + tenant, HEADER, key);
        assertThat(expect(200, list)).hasSize(2);
        assertThat(list.header(REPLAYED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there"})
    void aKeyThatIsNoneIsRefused(String key) {
        Errors.isError(api.post("/api/links", object("url", "https://shop.example/"), HEADER, key), 400);
    }

    @Test
    void aKeyHasUpTo255Characters() {
        expect(200, api.post("/api/links", object("url", "https://shop.example/"), HEADER,
                unique("long") + "x".repeat(230)));
        Errors.isError(api.post("/api/links", object("url", "https://shop.example/"), HEADER, "x".repeat(256)), 400);
    }

    @Test
    void whoMayNotComeInLearnsNothing() {
        String key = unique("key");
        Map<String, Object> body = object("url", "https://shop.example/");
        expect(200, api.post("/api/links", body, HEADER, key));
        Errors.isError(ConversionsServer.shared().api(null).post("/api/links", body, HEADER, key), 401);
    }

    private long links(String tenant) {
        return expect(200, api.get("/api/links/count?tenantId=" + tenant)).asLong();
    }
}
