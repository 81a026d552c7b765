package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The server makes the webhook endpoint in the merchant's account: once, and leaves none behind. */
@ResourceLock(ServerAbroad.NAME)
class MadeEndpointIT {

    private final FakeStripe stripe = ServerAbroad.shared().stripe();
    private final Merchant merchant = Merchant.another(ServerAbroad.shared().server());
    private final Api api = merchant.api();
    private final String account = TestWorkspace.unique("acct_1");
    private final String key = TestWorkspace.unique("rk_live_");

    MadeEndpointIT() {
        stripe.account().endpoints().clear();
        stripe.opensToOwner(key, account);
    }

    @AfterEach
    void inOrder() {
        stripe.answerWith(200);
    }

    @Test
    void anEndpointIsMadeWithTheEventsThatAreNeededAndTakesThemIn() {
        JsonNode made = Merchant.created(create());

        assertThat(stripe.account().endpoints()).containsOnlyKeys(made.path("endpointId").asText());
        FakeStripe.Request asked = stripe.at("/v1/webhook_endpoints").stream()
                .filter(request -> request.form().containsKey("url")).reduce((first, last) -> last).orElseThrow();
        assertThat(asked.form()).containsEntry("url", made.path("endpointUrl").asText())
                .containsEntry("metadata[conversions_workspace]", merchant.read("/api/workspace").path("id").asText());
        assertThat(asked.form().get("api_version")).isEqualTo(asked.header("stripe-version"));
        assertThat(made.path("accountId").asText()).isEqualTo(account);
        assertThat(made.path("proof").asText()).isEqualTo("own_key");
        assertThat(made.path("signingSecretSet").asBoolean()).isTrue();

        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference()).ofAccount(null);
        Merchant.ok(merchant.send(paid, new Endpoint(URI.create(made.path("endpointUrl").asText()).getPath(),
                "whsec_of_an_endpoint_" + made.path("endpointId").asText())));
        merchant.processed(paid).did("customer", "lead", "sale", "commission");
        assertThat(read(made).path("lastEventAt").asText()).isNotBlank();
    }

    @Test
    void askedForTwiceThereIsOne() {
        JsonNode made = Merchant.created(create());

        JsonNode again = Merchant.ok(create());

        assertThat(again.path("id")).isEqualTo(made.path("id"));
        assertThat(again.path("endpointUrl").isNull()).isTrue();
        assertThat(stripe.account().endpoints()).hasSize(1);
        assertThat(merchant.read("/api/stripe/connections").toString()).doesNotContain(key);
    }

    @Test
    void whatCannotBeStoredIsDeletedAgain() {
        Merchant owner = Merchant.another(ServerAbroad.shared().server());
        owner.connect("live", account);

        Api.Answer refused = create();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Conversions-Reason")).isEqualTo("account_taken");
        assertThat(refused.body()).doesNotContain(owner.read("/api/workspace").path("id").asText());
        assertThat(stripe.account().endpoints()).isEmpty();
    }

    @Test
    void oneThatWasMadeAndNeverStoredIsMadeAnew() {
        String address = ServerAbroad.shared().server().base() + "/api/stripe/webhook/";
        Map<String, String> mine = Map.of("conversions_workspace", merchant.read("/api/workspace").path("id").asText());
        String lost = stripe.account().endpoint(address + "lost", Instant.now().minusSeconds(100), mine);
        String others = stripe.account().endpoint(address + "others", Instant.now().minusSeconds(100), Map.of("conversions_workspace", "ws_other"));
        String elsewhere = stripe.account().endpoint("https://shop.example/hook", Instant.now().minusSeconds(100), mine);

        JsonNode made = Merchant.created(create());

        assertThat(stripe.account().endpoints()).containsOnlyKeys(made.path("endpointId").asText(), others, elsewhere).doesNotContainKey(lost);
    }

    @Test
    void oneThatMayBeBeingStoredIsLeftAlone() {
        String young = stripe.account().endpoint(ServerAbroad.shared().server().base() + "/api/stripe/webhook/young", Instant.now(),
                Map.of("conversions_workspace", merchant.read("/api/workspace").path("id").asText()));

        assertThat(create().header("Conversions-Reason")).isEqualTo("endpoint_being_made");
        assertThat(stripe.account().endpoints()).containsOnlyKeys(young);
    }

    @Test
    void aKeyThatMayNotMakeOneIsToldWhy() {
        stripe.account().refuse(key, "POST /v1/webhook_endpoints");
        Api.Answer refused = create();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/error/message").asText()).startsWith("apiKey: Stripe does not let it").doesNotContain(key);
        stripe.answerWith(503);
        assertThat(create().status()).isEqualTo(503);
        assertThat(api.post("/api/stripe/connections", object("createEndpoint", true)).status()).isEqualTo(422);
        assertThat(api.post("/api/stripe/connections", object("createEndpoint", true, "apiKey", key, "accountId", "acct_other"))
                .json().at("/error/message").asText()).isNotBlank();
        assertThat(stripe.account().endpoints()).isEmpty();
    }

    @Test
    void aKeyThatDoesNotReadItsAccountMakesOneAllTheSame() {
        stripe.account().refuse(key, "GET /v1/account");

        JsonNode made = Merchant.created(create());

        assertThat(made.path("accountId").isNull()).isTrue();
        assertThat(Merchant.ok(create()).path("id")).isEqualTo(made.path("id"));
    }

    @Test
    void withTheConnectionTheEndpointEndsAtStripe() {
        JsonNode made = Merchant.created(create());

        JsonNode ended = Merchant.ok(api.delete("/api/stripe/connections/" + made.path("id").asText()));

        assertThat(ended.path("endedAtStripe").asBoolean()).isTrue();
        assertThat(stripe.account().endpoints()).isEmpty();
        assertThat(Merchant.created(create()).path("id")).isNotEqualTo(made.path("id"));
    }

    @Test
    void whenStripeCannotBeAskedToTheMerchantIsToldWhatIsLeft() {
        JsonNode made = Merchant.created(create());
        stripe.answerWith(503);

        JsonNode ended = Merchant.ok(api.delete("/api/stripe/connections/" + made.path("id").asText()));

        assertThat(ended.path("endedAtStripe").asBoolean(true)).isFalse();
        assertThat(ended.path("problem").asText()).contains(made.path("endpointId").asText(), "it answered 503");
        assertThat(api.get("/api/stripe/connections/" + made.path("id").asText()).status()).isEqualTo(404);
    }

    @Test
    void aCheckSaysWhoseTheKeyIsAndWhatItOpens() {
        JsonNode made = Merchant.created(create());
        stripe.account().refuse(key, "GET /v1/disputes");
        stripe.account().refuse(key, "POST /v1/webhook_endpoints");

        JsonNode checked = Merchant.ok(api.post("/api/stripe/connections/" + made.path("id").asText() + "/check", object()));

        assertThat(checked.path("account").asText()).isEqualTo(account);
        Set<String> not = Set.of("disputes", "webhook_endpoints.write");
        assertThat(checked.path("may")).hasSizeGreaterThan(9);
        assertThat(StreamSupport.stream(checked.path("may").spliterator(), false).filter(right -> !right.path("readable").asBoolean())
                .map(right -> right.path("resource").asText())).containsExactlyInAnyOrderElementsOf(not);
        assertThat(stripe.account().endpoints()).hasSize(1);
        stripe.answerWith(500);
        assertThat(api.post("/api/stripe/connections/" + made.path("id").asText() + "/check", object()).status()).isEqualTo(503);
    }

    @Test
    void withoutAKeyThereIsNothingToCheckOrToCatchUpOn() {
        JsonNode connection = Merchant.created(api.post("/api/stripe/connections", object("signingSecrets",
                List.of("whsec_of_my_own_endpoint"))));
        for (String what : List.of("check", "catch-up")) {
            Api.Answer answer = api.post("/api/stripe/connections/" + connection.path("id").asText() + "/" + what, object());
            assertThat(answer.status()).as(what).isEqualTo(409);
            assertThat(answer.header("Conversions-Reason")).isEqualTo("no_api_key");
        }
    }

    private JsonNode read(JsonNode connection) {
        return merchant.read("/api/stripe/connections/" + connection.path("id").asText());
    }

    private Api.Answer create() {
        return api.post("/api/stripe/connections", object("apiKey", key, "createEndpoint", true));
    }
}
