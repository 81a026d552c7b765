package org.conversions.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.conversions.access.oauth.ClientCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {

    private static final ClientCredentials APP = new ClientCredentials("app_1", "s:e c");

    @Test
    void anAppSaysWhoItIsInTheFormOrInTheHeader() {
        assertThat(of(null, "client_id=app_1&client_secret=s%3Ae+c").app()).isEqualTo(APP);
        assertThat(of(basic("app_1:s%3Ae+c"), "").app()).isEqualTo(APP);
        assertThat(of(basic("app_1:s:e%20c"), "client_id=app_1").app()).isEqualTo(APP);
        assertThat(of(null, "client_id=app_1").app()).isEqualTo(new ClientCredentials("app_1", null));
        assertThat(of(null, "client_id=app_1&client_secret=").app()).isEqualTo(new ClientCredentials("app_1", null));
    }

    @Test
    void neverInBoth() {
        assertThat(of(basic("app_1:x"), "client_id=app_1&client_secret=x").mistake().code()).isEqualTo("invalid_request");
        assertThat(of(basic("app_1:x"), "client_id=app_2").mistake().code()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !", "Basic YQ", "Basic OnNlY3JldA==", "Bearer conv_abc", "Digest x", "x"})
    void aHeaderThatSaysNothingIsNoProof(String header) {
        assertThat(of(header, "client_id=app_1").mistake().code()).isEqualTo("invalid_client");
    }

    @Test
    void withoutAnIdThereIsNoApp() {
        assertThat(of(null, "").mistake().code()).isEqualTo("invalid_request");
        assertThat(of(null, "client_id=").mistake().code()).isEqualTo("invalid_request");
    }

    @Test
    void aFormNamesWhatCameTwiceAndKeepsItsValuesToItself() {
        FormParameters form = form("code=secret&code=other&scope=&x");
        assertThat(form.repeated()).containsExactly("code");
        assertThat(form.get("scope")).isEmpty();
        assertThat(form.toString()).doesNotContain("secret", "other");
        assertThat(APP.toString()).doesNotContain("s:e");
    }

    private static ClientAuthentication of(String header, String form) {
        return ClientAuthentication.of(header, form(form));
    }

    private static FormParameters form(String text) {
        return FormParameters.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
