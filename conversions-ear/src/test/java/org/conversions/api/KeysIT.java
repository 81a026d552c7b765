package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights of keys, and their changes. */
@OnBothDatabases
class KeysIT {

    private final Merchant merchant = Merchant.of(KeysIT.class);
    private final Api api = merchant.api();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void theKeysAreDeleted() {
        made.forEach(id -> expect(200, api.delete("/api/keys/" + id)));
    }

    @Test
    void whatIsRefusedIsRefusedForItsHeadersToo() {
        Api stranger = with("tags.write");
        assertThat(stranger.get("/api/links").body()).contains("links.read");
        assertThat(stranger.send("HEAD", "/api/links", BodyPublishers.noBody()).status()).isEqualTo(403);
    }

    @Test
    void whoMayReadMayNotWrite() {
        Api reader = with("links.read");
        JsonNode link = merchant.link();
        String path = "/api/links/" + link.path("id").asText();
        for (Answer refused : List.of(reader.post("/api/links", object("url", "https://shop.example/")),
                reader.patch(path, object("archived", true)), reader.put(path, object("archived", true)),
                reader.delete(path))) {
            Errors.isError(refused, 403);
            assertThat(refused.body()).contains("links.write");
        }
        assertThat(merchant.read(link)).isEqualTo(link);
        expect(200, with("links.write").patch(path, object("archived", true)));
    }

    @Test
    void aNarrowKeyLearnsNeitherAPasswordNorWhoTheBuyersAre() {
        JsonNode link = merchant.link("comments", "for Pat");
        String path = "/api/links/" + link.path("id").asText();
        String buyer = Merchant.unique("buyer");
        expect(200, merchant.lead(merchant.click(link), buyer, "customerName", "Bea", "customerEmail", "bea@buyers.example"));
        expect(200, api.patch(path, object("password", "sesame")));
        String feed = "/api/events?event=leads&interval=all&linkId=" + link.path("id").asText();

        assertThat(with("analytics.read").get(feed).body())
                .contains(link.path("id").asText()).doesNotContain("sesame", "for Pat", "Bea", "bea@", buyer);
        assertThat(with("analytics.read", "links.read", "customers.read").get(feed).body())
                .contains("for Pat", "Bea", "bea@", buyer).doesNotContain("sesame");
        assertThat(with("links.read").get(path).body()).contains("\"********\"").doesNotContain("sesame");
        assertThat(with("links.write").get(path).body()).contains("sesame");
    }

    @Test
    void aSecretKeyThatAPageHasLeakedIsRefused() {
        Answer refused = api.get("/api/links", "Origin", "https://shop.example");
        Errors.isError(refused, 403);
        assertThat(refused.body()).contains("Delete the key");
        Errors.isError(api.post("/api/track/lead", object(), "Origin", "null"), 403);
    }

    @Test
    void leadsAreReportedWithTheScopeOfConversions() {
        String click = merchant.click(merchant.link());
        var lead = object("clickId", click, "eventName", "Sign up", "customerExternalId", Merchant.unique("buyer"));
        Errors.isError(with("links.write", "customers.write").post("/api/track/lead", lead), 403);
        expect(200, with("conversions.write").post("/api/track/lead", lead));
    }

    @Test
    void keysAreMadeWithAllRightsOnly() {
        Api busy = with("links.write", "workspaces.write", "apis.read");
        expect(200, busy.get("/api/keys"));
        Answer refused = busy.post("/api/keys", object("name", "More"));
        Errors.isError(refused, 403);
        assertThat(refused.body()).contains("apis.all");
        Errors.isError(busy.patch("/api/keys/" + made.get(0), object("scopes", List.of("apis.all"))), 403);
        Errors.isError(with("workspaces.write").get("/api/keys"), 403);
    }

    @Test
    void aKeyGetsAnotherNameAndOtherScopes() {
        JsonNode key = make("apis.all");
        Api holder = ConversionsServer.shared().api(key.path("key").asText());
        String path = "/api/keys/" + key.path("id").asText();
        expect(200, holder.get("/api/customers"));
        JsonNode changed = expect(200, api.patch(path, object("name", "Reads links", "scopes", List.of("links.read"))));
        assertThat(changed.path("name").asText()).isEqualTo("Reads links");
        assertThat(changed.path("scopes")).hasToString("[\"links.read\"]");
        assertThat(changed.path("key").isNull()).isTrue();
        assertThat(changed.path("hint")).isEqualTo(key.path("hint"));
        expect(200, holder.get("/api/links/count"));
        Errors.isError(holder.get("/api/customers"), 403);
        assertThat(expect(200, api.patch(path, object("name", "Still reads"))).path("scopes"))
                .hasToString("[\"links.read\"]");
        Errors.isError(api.patch("/api/keys/key_unknown", object("name", "x")), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"\"}", "{\"scopes\":[]}", "{\"scopes\":[\"links.delete\"]}", "{\"scopes\":[null]}",
        "{\"scopes\":[\"keys.write\"]}", "{\"scopes\":[\"webhooks.read\"]}", "{\"scopes\":\"links.read\"}"})
    void aChangeThatCannotBeChangesNothing(String change) {
        JsonNode key = make("links.read");
        Errors.isError(api.patch("/api/keys/" + key.path("id").asText(), change), 422);
        assertThat(listed(key).path("scopes")).isEqualTo(key.path("scopes"));
        assertThat(listed(key).path("name")).isEqualTo(key.path("name"));
    }

    @Test
    void thereIsAlwaysALiveKeyWithAllRights() {
        for (JsonNode key : expect(200, api.get("/api/keys"))) {
            if (key.path("scopes").toString().contains("apis.all") && key.path("mode").asText().equals("live")) {
                Errors.isError(api.patch("/api/keys/" + key.path("id").asText(),
                        object("scopes", List.of("links.read"))), 409);
            } else if (key.path("kind").asText().equals("publishable")) {
                Errors.isError(api.patch("/api/keys/" + key.path("id").asText(),
                        object("scopes", List.of("links.read"))), 422);
            }
        }
    }

    @Test
    void nobodyMakesAnAccessTokenByHand() {
        Errors.isError(api.post("/api/keys", object("name", "Token", "kind", "oauth")), 422);
        Errors.isError(api.post("/api/keys", object("name", "Token", "kind", "oauth", "scopes",
                List.of("links.read"))), 422);
    }

    private JsonNode listed(JsonNode key) {
        for (JsonNode other : expect(200, api.get("/api/keys"))) {
            if (other.path("id").equals(key.path("id"))) {
                return other;
            }
        }
        throw new AssertionError("The key is not listed");
    }

    private Api with(String... scopes) {
        return ConversionsServer.shared().api(make(scopes).path("key").asText());
    }

    private JsonNode make(String... scopes) {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Test", "scopes", List.of(scopes))));
        made.add(key.path("id").asText());
        return key;
    }
}
