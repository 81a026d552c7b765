package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.json;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe accounts and endpoints, and what came in by them. */
@OnBothDatabases
class StripeConnectionsIT {

    private final Merchant merchant = Merchant.of(StripeConnectionsIT.class);
    private final Api api = merchant.api();
    private final Api operator = ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN);
    private final String accounts = "/api/server/workspaces/" + merchant.workspace().id() + "/connections";

    @Test
    void anEndpointTakesWhatItsSecretSignsAndShowsNeitherSecretNorAddressAgain() {
        String secret = unique("whsec_of_an_endpoint_");
        JsonNode made = expect(201, api.post("/api/stripe/connections",
                object("mode", "live", "signingSecrets", List.of(secret))));
        String path = URI.create(made.path("endpointUrl").asText()).getPath();
        String id = made.path("id").asText();
        assertThat(path).matches("/api/stripe/webhook/[0-9A-Za-z]{32}");
        assertThat(made.path("signingSecretSet").asBoolean()).isTrue();
        assertThat(made.path("accountId").isNull()).isTrue();
        String list = api.get("/api/stripe/connections").body();
        assertThat(list).contains(id).doesNotContain(secret, path.substring(path.lastIndexOf('/') + 1));

        Api stripe = ConversionsServer.shared().api(null);
        String event = json(object("id", unique("evt_"), "object", "event", "type", "payout.paid", "livemode", true,
                "created", 1_790_000_000, "data", object("object", object("id", unique("po_")))));
        expect(200, stripe.postStripeEvent(path, event, secret));
        Errors.isError(stripe.postStripeEvent(path, event, "whsec_other"), 400);
        String rolled = unique("whsec_of_an_endpoint_");
        JsonNode signed = expect(200, api.patch("/api/stripe/connections/" + id,
                object("signingSecrets", List.of(rolled, secret))));
        assertThat(signed.path("endpointUrl").isNull()).isTrue();
        expect(200, stripe.postStripeEvent(path, event, secret));
        expect(200, stripe.postStripeEvent(path, event, rolled));

        expect(200, api.delete("/api/stripe/connections/" + id));
        Errors.isError(stripe.postStripeEvent(path, event, secret), 404);
        Errors.isError(api.delete("/api/stripe/connections/" + id), 404);
        Errors.isError(api.patch("/api/stripe/connections/" + id, object("signingSecrets", List.of(secret))), 404);
    }

    @Test
    void aKeyIsKnownByItsEndsAndChangesApartFromTheSecrets() {
        JsonNode made = expect(201, api.post("/api/stripe/connections",
                object("mode", "sandbox", "signingSecrets", List.of(unique("whsec_of_an_endpoint_")))));
        String path = "/api/stripe/connections/" + made.path("id").asText();
        assertThat(made.path("apiKeySet").asBoolean(true)).isFalse();
        assertThat(made.path("apiKeyHint").isNull()).isTrue();

        JsonNode opened = expect(200, api.patch(path, object("apiKey", "rk_test_0123456789abcd")));
        assertThat(opened.path("apiKeySet").asBoolean()).isTrue();
        assertThat(opened.path("apiKeyHint").asText()).isEqualTo("rk_test_…abcd");
        assertThat(opened.path("signingSecretSet").asBoolean()).isTrue();
        JsonNode signed = expect(200, api.patch(path, object("signingSecrets", List.of())));
        assertThat(signed.path("signingSecretSet").asBoolean(true)).isFalse();
        assertThat(signed.path("apiKeySet").asBoolean()).isTrue();
        JsonNode same = expect(200, api.patch(path, "{\"apiKey\":null,\"signingSecrets\":null}"));
        assertThat(same.path("apiKeyHint").asText()).isEqualTo("rk_test_…abcd");
        JsonNode both = expect(200, api.patch(path,
                object("apiKey", "sk_test_0123456789wxyz", "signingSecrets", List.of(unique("whsec_of_an_endpoint_")))));
        assertThat(both.path("apiKeyHint").asText()).isEqualTo("sk_test_…wxyz");
        assertThat(both.path("signingSecretSet").asBoolean()).isTrue();
        Errors.isError(api.patch(path, object("apiKey", "rk_live_0123456789abcd")), 422);
        JsonNode closed = expect(200, api.patch(path, object("apiKey", "")));
        assertThat(closed.path("apiKeySet").asBoolean(true)).isFalse();
        assertThat(closed.path("signingSecretSet").asBoolean()).isTrue();
        expect(200, api.delete(path));
    }

    @Test
    void anAccountInAModeIsConnectedOnceAndCanBeConnectedAnew() {
        String account = unique("acct_");
        JsonNode live = expect(201, operator.post(accounts, object("accountId", account)));
        assertThat(live.path("mode").asText()).isEqualTo("live");
        Errors.isError(operator.post(accounts, object("accountId", account)), 409);
        JsonNode test = expect(201, operator.post(accounts, object("accountId", account, "mode", "test")));
        for (JsonNode connection : List.of(live, test)) {
            expect(200, api.delete("/api/stripe/connections/" + connection.path("id").asText()));
        }
        JsonNode again = expect(201, operator.post(accounts, object("accountId", account)));
        expect(200, api.delete("/api/stripe/connections/" + again.path("id").asText()));
        Errors.isError(operator.post(accounts, object("accountId", merchant.workspace().stripeAccount())), 409);
        Errors.isError(operator.post("/api/server/workspaces/ws_nothing/connections", object("accountId", account)), 404);
        Errors.isError(operator.post(accounts, object("mode", "live")), 422);
        Errors.isError(api.post(accounts, object("accountId", account)), 403);
    }

    @Test
    void anAccountIsNotConnectedByItsNameAloneWhetherOrNotSomebodyHasIt() {
        Api.Answer free = api.post("/api/stripe/connections", object("accountId", unique("acct_")));
        Api.Answer taken = api.post("/api/stripe/connections", object("accountId", merchant.workspace().stripeAccount()));

        Errors.isError(free, 422);
        assertThat(free.json().at("/error/message").asText()).startsWith("apiKey: is required");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).isEqualTo(free.body());
    }

    @Test
    void ofManyWhoConnectAnAccountAtOnceOneDoes() {
        String account = unique("acct_");
        List<Integer> answers = AtOnce.all(IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> () ->
                operator.post(accounts, object("accountId", account)).status()).toList());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        expect(200, api.get("/api/stripe/connections")).forEach(connection -> {
            if (connection.path("accountId").asText().equals(account)) {
                expect(200, api.delete("/api/stripe/connections/" + connection.path("id").asText()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"accountId\":\"nobody\"}", "{\"accountId\":\"acct_\"}", "{\"accountId\":\"acct_a b\"}",
        "{\"mode\":\"real\"}", "{\"signingSecrets\":[\"short\"]}", "{\"signingSecrets\":[\"with,comma,in,it\"]}",
        "{\"signingSecrets\":[null]}", "{\"signingSecrets\":[\"whsec_1234\",\"whsec_2345\",\"whsec_3456\"]}",
        "{\"signingSecrets\":\"whsec_12345678\"}", "{\"apiKey\":\"pk_live_0123456789abcd\"}", "{\"apiKey\":\" \"}",
        "{\"apiKey\":\"rk_test_0123456789abcd\"}", "{\"mode\":\"test\",\"apiKey\":\"sk_live_0123456789abcd\"}",
        "{\"mode\":\"sandbox\",\"apiKey\":\"rk_live_0123456789abcd\"}", "{\"apiKey\":[\"rk_live_0123456789abcd\"]}"})
    void aConnectionThatCannotBeIsNotMade(String wish) {
        int before = expect(200, api.get("/api/stripe/connections")).size();
        Errors.isError(api.post("/api/stripe/connections", wish), 422);
        assertThat(expect(200, api.get("/api/stripe/connections"))).hasSize(before);
    }

    @Test
    void anEventIsFoundByEveryFilterExplainedAndReplayed() {
        String customer = unique("cus_");
        expect(200, merchant.stripeSends("charge.refunded", object("id", unique("ch_"), "object", "charge",
                "customer", customer, "amount", 100, "amount_refunded", 100, "payment_intent", unique("pi_"))));
        String list = "/api/stripe/events?customerId=" + customer;
        await().atMost(30, SECONDS).until(() -> "waiting".equals(api.get(list).json().path(0).path("state").asText()));
        JsonNode event = expect(200, api.get(list)).path(0);
        assertThat(event.path("reason").asText()).isEqualTo("payment_unknown");
        assertThat(event.path("explanation").asText()).isNotBlank();
        assertThat(event.path("payload").isNull()).isTrue();
        for (String filter : List.of("state=waiting", "type=charge.refunded", "account=" + merchant.workspace().stripeAccount(),
                "objectId=" + event.path("objectId").asText(), "start=2020-01-01", "end=9999-12-31", "pageSize=1")) {
            assertThat(expect(200, api.get(list + "&" + filter))).as(filter).hasSize(1);
        }
        for (String filter : List.of("state=failed", "type=x", "account=acct_x", "objectId=x", "start=9000-01-01",
                "end=2020-01-01", "page=2")) {
            assertThat(expect(200, api.get(list + "&" + filter))).as(filter).isEmpty();
        }
        String id = event.path("id").asText();
        JsonNode whole = expect(200, api.get("/api/stripe/events/" + event.path("stripeEventId").asText()));
        assertThat(whole.path("id").asText()).isEqualTo(id);
        assertThat(whole.path("payload").path("data").path("object").path("customer").asText()).isEqualTo(customer);
        assertThat(expect(200, api.post("/api/stripe/events/" + id + "/replay", object())).path("replayed").asInt()).isOne();
        assertThat(expect(200, api.post("/api/stripe/events/replay?customerId=" + customer, object()))
                .path("replayed").asInt()).isOne();
        await().atMost(30, SECONDS).until(() -> "waiting".equals(api.get(list).json().path(0).path("state").asText()));
        assertThat(expect(200, api.get(list))).hasSize(1);
    }
}
