package org.conversions.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What the standards of OAuth demand of a server for the code grant, rule by rule and by number: RFC 6749, 6750, 7009, 7636,
 * 8414, 9207, 9700, and the cases that the test suite OAuch looks at, as far as they are about what is offered here. It speaks
 * to the running server as an app and a browser do.
 */
@OnBothDatabases
class OAuthStandardsIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final Api WEB = SERVER.api(null);
    private static final Person OWNER = Person.signedIn(SERVER, "owner@example.com", "correct horse battery staple");
    private static final Api OPERATOR = SERVER.api(ServerSettings.OPERATOR_TOKEN);
    private static final TestWorkspace OTHER = TestWorkspace.create(SERVER, "Other");
    private static final int AT_ONCE = 8;

    private static final App PUBLIC = app(false, "links.read", "links.write", "tags.read");
    private static final App CONFIDENTIAL = app(true, "links.read");

    private final List<DynamicTest> rows = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> everyRule() {
        theRequestForAuthorization();
        theAnswer();
        theToken();
        theProofOfTheApp();
        theRefreshToken();
        theAccessToken();
        theRevocation();
        theDescription();
        thePage();
        theTenants();
        return rows.stream();
    }

    private void theRequestForAuthorization() {
        row("RFC 6749 3.1: parameters without a value count as left out", () ->
                assertThat(consent(PUBLIC.query("scope", "")).expect(200).path("scopes")).hasSize(3));
        row("RFC 6749 3.1: unknown parameters are ignored", () -> consent(PUBLIC.query("nonce", "x", "request", "y")).expect(200));
        row("RFC 6749 3.1: no parameter twice", () ->
                assertThat(mistake(PUBLIC.query() + "&response_type=code")).isEqualTo("invalid_request"));
        row("RFC 6749 3.1.1: a response type is there", () ->
                assertThat(mistake(PUBLIC.query("response_type", null))).isEqualTo("invalid_request"));
        row("RFC 6749 3.1.1, 9700 2.1.2: no implicit grant", () -> {
            for (String type : List.of("token", "code token", "id_token", "code id_token")) {
                assertThat(mistake(PUBLIC.query("response_type", type))).isEqualTo("unsupported_response_type");
            }
        });
        row("RFC 6749 3.1.2.4: who is sent to a wrong address is not sent at all", () -> {
            for (String redirect : List.of("https://evil.example/", App.REDIRECT + "x", App.REDIRECT + "#", "https://app.example/")) {
                Errors.isError(consent(PUBLIC.query("redirect_uri", redirect)), 400);
                Errors.isError(decided(PUBLIC.request("redirect_uri", redirect), true), 400);
                Errors.isError(decided(PUBLIC.request("redirect_uri", redirect), false), 400);
            }
        });
        row("RFC 9700 2.1: a redirect is compared character by character", () -> {
            for (String redirect : List.of("https://app.example/Back?from=conversions", "https://app.example/back?from=conversion",
                    "https://app.example/back?from=conversions&", "https://app.example//back?from=conversions",
                    "https://app.example/./back?from=conversions", "https://app.example:443/back?from=conversions",
                    "https://APP.example/back?from=conversions", "http://app.example/back?from=conversions")) {
                Errors.isError(consent(PUBLIC.query("redirect_uri", redirect)), 400);
            }
        });
        row("RFC 6749 3.1.2.3: without a redirect nobody is sent anywhere", () ->
                Errors.isError(consent(PUBLIC.query("redirect_uri", null)), 400));
        row("OAuch RedirectUriConfusion: two redirects are one too many", () ->
                Errors.isError(consent(PUBLIC.query() + "&redirect_uri=https%3A%2F%2Fevil.example%2F"), 400));
        row("RFC 6749 4.1.2.1: an unknown app is told to the person only", () -> {
            Errors.isError(consent(PUBLIC.query("client_id", "app_unknown")), 400);
            Errors.isError(consent(PUBLIC.query("client_id", null)), 400);
            Errors.isError(consent(PUBLIC.query("client_id", "x".repeat(3_000))), 400);
        });
        row("RFC 6749 3.3: scopes are those that the app may have", () -> {
            for (String scope : List.of("customers.read", "links.read apis.all", "apis.read", "keys.write", "LINKS.READ", " ")) {
                assertThat(mistake(PUBLIC.query("scope", scope))).isEqualTo("invalid_scope");
            }
        });
        row("RFC 6749 10.12: a state is there", () -> assertThat(mistake(PUBLIC.query("state", null))).isEqualTo("invalid_request"));
        row("RFC 7636 4.4.1, 9700 2.1.1: no code without a challenge", () ->
                assertThat(mistake(PUBLIC.query("code_challenge", null, "code_challenge_method", null))).isEqualTo("invalid_request"));
        row("RFC 9700 2.1.1: an app with a secret needs one too", () ->
                assertThat(mistake(CONFIDENTIAL.query("code_challenge", null))).isEqualTo("invalid_request"));
        row("RFC 7636 4.2, 9700 2.1.1: no plain challenge, not even by leaving the method out", () -> {
            assertThat(mistake(PUBLIC.query("code_challenge_method", "plain"))).isEqualTo("invalid_request");
            assertThat(mistake(PUBLIC.query("code_challenge_method", null))).isEqualTo("invalid_request");
        });
        row("RFC 6749 4.1.2.1: the app is told of its mistake, with its state", () -> {
            Map<String, String> told = App.parameters(consent(PUBLIC.query("scope", "no")).expect(200).path("redirectTo").asText());
            assertThat(told).containsEntry("error", "invalid_scope").containsEntry("state", "s 1").containsEntry("iss", issuer())
                    .containsEntry("from", "conversions").doesNotContainKey("code");
        });
        row("RFC 9700 4.11.2: a mistake alone sends nobody on", () -> {
            assertThat(WEB.get("/oauth/authorize?" + PUBLIC.query("scope", "no")).status()).isEqualTo(200);
            assertThat(consent(PUBLIC.query("scope", "no")).header("Location")).isNull();
        });
    }

    private void theAnswer() {
        row("RFC 6749 4.1.2: a yes brings a code and the state, at the redirect as it was registered", () -> {
            Map<String, String> answer = PUBLIC.approved(OWNER);
            assertThat(answer).containsEntry("", "https://app.example/back").containsEntry("from", "conversions")
                    .containsEntry("state", "s 1").doesNotContainKey("error");
            assertThat(answer.get("code")).hasSizeGreaterThan(32);
        });
        row("RFC 9207 2: the answer names its server", () -> assertThat(PUBLIC.approved(OWNER)).containsEntry("iss", issuer()));
        row("RFC 6749 4.1.2.1: a no is access_denied, with state and iss", () -> {
            Map<String, String> answer = App.parameters(decided(PUBLIC.request(), false).expect(200).path("redirectTo").asText());
            assertThat(answer).containsEntry("error", "access_denied").containsEntry("state", "s 1").containsEntry("iss", issuer())
                    .doesNotContainKey("code");
        });
        row("RFC 6749 10.10, OAuch AuthorizationCodeEntropy: no two codes are alike", () -> {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                codes.add(PUBLIC.code(OWNER));
            }
            assertThat(codes).hasSize(20);
        });
        row("RFC 6749 10.2, OAuch RequireUserConsent: a person is asked each time", () -> {
            PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            JsonNode asked = consent(PUBLIC.query()).expect(200);
            assertThat(asked.path("redirectTo").isNull()).isTrue();
            assertThat(asked.path("workspaces").path(0).path("allowed").asBoolean()).isTrue();
        });
        row("RFC 6749 10.12: nobody is asked without a session, and no key stands for a person", () -> {
            Errors.isError(WEB.get("/api/oauth/authorization?" + PUBLIC.query()), 401);
            Errors.isError(SERVER.api(ServerSettings.API_KEY).get("/api/oauth/authorization?" + PUBLIC.query()), 401);
            Errors.isError(SERVER.api(ServerSettings.API_KEY).post("/api/oauth/authorization", PUBLIC.request()), 401);
        });
        row("RFC 6749 10.12: no yes that a page of another site makes a browser send", () -> {
            Map<String, Object> yes = decision(PUBLIC.request(), true);
            Errors.isError(WEB.post("/api/oauth/authorization", yes, "Cookie", OWNER.cookie()), 403);
            Errors.isError(WEB.post("/api/oauth/authorization", yes, "Cookie", OWNER.cookie(), "X-CSRF-Token", "wrong"), 403);
            for (String[] from : new String[][] {{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}}) {
                Errors.isError(WEB.post("/api/oauth/authorization", yes, "Cookie", OWNER.cookie(), "X-CSRF-Token", OWNER.csrfToken(),
                        from[0], from[1]), 403);
            }
        });
        row("the request is said again with the answer, and judged again", () -> {
            assertThat(App.parameters(decided(PUBLIC.request("scope", "apis.all"), true).expect(200).path("redirectTo").asText()))
                    .containsEntry("error", "invalid_scope");
            Errors.isError(OWNER.post("/api/oauth/authorization", PUBLIC.request()), 422);
            Map<String, Object> nowhere = PUBLIC.request();
            nowhere.put("approve", true);
            Errors.isError(OWNER.post("/api/oauth/authorization", nowhere), 422);
        });
    }

    private void theToken() {
        row("RFC 6749 5.1: tokens, their kind, their life and their scope", () -> {
            JsonNode tokens = PUBLIC.exchange(PUBLIC.code(OWNER, "scope", "tags.read links.read")).expect(200);
            assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
            assertThat(tokens.path("expires_in").asLong()).isBetween(1L, 3600L);
            assertThat(tokens.path("scope").asText()).isEqualTo("links.read tags.read");
            assertThat(tokens.path("access_token").asText()).startsWith("conv_access_token_").hasSizeGreaterThan(40);
            assertThat(tokens.path("refresh_token").asText()).startsWith("conv_refresh_token_").hasSizeGreaterThan(40);
        });
        row("RFC 6749 5.1: no answer is kept in a cache", () -> {
            for (Answer answer : List.of(PUBLIC.exchange(PUBLIC.code(OWNER)), PUBLIC.exchange("none"))) {
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("Pragma")).isEqualTo("no-cache");
                assertThat(answer.header("Content-Type")).startsWith("application/json");
            }
        });
        row("RFC 6749 3.2: unknown parameters are ignored, those without a value are left out", () ->
                PUBLIC.exchange(PUBLIC.code(OWNER), "audience", "x", "scope", "").expect(200));
        row("RFC 6749 3.2: no parameter twice", () -> isProblem(PUBLIC.post("/api/oauth/token",
                App.form(object("grant_type", "authorization_code", "code", PUBLIC.code(OWNER), "redirect_uri", App.REDIRECT,
                        "code_verifier", App.VERIFIER, "client_id", PUBLIC.id())) + "&code=x"), 400, "invalid_request"));
        row("RFC 6749 3.2: a GET gives no token, nor does a query", () -> {
            String query = App.form(object("grant_type", "authorization_code", "code", PUBLIC.code(OWNER), "redirect_uri",
                    App.REDIRECT, "code_verifier", App.VERIFIER, "client_id", PUBLIC.id()));
            assertThat(WEB.get("/api/oauth/token?" + query).status()).isEqualTo(405);
            isProblem(PUBLIC.post("/api/oauth/token?" + query, ""), 400, "invalid_request");
        });
        row("RFC 6749 4.1.3: a form it is", () -> {
            for (String type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x")) {
                isProblem(WEB.send("POST", "/api/oauth/token", BodyPublishers.ofString("{}"), "Content-Type", type), 400, "invalid_request");
            }
            isProblem(WEB.send("POST", "/api/oauth/token", BodyPublishers.noBody()), 400, "invalid_request");
        });
        row("a form has a bound", () -> assertThat(PUBLIC.post("/api/oauth/token", "code=" + "x".repeat(20_000)).status()).isEqualTo(413));
        row("RFC 6749 5.2: grant types that there are not", () -> {
            for (String type : List.of("password", "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer", "implicit")) {
                isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), "grant_type", type, "username", "owner@example.com", "password",
                        "correct horse battery staple"), 400, "unsupported_grant_type");
            }
            isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), "grant_type", null), 400, "invalid_request");
        });
        row("RFC 6749 4.1.3: what must be there", () -> {
            for (String name : List.of("code", "redirect_uri", "code_verifier", "client_id")) {
                isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), name, null), 400, "invalid_request");
            }
        });
        row("RFC 6749 4.1.3: the redirect is that of the request, character by character", () -> {
            for (String redirect : List.of(App.OTHER_REDIRECT, App.REDIRECT + "x", App.REDIRECT.replace("back", "Back"), App.REDIRECT + "/")) {
                isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), "redirect_uri", redirect), 400, "invalid_grant");
            }
        });
        row("RFC 7636 4.6: the verifier is that of the challenge", () -> {
            for (String verifier : List.of(App.VERIFIER + "x", App.VERIFIER.substring(1), App.challenge(App.VERIFIER), "x".repeat(43),
                    "short", "x".repeat(200))) {
                isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), "code_verifier", verifier), 400, "invalid_grant");
            }
        });
        row("RFC 9700 4.8.2, OAuch PkceTokenDowngrade: no verifier, no token", () ->
                isProblem(CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER), "code_verifier", ""), 400, "invalid_request"));
        row("RFC 7636 4.1, OAuch ShortVerifier: a verifier has 43 characters", () -> {
            String verifier = "x".repeat(42);
            isProblem(PUBLIC.exchange(PUBLIC.code(OWNER, "code_challenge", App.challenge(verifier)), "code_verifier", verifier), 400,
                    "invalid_grant");
        });
        row("a thief of a code without its verifier neither uses it up nor ends anything", () -> {
            String code = PUBLIC.code(OWNER);
            isProblem(PUBLIC.exchange(code, "code_verifier", "x".repeat(43)), 400, "invalid_grant");
            String access = PUBLIC.exchange(code).expect(200).path("access_token").asText();
            isProblem(PUBLIC.exchange(code, "code_verifier", "x".repeat(43)), 400, "invalid_grant");
            PUBLIC.links(access).expect(200);
        });
        row("RFC 6749 4.1.2, 10.5: a code is good once, and its second use ends what came of it", () -> {
            String code = PUBLIC.code(OWNER);
            JsonNode tokens = PUBLIC.exchange(code).expect(200);
            PUBLIC.links(tokens.path("access_token").asText()).expect(200);
            isProblem(PUBLIC.exchange(code), 400, "invalid_grant");
            Errors.isError(PUBLIC.links(tokens.path("access_token").asText()), 401);
            isProblem(PUBLIC.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
        });
        row("RFC 9700 4.5, OAuch RefreshTokenValidAfterMultiExchange: also what was refreshed since", () -> {
            String code = PUBLIC.code(OWNER);
            JsonNode later = PUBLIC.refresh(PUBLIC.exchange(code).expect(200).path("refresh_token").asText()).expect(200);
            isProblem(PUBLIC.exchange(code), 400, "invalid_grant");
            Errors.isError(PUBLIC.links(later.path("access_token").asText()), 401);
            isProblem(PUBLIC.refresh(later.path("refresh_token").asText()), 400, "invalid_grant");
        });
        row("OAuch MultiFastACExchange: of many at the same moment one gets tokens, and they end", () -> {
            for (App app : List.of(PUBLIC, CONFIDENTIAL)) {
                String code = app.code(OWNER);
                List<Answer> answers = AtOnce.all(times(() -> app.exchange(code)));
                assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
                assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> isProblem(answer, 400, "invalid_grant"));
                JsonNode tokens = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow().json();
                Errors.isError(app.links(tokens.path("access_token").asText()), 401);
                isProblem(app.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
            }
        });
        row("RFC 6749 4.1.3: a code is that of the app that asked, which another learns nothing of", () -> {
            String code = PUBLIC.code(OWNER);
            App other = app(false, "links.read");
            isProblem(other.exchange(code), 400, "invalid_grant");
            assertThat(other.exchange(code).body()).isEqualTo(other.exchange("conv_code_unknown").body());
            PUBLIC.exchange(code).expect(200);
        });
        row("RFC 6749 5.2: odd codes are wrong codes", () -> {
            for (String code : List.of("x", "\u0000", "%", "x".repeat(10_000), "ä", "' or 1=1 --")) {
                isProblem(PUBLIC.exchange(code), 400, "invalid_grant");
            }
        });
    }

    private void theProofOfTheApp() {
        row("RFC 6749 2.3.1: id and secret in the header", () -> CONFIDENTIAL.token(exchangeForm(CONFIDENTIAL), "Authorization",
                App.basic(CONFIDENTIAL.id(), CONFIDENTIAL.secret())).expect(200));
        row("RFC 6749 2.3: not in both ways at once", () -> isProblem(CONFIDENTIAL.token(App.changed(exchangeForm(CONFIDENTIAL),
                "client_secret", CONFIDENTIAL.secret()), "Authorization", App.basic(CONFIDENTIAL.id(), CONFIDENTIAL.secret())), 400,
                "invalid_request"));
        row("RFC 6749 3.2.1: an app with a secret proves it", () -> {
            for (String secret : new String[] {null, "", "wrong", CONFIDENTIAL.secret() + "x"}) {
                isProblem(CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER), "client_secret", secret), 401, "invalid_client");
            }
        });
        row("RFC 6749 5.2: who fails by the header is told how to", () -> {
            Answer answer = CONFIDENTIAL.token(exchangeForm(CONFIDENTIAL), "Authorization", App.basic(CONFIDENTIAL.id(), "wrong"));
            isProblem(answer, 401, "invalid_client");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
            isProblem(CONFIDENTIAL.token(exchangeForm(CONFIDENTIAL), "Authorization", "Bearer x"), 401, "invalid_client");
        });
        row("an app without a secret has none", () ->
                isProblem(PUBLIC.exchange(PUBLIC.code(OWNER), "client_secret", "anything"), 401, "invalid_client"));
        row("RFC 6749 2.3.1: an unknown app is answered as one with a wrong secret", () ->
                assertThat(new App(WEB, "app_unknown", "x").exchange("x").body()).isEqualTo(CONFIDENTIAL.exchange("x", "client_secret", "x").body()));
        row("RFC 6749 10.1, OAuch ClientSecretEntropy: a secret is long, and shown once", () -> {
            assertThat(CONFIDENTIAL.secret()).hasSizeGreaterThan(40);
            assertThat(OWNER.get("/api/oauth/clients").body()).contains(CONFIDENTIAL.id()).doesNotContain(CONFIDENTIAL.secret());
        });
    }

    private void theRefreshToken() {
        row("RFC 6749 6, 9700 4.14.2: a refresh brings new tokens of the same scope, and ends the access token before", () -> {
            JsonNode first = PUBLIC.exchange(PUBLIC.code(OWNER, "scope", "links.read")).expect(200);
            JsonNode second = PUBLIC.refresh(first.path("refresh_token").asText()).expect(200);
            assertThat(second.path("scope").asText()).isEqualTo("links.read");
            assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
            PUBLIC.links(second.path("access_token").asText()).expect(200);
            Errors.isError(PUBLIC.links(first.path("access_token").asText()), 401);
        });
        row("RFC 9700 4.14.2: the second use of a refresh token ends the family", () -> {
            JsonNode first = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            JsonNode second = PUBLIC.refresh(first.path("refresh_token").asText()).expect(200);
            isProblem(PUBLIC.refresh(first.path("refresh_token").asText()), 400, "invalid_grant");
            Errors.isError(PUBLIC.links(second.path("access_token").asText()), 401);
            isProblem(PUBLIC.refresh(second.path("refresh_token").asText()), 400, "invalid_grant");
        });
        row("OAuch MultiFastRefresh: of many at the same moment one gets tokens, and they end", () -> {
            JsonNode first = CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER)).expect(200);
            List<Answer> answers = AtOnce.all(times(() -> CONFIDENTIAL.refresh(first.path("refresh_token").asText())));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            answers.stream().filter(answer -> answer.status() == 200).forEach(answer ->
                    Errors.isError(CONFIDENTIAL.links(answer.json().path("access_token").asText()), 401));
        });
        row("RFC 6749 6: no more than was granted, and a mistake in that uses nothing up", () -> {
            String token = PUBLIC.exchange(PUBLIC.code(OWNER, "scope", "links.read")).expect(200).path("refresh_token").asText();
            isProblem(PUBLIC.refresh(token, "scope", "links.read tags.read"), 400, "invalid_scope");
            PUBLIC.refresh(token).expect(200);
        });
        row("RFC 6749 6: less is fine, and the rest is there the next time", () -> {
            String token = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200).path("refresh_token").asText();
            JsonNode narrow = PUBLIC.refresh(token, "scope", "tags.read").expect(200);
            Errors.isError(PUBLIC.links(narrow.path("access_token").asText()), 403);
            assertThat(PUBLIC.refresh(narrow.path("refresh_token").asText()).expect(200).path("scope").asText())
                    .isEqualTo("links.read links.write tags.read");
        });
        row("RFC 6749 10.4: a refresh token is that of its app", () -> {
            String token = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200).path("refresh_token").asText();
            isProblem(app(false, "links.read").refresh(token), 400, "invalid_grant");
            PUBLIC.refresh(token).expect(200);
        });
        row("RFC 6749 3.2.1: an app with a secret proves it here as well", () -> {
            String token = CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER)).expect(200).path("refresh_token").asText();
            isProblem(CONFIDENTIAL.refresh(token, "client_secret", null), 401, "invalid_client");
            CONFIDENTIAL.refresh(token).expect(200);
        });
        row("RFC 6749 5.2: what is no refresh token", () -> {
            JsonNode tokens = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            for (String token : List.of("x", tokens.path("access_token").asText(), ServerSettings.API_KEY)) {
                isProblem(PUBLIC.refresh(token), 400, "invalid_grant");
            }
            isProblem(PUBLIC.refresh(null), 400, "invalid_request");
        });
    }

    private void theAccessToken() {
        row("RFC 6750 2.1: in the header", () -> PUBLIC.links(access()).expect(200));
        row("RFC 6750 2.3, 9700 4.3.2: not in the query, not in the body", () -> {
            String token = access();
            Errors.isError(WEB.get("/api/links?access_token=" + token), 401);
            Errors.isError(WEB.post("/api/links", object("access_token", token)), 401);
        });
        row("RFC 6750 3: who brings none is told how to, and who brings a wrong one why not", () -> {
            assertThat(WEB.get("/api/oauth/userinfo").header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(PUBLIC.links("conv_access_token_unknown").header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        });
        row("RFC 6749 7, 9700 2.3: it opens what was granted and nothing else", () -> {
            String token = PUBLIC.exchange(PUBLIC.code(OWNER, "scope", "links.read")).expect(200).path("access_token").asText();
            Api app = SERVER.api(token);
            app.get("/api/links").expect(200);
            for (String path : List.of("/api/tags", "/api/customers", "/api/keys", "/api/workspace", "/api/oauth/clients",
                    "/api/oauth/authorizations")) {
                Errors.isError(app.get(path), 403);
            }
            Errors.isError(app.post("/api/links", object("url", "https://shop.example/")), 403);
            Errors.isError(app.post("/api/keys", object("name", "Mine")), 403);
            Errors.isError(app.get("/api/session/workspace"), 405);
            Errors.isError(app.get("/api/oauth/authorization?" + PUBLIC.query()), 401);
        });
        row("it is not among the keys of people", () -> {
            JsonNode tokens = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            JsonNode keys = SERVER.api(ServerSettings.API_KEY).get("/api/keys").expect(200);
            assertThat(keys.findValuesAsText("kind")).doesNotContain("oauth");
            assertThat(tokens.path("access_token").asText()).isNotEmpty();
        });
        row("an app tells whose consent it has, and no more", () -> {
            JsonNode info = SERVER.api(access()).get("/api/oauth/userinfo").expect(200);
            assertThat(info.path("workspace").path("id").asText()).isEqualTo(OWNER.workspaceId());
            assertThat(info.path("workspace").path("name").asText()).isEqualTo("Acme");
            assertThat(info.toString()).doesNotContain("owner@example.com");
            Errors.isError(SERVER.api(ServerSettings.API_KEY).get("/api/oauth/userinfo"), 401);
        });
        row("an app in a page of any site calls what is for it, and reads the answer", () -> {
            for (String path : List.of("/api/oauth/token", "/api/oauth/revoke", "/api/oauth/userinfo", "/api/stripe/integration/settings")) {
                Answer preflight = WEB.send("OPTIONS", path, BodyPublishers.noBody(), "Origin", "null",
                        "Access-Control-Request-Method", "PATCH");
                assertThat(preflight.status()).isEqualTo(204);
                assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
                assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Stripe-Signature");
                assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
            }
            Answer refused = PUBLIC.post("/api/oauth/token", "", "Origin", "null");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
            SERVER.api(access()).get("/api/oauth/userinfo", "Origin", "null").expect(200);
            PUBLIC.links(access(), "Origin", "null").expect(200);
            Errors.isError(SERVER.api(ServerSettings.API_KEY).get("/api/links", "Origin", "null"), 403);
        });
        row("RFC 9700 2.6: and the page that asks is not among that", () ->
                assertThat(OWNER.get("/api/oauth/authorization?" + PUBLIC.query()).header("Access-Control-Allow-Origin")).isNull());
    }

    private void theRevocation() {
        row("RFC 7009 2.1: a refresh token ends with all that it belongs to", () -> {
            JsonNode tokens = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            PUBLIC.revoke(tokens.path("refresh_token").asText()).expect(200);
            Errors.isError(PUBLIC.links(tokens.path("access_token").asText()), 401);
            isProblem(PUBLIC.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
        });
        row("RFC 7009 2.1, OAuch AccessRevokesRefresh: so does an access token", () -> {
            JsonNode tokens = CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER)).expect(200);
            CONFIDENTIAL.revoke(tokens.path("access_token").asText()).expect(200);
            Errors.isError(CONFIDENTIAL.links(tokens.path("access_token").asText()), 401);
            isProblem(CONFIDENTIAL.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
        });
        row("RFC 7009 2.2: a token that there is not is no mistake, nor is a wrong hint", () -> {
            for (String token : List.of("x", "conv_refresh_token_unknown", "x".repeat(5_000), ServerSettings.API_KEY)) {
                PUBLIC.revoke(token).expect(200);
            }
            PUBLIC.post("/api/oauth/revoke", App.form(object("token", "x", "token_type_hint", "id_token", "client_id", PUBLIC.id()))).expect(200);
            SERVER.api(ServerSettings.API_KEY).get("/api/links").expect(200);
        });
        row("RFC 7009 2.1: the app proves who it is", () -> {
            String token = CONFIDENTIAL.exchange(CONFIDENTIAL.code(OWNER)).expect(200).path("access_token").asText();
            isProblem(new App(WEB, CONFIDENTIAL.id(), null).revoke(token), 401, "invalid_client");
            isProblem(WEB.send("POST", "/api/oauth/revoke", BodyPublishers.ofString("token=" + token), "Content-Type",
                    "application/x-www-form-urlencoded"), 400, "invalid_request");
            isProblem(PUBLIC.post("/api/oauth/revoke", "client_id=" + PUBLIC.id()), 400, "invalid_request");
            CONFIDENTIAL.links(token).expect(200);
        });
        row("RFC 7009 2.1: a token of another app stays", () -> {
            JsonNode tokens = PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200);
            isProblem(CONFIDENTIAL.revoke(tokens.path("access_token").asText()), 400, "invalid_grant");
            isProblem(CONFIDENTIAL.revoke(tokens.path("refresh_token").asText()), 400, "invalid_grant");
            PUBLIC.links(tokens.path("access_token").asText()).expect(200);
        });
        row("an owner sees what was granted and takes it back", () -> {
            App app = app(false, "links.read");
            String token = app.exchange(app.code(OWNER)).expect(200).path("access_token").asText();
            JsonNode granted = granted(app);
            assertThat(granted.path("person").path("email").asText()).isEqualTo("owner@example.com");
            assertThat(granted.path("scopes")).hasToString("[\"links.read\"]");
            String path = "/api/oauth/authorizations/" + granted.path("id").asText();
            Errors.isError(SERVER.api(OTHER.apiKey()).delete(path), 404);
            app.links(token).expect(200);
            OWNER.delete(path).expect(200);
            Errors.isError(app.links(token), 401);
            Errors.isError(OWNER.delete(path), 404);
        });
        row("an app that is deleted takes all with it, also a code on its way", () -> {
            App app = app(true, "links.read");
            String code = app.code(OWNER);
            String token = app.exchange(app.code(OWNER)).expect(200).path("access_token").asText();
            Errors.isError(SERVER.api(OTHER.apiKey()).delete("/api/oauth/clients/" + app.id()), 404);
            OWNER.delete("/api/oauth/clients/" + app.id()).expect(200);
            Errors.isError(app.links(token), 401);
            isProblem(app.exchange(code), 401, "invalid_client");
            Errors.isError(consent(app.query()), 400);
        });
        row("one app cannot lock others out: it has ten grants of a person, and the next ends the oldest", () -> {
            App app = app(false, "links.read");
            String oldest = app.exchange(app.code(OWNER)).expect(200).path("access_token").asText();
            String second = app.exchange(app.code(OWNER)).expect(200).path("access_token").asText();
            for (int i = 0; i < 9; i++) {
                app.exchange(app.code(OWNER)).expect(200);
            }
            Errors.isError(app.links(oldest), 401);
            app.links(second).expect(200);
        });
    }

    private void theDescription() {
        row("RFC 8414 3: where it must be, as JSON, and readable by pages", () -> {
            Answer answer = WEB.get("/.well-known/oauth-authorization-server");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        });
        row("RFC 8414 2, 3.3: it names itself as the answers do, and what it offers", () -> {
            JsonNode metadata = WEB.get("/.well-known/oauth-authorization-server").expect(200);
            assertThat(metadata.path("issuer").asText()).isEqualTo(issuer()).doesNotEndWith("/").doesNotContain("?", "#");
            assertThat(metadata.path("response_types_supported")).hasToString("[\"code\"]");
            assertThat(metadata.path("grant_types_supported")).hasToString("[\"authorization_code\",\"refresh_token\"]");
            assertThat(metadata.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
            assertThat(metadata.path("token_endpoint_auth_methods_supported")).hasSize(3);
            assertThat(metadata.path("scopes_supported").toString()).contains("links.read").doesNotContain("apis", "keys");
        });
        row("RFC 9207 3: and that it does name itself", () -> assertThat(WEB.get("/.well-known/oauth-authorization-server").expect(200)
                .path("authorization_response_iss_parameter_supported").asBoolean()).isTrue());
        row("RFC 8414 2: the addresses are where it says", () -> {
            JsonNode metadata = WEB.get("/.well-known/oauth-authorization-server").expect(200);
            for (String name : List.of("token_endpoint", "revocation_endpoint")) {
                isProblem(PUBLIC.post(metadata.path(name).asText().substring(issuer().length()), ""), 400, "invalid_request");
            }
            assertThat(WEB.get(metadata.path("authorization_endpoint").asText().substring(issuer().length())).status()).isEqualTo(200);
        });
    }

    private void thePage() {
        row("RFC 6749 3.1: the page is there for whoever is sent to it, and a GET changes nothing", () ->
                assertThat(WEB.get("/oauth/authorize?" + PUBLIC.query()).header("Content-Type")).startsWith("text/html"));
        row("RFC 6749 10.13, 9700 4.16: no other page frames it", () -> {
            Answer page = WEB.get("/oauth/authorize?" + PUBLIC.query());
            assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        });
        row("RFC 9700 4.2.4: nobody learns its address", () ->
                assertThat(WEB.get("/oauth/authorize?" + PUBLIC.query()).header("Referrer-Policy")).isEqualTo("no-referrer"));
        row("headers of any length break nothing", () -> {
            for (String name : List.of("Authorization", "Cookie", "X-Anything")) {
                Answer answer = PUBLIC.post("/api/oauth/token", "grant_type=refresh_token", name, "x".repeat(20_000));
                assertThat(answer.status()).as(name).isBetween(400, 499);
            }
        });
    }

    private void theTenants() {
        row("the app of a workspace is for that one alone", () -> {
            App theirs = App.registered(SERVER.api(OTHER.apiKey()).post("/api/oauth/clients", App.draft(false, "links.read")), WEB);
            JsonNode asked = consent(theirs.query()).expect(200);
            assertThat(asked.path("client").path("registeredBy").asText()).isEqualTo("Other");
            assertThat(asked.path("workspaces")).isNotEmpty().allSatisfy(choice -> {
                assertThat(choice.path("allowed").asBoolean()).isFalse();
                assertThat(choice.path("reason").asText()).isEqualTo("app_of_other_workspace");
            });
            Errors.isError(decided(theirs.request(), true), 403);
        });
        row("an app of the server is for every workspace of the person, and for no other", () -> {
            App everybodys = App.registered(OPERATOR.post("/api/server/oauth/clients", App.draft(false, "links.read")), WEB);
            assertThat(consent(everybodys.query()).expect(200).path("client").path("registeredBy").isNull()).isTrue();
            everybodys.exchange(everybodys.code(OWNER)).expect(200);
            Map<String, Object> foreign = everybodys.request();
            foreign.put("workspaceId", OTHER.id());
            foreign.put("approve", true);
            Errors.isError(OWNER.post("/api/oauth/authorization", foreign), 404);
            Errors.isError(OWNER.delete("/api/oauth/clients/" + everybodys.id()), 404);
            OPERATOR.delete("/api/server/oauth/clients/" + everybodys.id()).expect(200);
            Errors.isError(OPERATOR.delete("/api/server/oauth/clients/" + PUBLIC.id()), 404);
        });
        row("what is asked is shown in words, with who asks and where it leads", () -> {
            JsonNode asked = consent(PUBLIC.query("scope", "links.read")).expect(200);
            assertThat(asked.path("redirectHost").asText()).isEqualTo("app.example");
            assertThat(asked.path("client").path("developer").asText()).isEqualTo("Dev");
            assertThat(asked.path("person").path("email").asText()).isEqualTo("owner@example.com");
            assertThat(asked.path("scopes").path(0).path("text").asText()).isEqualTo("See the short links");
        });
        row("it is written down who let an app in", () -> {
            App app = app(false, "links.read");
            app.exchange(app.code(OWNER)).expect(200);
            assertThat(granted(app).path("client").path("id").asText()).isEqualTo(app.id());
        });
    }

    private void row(String rule, Executable check) {
        rows.add(DynamicTest.dynamicTest(rows.size() + 1 + ". " + rule, check));
    }

    private static App app(boolean confidential, String... scopes) {
        return App.registered(OWNER.post("/api/oauth/clients", App.draft(confidential, scopes)), WEB);
    }

    private static String access() {
        return PUBLIC.exchange(PUBLIC.code(OWNER)).expect(200).path("access_token").asText();
    }

    private static Map<String, Object> exchangeForm(App app) {
        return object("grant_type", "authorization_code", "code", app.code(OWNER), "redirect_uri", App.REDIRECT, "code_verifier",
                App.VERIFIER);
    }

    private static Answer consent(String query) {
        return OWNER.get("/api/oauth/authorization?" + query);
    }

    private static String mistake(String query) {
        JsonNode answer = consent(query).expect(200);
        assertThat(answer.path("workspaces")).isEmpty();
        return answer.path("mistake").path("error").asText();
    }

    private static Answer decided(Map<String, Object> request, boolean approve) {
        return OWNER.post("/api/oauth/authorization", decision(request, approve));
    }

    private static Map<String, Object> decision(Map<String, Object> request, boolean approve) {
        request.put("workspaceId", OWNER.workspaceId());
        request.put("approve", approve);
        return request;
    }

    private static JsonNode granted(App app) {
        for (JsonNode granted : OWNER.get("/api/oauth/authorizations").expect(200)) {
            if (granted.path("client").path("id").asText().equals(app.id())) {
                return granted;
            }
        }
        throw new AssertionError("Nothing is granted to the app");
    }

    private static String issuer() {
        return WEB.get("/.well-known/oauth-authorization-server").expect(200).path("issuer").asText();
    }

    private static void isProblem(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).as(answer.body()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }

    private static List<Callable<Answer>> times(Callable<Answer> task) {
        return IntStream.range(0, AT_ONCE).mapToObj(time -> task).toList();
    }
}
