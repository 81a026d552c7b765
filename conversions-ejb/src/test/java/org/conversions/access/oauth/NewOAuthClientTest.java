package org.conversions.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewOAuthClientTest {

    private static final List<String> REDIRECTS = List.of("https://app.example/back");

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/", "https://app.example", "https://app.example/back?from=us", "https://app.example:8443/back",
        "http://localhost/", "http://localhost:3000/back", "http://127.0.0.1:3000/back", "http://[::1]:3000/back",
        "https://dashboard.stripe.com/test/apps-oauth/com.example.conversions"})
    void anAddressOfTheAppsOrOfThisMachineIsTaken(String uri) {
        assertThat(new NewOAuthClient("App", "Dev", List.of(uri), false, null).redirectUris()).containsExactly(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://app.example/", "https://App.example/back",
        "https://app.example/back#", "https://app.example/back#here", "https://*.app.example/", "https://app.example/*",
        "https://user:pass@app.example/", "app.example/back", "/back", "javascript:alert(1)", "data:text/html,x",
        "com.example.app:/back", "http://localhost.evil.example/", "http://127.0.0.1.evil.example/", "https://app.example/a b",
        "https://app.example:443/", "https://app.example/back?code=1", "https://app.example/back?a=1&st%61te=2",
        "https://app.example/back?iss=x", "https://app.example/a\nb"})
    void anyOtherIsRefused(String uri) {
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", List.of(uri), false, null));
    }

    @Test
    void thereAreOneToFiveAddresses() {
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", null, false, null));
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", List.of(), false, null));
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", Collections.nCopies(2, REDIRECTS.get(0)), false, null));
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", Arrays.asList((String) null), false, null));
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev", List.of("https://a.example/1", "https://a.example/2",
                "https://a.example/3", "https://a.example/4", "https://a.example/5", "https://a.example/6"), false, null));
        refused("redirectUris", () -> new NewOAuthClient("App", "Dev",
                List.of("https://a.example/" + "x".repeat(RedirectUris.LENGTH_MAX)), false, null));
    }

    @Test
    void anAppHasANameAndADeveloper() {
        refused("name", () -> new NewOAuthClient(" ", "Dev", REDIRECTS, false, null));
        refused("name", () -> new NewOAuthClient("x".repeat(191), "Dev", REDIRECTS, false, null));
        refused("name", () -> new NewOAuthClient("App\u0000", "Dev", REDIRECTS, false, null));
        refused("developer", () -> new NewOAuthClient("App", null, REDIRECTS, false, null));
    }

    @Test
    void anAppNeverReachesTheKeys() {
        assertThat(new NewOAuthClient("App", "Dev", REDIRECTS, false, null).scopes())
                .containsExactlyInAnyOrderElementsOf(Area.appScopes()).doesNotContain("apis.all", "apis.read");
        for (String scope : List.of("apis.all", "apis.read", "keys.write", "members.write", "links.delete")) {
            refused("scopes", () -> new NewOAuthClient("App", "Dev", REDIRECTS, false, Set.of(scope)));
        }
    }

    @Test
    void everyScopeIsExplained() {
        assertThat(Area.appScopes()).allSatisfy(scope -> assertThat(AppScopes.explained(scope)).as(scope).isNotBlank());
    }

    private static void refused(String field, Runnable draft) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(draft::run).withMessageStartingWith(field + ": ");
    }
}
