package org.conversions.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRulesTest {

    private static final String REDIRECT = "https://app.example/back?from=conversions";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final OAuthClientView APP = new OAuthClientView("app_1", new WorkspaceId("ws_1"), "App", "Developer",
            List.of("https://app.example/", REDIRECT), false, Set.of("links.read", "links.write"), Instant.EPOCH);

    @Test
    void aRequestThatIsRightAsksForItsScopesOrForAllOfTheApps() {
        assertThat(AuthorizationRules.check(request("links.read", "s", "code", CHALLENGE, "S256"), APP)).isEmpty();
        assertThat(AuthorizationRules.scopes(request("links.read", "s", "code", CHALLENGE, "S256"), APP)).containsExactly("links.read");
        assertThat(AuthorizationRules.scopes(request(null, "s", "code", CHALLENGE, "S256"), APP)).isEqualTo(APP.scopes());
        assertThat(AuthorizationRules.scopes(request("", "s", "code", CHALLENGE, "S256"), APP)).isEqualTo(APP.scopes());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                   s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, -,     invalid_request
            -,                   s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, plain, invalid_request
            -,                   s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, s256,  invalid_request
            -,                   s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c,  S256,  invalid_request
            -,                   s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, S256,  invalid_request
            -,                   s, code,     -,                                           S256,  invalid_request
            -,                   s, -,        E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_request
            -,                   s, token,    E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  unsupported_response_type
            -,                   s, code token, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256, unsupported_response_type
            -,                   -, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_request
            -,                   ä, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_request
            tags.read,           s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_scope
            links.read apis.all, s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_scope
            apis.read,           s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_scope
            LINKS.READ,          s, code,     E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, S256,  invalid_scope
            """)
    void aMistakeIsNamedInOAuthsWords(String scope, String state, String responseType, String challenge, String method,
                                      String error) {
        assertThat(AuthorizationRules.check(request(scope, state, responseType, challenge, method), APP))
                .hasValueSatisfying(mistake -> assertThat(mistake.code()).isEqualTo(error));
    }

    @Test
    void aStateHasABoundAndGoesBackOnlyWhenItKeepsToIt() {
        String longest = "x".repeat(AuthorizationRules.STATE_MAX);
        assertThat(AuthorizationRules.checkState(request(null, longest, "code", CHALLENGE, "S256"))).isEmpty();
        AuthorizationRequest tooLong = request(null, longest + "x", "code", CHALLENGE, "S256");
        assertThat(AuthorizationRules.checkState(tooLong)).isPresent();
        assertThat(AuthorizationResponse.to(tooLong, "https://go.example").refused(OAuthError.invalidRequest("No.")))
                .isEqualTo(REDIRECT + "&error=invalid_request&error_description=No.&iss=https%3A%2F%2Fgo.example");
    }

    @Test
    void whatIsThereTwiceIsAMistake() {
        AuthorizationRequest twice = new AuthorizationRequest("app_1", REDIRECT, "code", null, "s", CHALLENGE, "S256", Set.of("state"));
        assertThat(AuthorizationRules.check(twice, APP)).isPresent();
        assertThat(AuthorizationResponse.to(twice, "https://go.example").granted("c")).doesNotContain("state");
        for (String name : List.of("client_id", "redirect_uri")) {
            AuthorizationRequest other = new AuthorizationRequest("app_1", REDIRECT, "code", null, "s", CHALLENGE, "S256", Set.of(name));
            assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> {
                AuthorizationRules.checkClient(other, Optional.of(APP));
                AuthorizationRules.checkRedirect(other, APP);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "https://app.example//", "https://APP.example/", "http://app.example/",
        "https://app.example/?", "https://app.example/#", "https://app.example:443/", "https://app.example/.",
        "https://app.example/x/../", "https://app.example/%2e", "https://app.example/back?from=conversion",
        "https://app.example/back?from=conversions&x=1", "https://app.example/back?from=conversionS", "https://app.example/ ",
        "https://user@app.example/", "https://app.example.evil.example/", "https://evil.example/?https://app.example/",
        "javascript:alert(1)", ""})
    void aRedirectIsTheSameCharacterByCharacter(String redirect) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> AuthorizationRules.checkRedirect(
                new AuthorizationRequest("app_1", redirect, "code", null, "s", CHALLENGE, "S256", Set.of()), APP));
    }

    @Test
    void withoutTheAppThereIsNobodyToAnswerTo() {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> AuthorizationRules.checkClient(
                request(null, "s", "code", CHALLENGE, "S256"), Optional.empty()));
    }

    @Test
    void theAnswerKeepsTheQueryOfTheRedirectAndNamesThisServer() {
        AuthorizationResponse response = AuthorizationResponse.to(request(null, "a b&c=d", "code", CHALLENGE, "S256"), "https://go.example");
        assertThat(response.granted("conv_code_1")).isEqualTo("https://app.example/back?from=conversions&code=conv_code_1"
                + "&state=a+b%26c%3Dd&iss=https%3A%2F%2Fgo.example");
        assertThat(new AuthorizationResponse("https://app.example/", "s", "https://go.example").granted("c"))
                .isEqualTo("https://app.example/?code=c&state=s&iss=https%3A%2F%2Fgo.example");
    }

    private static AuthorizationRequest request(String scope, String state, String responseType, String challenge, String method) {
        return new AuthorizationRequest("app_1", REDIRECT, responseType, scope, state, challenge, method, Set.of());
    }
}
