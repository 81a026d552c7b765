package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Stripe App of a server, and the OAuth client that it is. */
class StripeAppDownloadIT {

    private final Merchant merchant = Merchant.of(StripeAppDownloadIT.class);

    @Test
    void itIsMadeForThisServerAndRegisteredOnce() {
        String id = Merchant.unique("com.example.");
        JsonNode constants = download(id).path("constants");
        JsonNode client = client(constants.path("clientId").asText());
        assertThat(client.path("confidential").asBoolean()).isFalse();
        assertThat(client.path("redirectUris")).extracting(JsonNode::asText).containsExactlyInAnyOrder(
                "https://dashboard.stripe.com/apps-oauth/" + id, "https://dashboard.stripe.com/test/apps-oauth/" + id);
        assertThat(client.path("scopes")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(constants.path("scopes").spliterator(), false)
                        .map(JsonNode::asText).toList());
        assertThat(download(id).path("constants").path("clientId")).isEqualTo(constants.path("clientId"));
    }

    @Test
    void itIsRegisteredOnceHoweverManyAskAtTheSameTime() {
        String id = Merchant.unique("com.example.");
        Callable<String> ask = () -> download(id).path("constants").path("clientId").asText();
        assertThat(AtOnce.all(List.of(ask, ask, ask, ask))).containsOnly(download(id).path("constants").path("clientId").asText());
    }

    @Test
    void anotherIdIsAnotherApp() {
        assertThat(download(Merchant.unique("a")).path("constants").path("clientId"))
                .isNotEqualTo(download(Merchant.unique("b")).path("constants").path("clientId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "a%2fb", "a%20b", "%C3%A4"})
    void anIdThatStripeWouldNotTakeIsRefused(String id) {
        JsonNode error = merchant.api().get("/api/stripe/app?id=" + id).expect(422).path("error");
        assertThat(error.path("message").asText()).startsWith("id: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe.write", "apis.read"})
    void aKeyWithoutAllRightsCannotRegisterAnApp(String scope) {
        String key = merchant.api().post("/api/keys", object("name", "narrow", "scopes", List.of(scope))).expect(201)
                .path("key").asText();
        Api narrow = ConversionsServer.shared().api(key);
        assertThat(narrow.get("/api/stripe/app").expect(403).path("error").path("message").asText()).contains("apis.all");
    }

    @Test
    void aPageOfAnotherSiteCannotRegisterAnApp() {
        merchant.api().get("/api/stripe/app", "Sec-Fetch-Site", "cross-site").expect(403);
    }

    private JsonNode download(String id) {
        return DownloadedStripeApp.of(merchant.workspace().apiKey(), "?id=" + id).manifest();
    }

    private JsonNode client(String id) {
        return StreamSupport.stream(merchant.api().get("/api/oauth/clients").expect(200).spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id)).findFirst().orElseThrow();
    }
}
