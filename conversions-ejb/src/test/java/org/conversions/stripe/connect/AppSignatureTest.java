package org.conversions.stripe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppSignatureTest {

    private static final String SECRET = "absec_0123456789abcdefghijklmnop";
    private static final String NEXT = "absec_next456789abcdefghijklmnop";
    private static final String USER = "usr_1Bea";
    private static final String ACCOUNT = "acct_1Shop";
    private static final String SIGNED = "{\"user_id\":\"usr_1Bea\",\"account_id\":\"acct_1Shop\"}";
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void whatStripesLibrarySignsIsTaken() throws SignatureVerificationException {
        assertThatCode(() -> check(header(SIGNED, SECRET, NOW), USER, ACCOUNT, List.of(SECRET))).doesNotThrowAnyException();
    }

    @Test
    void whileTheSecretIsRolledBothAreTaken() {
        for (String secret : List.of(SECRET, NEXT)) {
            assertThatCode(() -> check(header(SIGNED, secret, NOW), USER, ACCOUNT, List.of(NEXT, SECRET)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"usr_1Bea, acct_1Other", "usr_1Mallory, acct_1Shop"})
    void aSignatureForAnotherPersonOrAccountIsRefused(String user, String account) {
        assertThat(refusal(header(SIGNED, SECRET, NOW), user, account, SECRET)).isEqualTo("app_signature_mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"account_id\":\"acct_1Shop\",\"user_id\":\"usr_1Bea\"}",
        "{\"user_id\": \"usr_1Bea\", \"account_id\": \"acct_1Shop\"}", "{\"user_id\":\"usr_1Bea\",\"account_id\":\"acct_1Shop\"}\n",
        "{\"user_id\":\"acct_1Shop\",\"account_id\":\"usr_1Bea\"}", "{\"account_id\":\"acct_1Shop\"}", ""})
    void aSignatureOverAnotherTextIsRefused(String signed) {
        assertThat(refusal(header(signed, SECRET, NOW), USER, ACCOUNT, SECRET)).isEqualTo("app_signature_mismatch");
    }

    @Test
    void aSignatureWithAnotherSecretIsRefused() {
        assertThat(refusal(header(SIGNED, NEXT, NOW), USER, ACCOUNT, SECRET)).isEqualTo("app_signature_mismatch");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void aSignatureOfAnotherTimeIsRefused(long secondsAgo) {
        assertThat(refusal(header(SIGNED, SECRET, NOW.minusSeconds(secondsAgo)), USER, ACCOUNT, SECRET))
                .isEqualTo("app_signature_stale");
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 0, 299})
    void fiveMinutesEitherWayAreTaken(long secondsAgo) {
        assertThatCode(() -> check(header(SIGNED, SECRET, NOW.minus(Duration.ofSeconds(secondsAgo))), USER, ACCOUNT,
                List.of(SECRET))).doesNotThrowAnyException();
    }

    @Test
    void withoutASignatureOrASecretItIsRefused() {
        assertThat(refusal(null, USER, ACCOUNT, SECRET)).isEqualTo("app_signature_missing");
        assertThat(refusal("v1=", USER, ACCOUNT, SECRET)).isEqualTo("app_signature_malformed");
        assertThat(catchThrowableOfType(RequestRefused.class, () -> check(header(SIGNED, SECRET, NOW), USER, ACCOUNT, List.of()))
                .reason()).isEqualTo("app_secret_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usr_", "usr_1\",\"account_id\":\"acct_1Shop", "Bea", "usr_1 Bea"})
    void whatIsNoPersonIsRefusedBeforeItIsSigned(String user) {
        assertThat(catchThrowableOfType(RequestRefused.class, () -> check(header(SIGNED, SECRET, NOW), user, ACCOUNT,
                List.of(SECRET)))).hasMessageStartingWith("stripeUserId: must be");
    }

    private static String refusal(String header, String user, String account, String secret) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> check(header, user, account, List.of(secret)));
        assertThat(refused.code()).isEqualTo(RequestRefused.Code.FORBIDDEN);
        assertThat(refused.getMessage()).doesNotContain(secret);
        return refused.reason();
    }

    private static void check(String header, String user, String account, List<String> secrets) {
        AppSignature.check(header, user, account, secrets, NOW);
    }

    private static String header(String signed, String secret, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(signed, secret, at.getEpochSecond());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
