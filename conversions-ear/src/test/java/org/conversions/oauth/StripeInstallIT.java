package org.conversions.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.json;
import static org.conversions.server.Api.object;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripeSigner;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** Stripe's app connects the account that it runs in, because Stripe says so: whom it names, in this account, just now. */
class StripeInstallIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final String PATH = "/api/stripe/integration";
    private static final String USER = "usr_1Bea";

    private final Person owner = Person.signedIn(SERVER, ServerSettings.OWNER_EMAIL, ServerSettings.OWNER_PASSWORD);
    private final App app = App.registered(owner.post("/api/oauth/clients", App.draft(false, "stripe.read", "stripe.write")),
            SERVER.api(null));
    private final Api api = SERVER.api(app.exchange(app.code(owner)).expect(200).path("access_token").asText());
    private final String account = TestWorkspace.unique("acct_1");

    @Test
    void anAccountIsConnectedInEachModeAndAgainChangesNothing() {
        for (String mode : List.of("live", "test", "live")) {
            Answer answer = install(account, mode);
            assertThat(answer.expect(200).path("stripeAccountId").asText()).isEqualTo(account);
            assertThat(answer.json().path("stripeMode").asText()).isEqualTo(mode);
            assertThat(answer.json().path("workspace").path("id").asText()).isEqualTo(owner.workspaceId());
        }
        assertThat(connected()).containsExactlyInAnyOrder("live app", "test app");
    }

    @Test
    void withoutStripesWordForThisPersonAndThisAccountNothingIsConnected() {
        String forged = StripeSigner.sign(signed(USER, account), "absec_of_mallory");
        String stale = StripeSigner.sign(signed(USER, account), ServerSettings.STRIPE_APP_SECRET, Instant.now().minusSeconds(301));
        String ofAnother = sign(USER, "acct_1Mallory");
        String ofMallory = sign("usr_1Mallory", account);
        String swapped = StripeSigner.sign("{\"account_id\":\"" + account + "\",\"user_id\":\"" + USER + "\"}",
                ServerSettings.STRIPE_APP_SECRET);
        Map<String, String> wrong = Map.of(forged, "app_signature_mismatch", stale, "app_signature_stale", ofAnother,
                "app_signature_mismatch", ofMallory, "app_signature_mismatch", swapped, "app_signature_mismatch", "v1=x",
                "app_signature_malformed");
        wrong.forEach((signature, reason) -> {
            Answer answer = api.patch(PATH, request(account, "live"), "Stripe-Signature", signature);
            assertThat(answer.status()).as(reason).isEqualTo(403);
            assertThat(answer.header("Conversions-Reason")).isEqualTo(reason);
        });
        assertThat(api.patch(PATH, request(account, "live")).header("Conversions-Reason")).isEqualTo("app_signature_missing");
        assertThat(connected()).isEmpty();
    }

    @Test
    void theAccountOfAnotherWorkspaceStaysThere() {
        TestWorkspace other = TestWorkspace.create(SERVER, "Other");
        other.connect(SERVER, "live", account);

        Answer answer = install(account, "live");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).doesNotContain(other.id(), "Other");
        assertThat(disconnect(account, "live").expect(200).path("stripeAccountId").isNull()).isTrue();
        assertThat(SERVER.api(other.apiKey()).get("/api/stripe/connections").body()).contains(account);
    }

    @Test
    void nullDisconnectsTheAccountThatTheAppIsInstalledInAndNoOther() {
        install(account, "live").expect(200);
        install(account, "test").expect(200);
        assertThat(api.patch(PATH, object("stripeAccountId", null, "stripeMode", "live", "stripeUserId", USER,
                "stripeInstalledAccountId", account), "Stripe-Signature", sign(USER, "acct_1Mallory")).status()).isEqualTo(403);
        assertThat(api.patch(PATH, object("stripeAccountId", null, "stripeMode", "live", "stripeUserId", USER),
                "Stripe-Signature", sign(USER, account)).status()).isEqualTo(422);

        assertThat(disconnect(account, "live").expect(200).path("stripeAccountId").isNull()).isTrue();

        assertThat(connected()).containsExactly("test app");
        disconnect(account, "live").expect(200);
        install(account, "live").expect(200);
    }

    @Test
    void onlyAnAppConnectsTheAccountThatItRunsIn() {
        for (Answer answer : List.of(SERVER.api(ServerSettings.API_KEY).patch(PATH, request(account, "live"), "Stripe-Signature",
                sign(USER, account)), owner.browser().patch(PATH, request(account, "live"), "Stripe-Signature", sign(USER, account),
                "Cookie", owner.cookie(), "X-CSRF-Token", owner.csrfToken()))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Conversions-Reason")).isEqualTo("app_only");
        }
        for (Map<String, Object> body : List.of(request(account, "real"), request("nobody", "live"), request(account, null),
                object("stripeAccountId", account, "stripeMode", "live", "stripeUserId", "Bea"))) {
            assertThat(api.patch(PATH, body, "Stripe-Signature", sign(USER, account)).status()).as("%s", body).isEqualTo(422);
        }
        assertThat(connected()).isEmpty();
    }

    @Test
    void whatIsTakenBackInTestModeLeavesTheLiveConnection() {
        install(account, "live").expect(200);
        install(account, "test").expect(200);
        // Test events of an account that has the app live come in by both endpoints.
        takenBack("/webhook", ServerSettings.WEBHOOK_SECRET_LIVE);
        takenBack("/webhook/test", ServerSettings.WEBHOOK_SECRET_TEST);

        await().atMost(Duration.ofSeconds(30)).until(() -> connected().equals(List.of("live app")));
        assertThat(owner.get("/api/audit?action=stripe_disconnected").body()).contains(account, "deauthorized");
    }

    private void takenBack(String endpoint, String secret) {
        SERVER.api(null).postStripeEvent(PATH + endpoint, json(object("id", TestWorkspace.unique("evt_"), "object", "event", "type",
                "account.application.deauthorized", "livemode", false, "account", account, "created",
                Instant.now().getEpochSecond(), "data", object("object", object("id", "ca_1", "object", "application")))),
                secret).expect(200);
    }

    private Answer install(String of, String mode) {
        return api.patch(PATH, request(of, mode), "Stripe-Signature", sign(USER, of));
    }

    private Answer disconnect(String installed, String mode) {
        return api.patch(PATH, object("stripeAccountId", null, "stripeMode", mode, "stripeUserId", USER,
                "stripeInstalledAccountId", installed), "Stripe-Signature", sign(USER, installed));
    }

    private List<String> connected() {
        return owner.get("/api/stripe/connections").expect(200).findParents("accountId").stream()
                .filter(connection -> connection.path("accountId").asText().equals(account))
                .map(connection -> connection.path("mode").asText() + ' ' + connection.path("proof").asText()).toList();
    }

    private static Map<String, Object> request(String account, String mode) {
        return object("stripeAccountId", account, "stripeMode", mode, "stripeUserId", USER);
    }

    private static String sign(String user, String account) {
        return StripeSigner.sign(signed(user, account), ServerSettings.STRIPE_APP_SECRET);
    }

    private static String signed(String user, String account) {
        return "{\"user_id\":\"" + user + "\",\"account_id\":\"" + account + "\"}";
    }
}
