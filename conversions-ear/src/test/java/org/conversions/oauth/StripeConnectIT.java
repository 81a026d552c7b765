package org.conversions.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner connects an account by Stripe's own OAuth: what comes back counts once, for this person, in this mode. */
@ResourceLock(ServerAbroad.NAME)
class StripeConnectIT {

    private static final ConversionsServer SERVER = ServerAbroad.shared().server();
    private static final String PASSWORD = "another horse, another battery";

    private final FakeStripe stripe = ServerAbroad.shared().stripe();
    private final Person owner = Person.signedIn(SERVER, ServerSettings.OWNER_EMAIL, ServerSettings.OWNER_PASSWORD);
    private final String account = TestWorkspace.unique("acct_1");
    private final String code = TestWorkspace.unique("ac_");

    StripeConnectIT() {
        stripe.opens(ServerAbroad.PLATFORM_KEY, null);
        stripe.account().code(code, account, true);
    }

    @AfterEach
    void inOrder() {
        stripe.answerWith(200);
    }

    @Test
    void theAccountOfTheCodeIsConnectedAndGivenBackWithTheConnection() {
        Map<String, String> sent = App.parameters(start().header("Location"));
        assertThat(sent).containsEntry("", stripe.url() + "/oauth/authorize").containsEntry("client_id", ServerAbroad.PLATFORM_CLIENT)
                .containsEntry("response_type", "code").containsEntry("scope", "read_only")
                .containsEntry("redirect_uri", SERVER.base() + "/api/stripe/connect/callback");

        assertThat(back(owner, sent.get("state"), code)).isEqualTo("connected");

        JsonNode connection = connection();
        assertThat(connection.path("proof").asText()).isEqualTo("stripe_oauth");
        assertThat(connection.path("mode").asText()).isEqualTo("live");
        FakeStripe.Request asked = last("/oauth/token");
        assertThat(asked.form()).containsEntry("grant_type", "authorization_code").containsEntry("code", code);
        assertThat(asked.header("authorization")).isEqualTo("Bearer " + ServerAbroad.PLATFORM_KEY);

        JsonNode ended = owner.delete("/api/stripe/connections/" + connection.path("id").asText()).expect(200);
        assertThat(ended.path("endedAtStripe").asBoolean()).isTrue();
        assertThat(last("/oauth/deauthorize").form()).containsEntry("stripe_user_id", account)
                .containsEntry("client_id", ServerAbroad.PLATFORM_CLIENT);
        assertThat(owner.get("/api/audit?action=stripe_connected").body()).contains(account, "stripe_oauth");
        assertThat(owner.get("/api/audit?action=stripe_disconnected").body()).contains(account);
    }

    @Test
    void aStateCountsOnce() {
        String state = state();
        assertThat(back(owner, state, code)).isEqualTo("connected");
        stripe.account().code(code, TestWorkspace.unique("acct_1"), true);

        assertThat(back(owner, state, code)).isEqualTo("problem=state_unknown");
    }

    @Test
    void aStateThatIsNotOursOrIsAnOlderOneCountsForNothing() {
        String older = state();
        String state = state();

        for (String wrong : new String[] {older, state.substring(1), state + "x", "", "x"}) {
            assertThat(back(owner, wrong, code)).as(wrong).isEqualTo("problem=state_unknown");
        }
        assertThat(stripe.at("/oauth/token").stream().filter(request -> code.equals(request.form().get("code")))).isEmpty();
        assertThat(back(owner, state, code)).isEqualTo("connected");
    }

    @Test
    void theStateOfAnotherPersonCountsForNothingAndStays() {
        Person other = invited();
        String state = state();

        assertThat(back(other, state, code)).isEqualTo("problem=state_unknown");
        assertThat(SERVER.api(null).get("/api/stripe/connect/callback?state=" + state + "&code=" + code).header("Location"))
                .endsWith("#problem=sign_in_first");

        assertThat(back(owner, state, code)).isEqualTo("connected");
    }

    @Test
    void aCodeThatStripeDoesNotTakeOrThatIsOfAnotherModeConnectsNothing() {
        assertThat(back(owner, state(), "ac_unknown")).isEqualTo("problem=code_refused");
        String test = TestWorkspace.unique("ac_");
        stripe.account().code(test, account, false);
        assertThat(back(owner, state(), test)).isEqualTo("problem=wrong_mode");
        stripe.answerWith(500);
        assertThat(back(owner, state(), code)).isEqualTo("problem=stripe_unreachable");
        stripe.answerWith(200);
        assertThat(answered(owner, "state=" + state() + "&error=access_denied")).isEqualTo("problem=access_denied");

        assertThat(owner.get("/api/stripe/connections").body()).doesNotContain(account);
    }

    @Test
    void anAccountOfAnotherWorkspaceStaysThere() {
        TestWorkspace.create(SERVER, "Other").connect(SERVER, "live", account);

        assertThat(back(owner, state(), code)).isEqualTo("problem=account_taken");
    }

    @Test
    void aKeyIsNoPerson() {
        assertThat(SERVER.api(ServerSettings.API_KEY).get("/api/stripe/connect/start?mode=live").header("Conversions-Reason"))
                .isEqualTo("sign_in_first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "sandbox"})
    void aModeWithoutAPlatformIsSaidSo(String mode) {
        Answer answer = owner.get("/api/stripe/connect/start?mode=" + mode);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Conversions-Reason")).isEqualTo("not_configured");
    }

    private Person invited() {
        String email = TestWorkspace.unique("mallory") + "@example.com";
        String url = owner.post("/api/workspace/invitations", object("email", email, "role", "owner")).expectSuccess()
                .path("url").asText();
        SERVER.api(null).post("/api/invitations/" + url.substring(url.indexOf("token=") + "token=".length()) + "/accept",
                object("name", "Mallory", "password", PASSWORD)).expectSuccess();
        return Person.signedIn(SERVER, email, PASSWORD);
    }

    private Answer start() {
        Answer answer = owner.get("/api/stripe/connect/start?mode=live");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    private String state() {
        return App.parameters(start().header("Location")).get("state");
    }

    /** @return the fragment of the page that the person is sent on to */
    private static String back(Person person, String state, String code) {
        return answered(person, "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8) + "&code=" + code);
    }

    private static String answered(Person person, String query) {
        Answer answer = person.get("/api/stripe/connect/callback?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(SERVER.base() + "/app/stripe/#");
        return answer.header("Location").substring(answer.header("Location").indexOf('#') + 1);
    }

    private JsonNode connection() {
        return StreamSupport.stream(owner.get("/api/stripe/connections").expect(200).spliterator(), false)
                .filter(connection -> connection.path("accountId").asText().equals(account)).findFirst().orElseThrow();
    }

    private FakeStripe.Request last(String path) {
        return stripe.at(path).get(stripe.at(path).size() - 1);
    }
}
