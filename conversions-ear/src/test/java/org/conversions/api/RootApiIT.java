package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that can be given a host only: the API answers at the root as it does below /api. */
class RootApiIT {

    private final Merchant merchant = Merchant.of(RootApiIT.class);
    private final Api api = merchant.api();
    private final Api nobody = ConversionsServer.shared().api(null);

    @Test
    void aLinkIsMadeReadChangedAndDeletedAtTheRoot() {
        String externalId = unique("a/b ü");
        JsonNode link = expect(200, api.post("/links", object("url", "https://shop.example/", "externalId", externalId)));
        String path = "/links/ext_" + externalId.replace("/", "%2F").replace(" ", "%20").replace("ü", "%C3%BC");
        assertThat(expect(200, api.get(path))).isEqualTo(link).isEqualTo(expect(200, api.get("/api" + path)));
        assertThat(expect(200, api.patch(path, object("archived", true))).path("archived").asBoolean()).isTrue();
        assertThat(expect(200, api.patch("/api" + path, object("archived", false))).path("archived").asBoolean()).isFalse();
        assertThat(expect(200, api.get("/links/info?externalId=" + path.substring("/links/".length())))
                .path("id")).isEqualTo(link.path("id"));
        assertThat(expect(200, api.get("/links?search=" + link.path("key").asText()))).hasSize(1);
        assertThat(expect(200, api.get("/links/count?search=" + link.path("key").asText())).asInt()).isEqualTo(1);
        expect(200, api.delete(path));
        Errors.isError(api.get(path), 404);
    }

    @Test
    void aCustomersIdMayHaveASlashAtBothAddresses() {
        String buyer = unique("a/b");
        expect(200, api.post("/track/lead", object("clickId", merchant.click(merchant.link()), "eventName", "Sign up",
                "customerExternalId", buyer)));
        String path = "/customers/ext_" + buyer.replace("/", "%2F");
        assertThat(expect(200, api.get(path)).path("externalId").asText()).isEqualTo(buyer);
        assertThat(expect(200, api.get("/api" + path)).path("externalId").asText()).isEqualTo(buyer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/links?pageSize=2", "/customers?pageSize=2", "/commissions?pageSize=2", "/partners?pageSize=2",
        "/analytics?event=clicks", "/events?pageSize=2", "/sales?pageSize=2", "/rewards", "/keys", "/workspace",
        "/exchange-rates", "/stripe/events?pageSize=2", "/stripe/connections"})
    void everyNounIsThereToo(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
        assertThat(api.get(path).json().getNodeType()).isEqualTo(api.get("/api" + path).json().getNodeType());
        assertThat(api.get(path).header("X-RateLimit-Limit")).isEqualTo("1000000");
        assertThat(api.get(path).header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(path).header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aVisitorGetsTheShortLinkThatIsCalledLikeANoun() {
        String key = "tags/" + unique("summer");
        expect(200, api.post("/api/links", object("url", "https://shop.example/summer", "key", key)));
        assertThat(new Visitor().isSentTo("/" + key)).startsWith("https://shop.example/summer");
        assertThat(nobody.send("HEAD", "/" + key, BodyPublishers.noBody()).status()).isEqualTo(302);
        assertThat(nobody.get("/links").status()).isEqualTo(404);
        assertThat(nobody.get("/links").header("Content-Type")).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"GET, /links/unknown, 404", "GET, /links/x/y, 404", "POST, /track/nothing, 404", "DELETE, /links, 405",
        "POST, /links, 400", "POST, /tags/x/y/z, 404", "GET, /links?page=x, 422", "GET, /workspaces/nothing/there, 404"})
    void errorsAreTheSame(String method, String path, int status) {
        Answer answer = api.send(method, path, BodyPublishers.noBody());
        Errors.isError(answer, status);
        Errors.isError(api.send(method, "/api" + path, BodyPublishers.noBody()), status);
    }

    @Test
    void theDoorIsTheSame() {
        Errors.isError(nobody.post("/links", object("url", "https://shop.example/")), 401);
        Errors.isError(nobody.get("/links", "Authorization", "Bearer dub_thereisnosuchkey0000000000000000"), 401);
        Errors.isError(nobody.get("/links", "Authorization", ""), 401);
        Errors.isError(nobody.get("/links", "Authorization", "Basic b3duZXI6cGFzc3dvcmQ="), 400);
        Errors.isError(api.post("/links", "{\"url\":", "Content-Type", "application/json;charset=UTF-8"), 400);
        Errors.isError(api.post("/links", "x", "Content-Type", "text/plain"), 415);
        Errors.isError(api.post("/links", "{\"url\":\"" + "x".repeat(1024 * 1024) + "\"}"), 413);
        Errors.isError(nobody.post("/stripe/integration/webhook", "{}"), 400);
    }

    @Test
    void aBrowserMayCallWhatTheScriptCalls() {
        Answer preflight = nobody.send("OPTIONS", "/track/click", BodyPublishers.noBody(), "Origin", "https://shop.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Answer error = nobody.post("/track/click", object(), "Origin", "https://shop.example");
        Errors.isError(error, 422);
        assertThat(error.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(api.get("/links", "Origin", "https://shop.example").header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void anIdempotencyKeyHoldsForBothAddresses() {
        String key = unique("key");
        var body = object("url", "https://shop.example/");
        JsonNode link = expect(200, api.post("/links", body, "Idempotency-Key", key));
        assertThat(expect(200, api.post("/api/links", body, "Idempotency-Key", key))).isEqualTo(link);
    }
}
