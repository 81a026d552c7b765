package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the workspace, and its keys. */
class WorkspaceIT {

    private final TestWorkspace workspace = TestWorkspace.of(WorkspaceIT.class);
    private final Api api = ConversionsServer.shared().api(workspace.apiKey());

    @Test
    void theFirstWorkspaceHasTheDefaultsAndTheBootstrapName() {
        JsonNode workspace = expect(200, ConversionsServer.shared().api(ServerSettings.API_KEY).get("/api/workspace"));
        assertThat(workspace.path("name").asText()).isEqualTo("Acme");
        assertThat(workspace.path("slug").asText()).isEqualTo("acme");
        assertThat(workspace.path("currency").asText()).isEqualTo("usd");
        assertThat(workspace.path("vocabulary").asText()).isEqualTo("dub");
        assertThat(workspace.path("attributionModel").asText()).isEqualTo("last-click");
        assertThat(workspace.path("attributionWindowDays").asInt()).isEqualTo(90);
        assertThat(workspace.path("timezone").asText()).isEqualTo("UTC");
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        try {
            JsonNode changed = expect(200, api.patch("/api/workspace",
                    object("timezone", "Europe/Berlin", "attributionWindowDays", 30, "currency", null)));
            assertThat(changed.path("timezone").asText()).isEqualTo("Europe/Berlin");
            assertThat(changed.path("attributionModel").asText()).isEqualTo("last-click");
            assertThat(expect(200, api.get("/api/workspace"))).isEqualTo(changed);
        } finally {
            expect(200, api.patch("/api/workspace", object("timezone", "UTC", "attributionWindowDays", 90)));
        }
    }

    @Test
    void webhooksThatAreNotThereYetCannotBeTurnedOn() {
        Answer refused = api.patch("/api/stripe/integration/settings", object("paymentLinkLeadWebhooks", true));
        Errors.isError(refused, 422);
        assertThat(refused.body()).contains("paymentLinkLeadWebhooks: ");
        assertThat(expect(200, api.patch("/api/stripe/integration/settings", object("paymentLinkLeadWebhooks", false)))
                .path("paymentLinkLeadWebhooks").asBoolean()).isFalse();
    }

    @Test
    void theCurrencyOfTheFiguresCanBeChosen() {
        try {
            assertThat(expect(200, api.patch("/api/workspace", object("currency", "JPY"))).path("currency").asText())
                    .isEqualTo("jpy");
            assertThat(expect(200, api.get("/api/exchange-rates")).path("currency").asText()).isEqualTo("jpy");
        } finally {
            expect(200, api.patch("/api/workspace", object("currency", "usd")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"vocabulary\":\"x\"}", "{\"vocabulary\":\"\"}", "{\"currency\":\"dollars\"}", "{\"currency\":\"\"}", "{\"currency\":\"xau\"}",
        "{\"currency\":\"zzz\"}",
        "{\"attributionModel\":\"best\"}", "{\"attributionWindowDays\":0}", "{\"attributionWindowDays\":366}",
        "{\"attributionWindowDays\":\"90\"}", "{\"timezone\":\"Mars/Olympus\"}", "{\"timezone\":\"+02:00\"}",
        "{\"timezone\":\"Europe/Berlin\",\"vocabulary\":\"x\"}"})
    void aSettingThatCannotBeChangesNothing(String change) {
        JsonNode before = expect(200, api.get("/api/workspace"));
        Errors.isError(api.patch("/api/workspace", change), 422);
        assertThat(expect(200, api.get("/api/workspace"))).isEqualTo(before);
    }

    @Test
    void aKeyIsShownOnceWorksAndIsRefusedAsSoonAsItIsDeleted() {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Another server")));
        String token = key.path("key").asText();
        assertThat(token).startsWith("conv_").hasSizeGreaterThan(30);
        assertThat(key.path("scopes")).hasToString("[\"apis.all\"]");
        assertThat(api.get("/api/keys").body()).doesNotContain(token).contains(key.path("id").asText());
        Api other = ConversionsServer.shared().api(token);
        expect(200, other.get("/api/links/count"));
        assertThat(expect(200, api.delete("/api/keys/" + key.path("id").asText())).path("id")).isEqualTo(key.path("id"));
        Errors.isError(other.get("/api/links/count"), 401);
        Errors.isError(api.delete("/api/keys/" + key.path("id").asText()), 404);
    }

    @Test
    void aReadingKeyReadsAndChangesNothing() {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Report", "scopes", List.of("apis.read"))));
        Api reader = ConversionsServer.shared().api(key.path("key").asText());
        expect(200, reader.get("/api/links/count"));
        Errors.isError(reader.post("/api/links", object("url", "https://shop.example/")), 403);
        Errors.isError(reader.patch("/api/workspace", object("timezone", "UTC")), 403);
        Errors.isError(reader.post("/api/keys", object("name", "More")), 403);
        Errors.isError(reader.delete("/api/keys/" + key.path("id").asText()), 403);
        Errors.isError(reader.post("/api/stripe/events/replay", object()), 403);
        expect(200, api.delete("/api/keys/" + key.path("id").asText()));
    }

    @Test
    void aPublishableKeyIsRecognisedAsOne() {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Site", "kind", "publishable")));
        assertThat(key.path("key").asText()).startsWith("conv_pk_");
        Errors.isError(ConversionsServer.shared().api(key.path("key").asText()).get("/api/links"), 403);
        expect(200, api.delete("/api/keys/" + key.path("id").asText()));
    }

    @Test
    void aKeyEndsWhenItShall() throws InterruptedException {
        Instant end = Instant.now().plusMillis(1_500);
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Short", "expiresAt", end.toString())));
        Api guest = ConversionsServer.shared().api(key.path("key").asText());
        expect(200, guest.get("/api/links/count"));
        Thread.sleep(Math.max(0, end.toEpochMilli() - System.currentTimeMillis()) + 50);
        Errors.isError(guest.get("/api/links/count"), 401);
        expect(200, api.delete("/api/keys/" + key.path("id").asText()));
    }

    @Test
    void theLastLiveKeyWithAllRightsStays() {
        for (JsonNode key : expect(200, api.get("/api/keys"))) {
            if (key.path("kind").asText().equals("secret") && key.path("mode").asText().equals("live")) {
                Errors.isError(api.delete("/api/keys/" + key.path("id").asText()), 409);
            }
        }
        assertThat(api.get("/api/keys").body()).doesNotContain(workspace.apiKey(), workspace.publishableKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"x\",\"kind\":\"master\"}", "{\"name\":\"x\",\"scopes\":[\"links.delete\"]}",
        "{\"name\":\"x\",\"scopes\":[null]}", "{\"name\":\"x\",\"kind\":\"publishable\",\"scopes\":[\"apis.all\"]}",
        "{\"name\":\"x\",\"expiresAt\":\"soon\"}", "{\"name\":\"x\",\"expiresAt\":\"2020-01-01\"}",
        "{\"name\":\"x\",\"expiresAt\":\"+999999999-12-31T00:00:00Z\"}"})
    void aKeyThatCannotBeIsNotMade(String wish) {
        Errors.isError(api.post("/api/keys", wish), 422);
    }
}
