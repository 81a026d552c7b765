package org.conversions.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBindingTest {

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "https://app.example/back";
    private static final CodeBinding CODE = new CodeBinding("app_1", REDIRECT, CHALLENGE);

    @Test
    void whoHasEverythingRightGetsTheTokens() {
        assertThat(CODE.check("app_1", REDIRECT, VERIFIER)).isEmpty();
    }

    @Test
    void anotherAppLearnsNothingOfTheCode() {
        assertThat(CODE.check("app_2", REDIRECT, VERIFIER)).contains(CodeBinding.unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/bac", "https://app.example/back/", "https://app.example/Back", "https://app.example/back?"})
    void aRedirectThatDiffersByACharacterIsAnother(String redirect) {
        assertThat(CODE.check("app_1", redirect, VERIFIER)).hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("invalid_grant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX",
        CHALLENGE, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk ", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk="})
    void aVerifierIsTheOneThatTheChallengeWasMadeFrom(String verifier) {
        assertThat(CODE.check("app_1", REDIRECT, verifier)).hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("invalid_grant"));
    }

    @Test
    void aVerifierOfTheWrongLengthIsRefusedEvenIfItMatches() {
        assertThat(CodeVerifier.matches("x".repeat(42), "2rS2ifCtClLBE1p-u_uD3iP_f1QNFhhgFHp5hh7GBYI")).isFalse();
        assertThat(CodeVerifier.matches("x".repeat(129), CHALLENGE)).isFalse();
    }
}
