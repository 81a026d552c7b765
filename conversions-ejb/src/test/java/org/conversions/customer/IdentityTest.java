package org.conversions.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    @ParameterizedTest
    @CsvSource({"user_1, user_1", "' user_1 ', user_1", "'',", "'  ',", ","})
    void whatIsBlankIsNotKnown(String told, String known) {
        Identity identity = new Identity("ws_1", Mode.LIVE, told, told, told, told, told, told, told, null, null, false, Instant.EPOCH, Credence.FIRST_HAND);
        assertThat(identity).isEqualTo(new Identity("ws_1", Mode.LIVE, known, known, known, known, known, known, known, null, null, false, Instant.EPOCH, Credence.FIRST_HAND));
    }

    @Test
    void whatIsOnlyShownIsCutToItsColumnAndAnIdNeverIs() {
        String text = "x".repeat(3_000);
        Identity identity = new Identity("ws_1", Mode.LIVE, text, text, text, text, text, text, "GB", null, null, false, Instant.EPOCH, Credence.FIRST_HAND);
        assertThat(identity.name()).hasSize(190);
        assertThat(identity.email()).hasSize(190);
        assertThat(identity.avatar()).hasSize(2_000);
        assertThat(identity.placeholder()).as("an id of Stripe's, or an email").hasSize(255);
        assertThat(identity.externalId()).isEqualTo(text);
        assertThat(identity.stripeCustomerId()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"Bea@Example.COM, bea@example.com", "' bea@example.com ', bea@example.com", "ÅSA@example.com, åsa@example.com", ","})
    void anEmailIsRecognisedInWhateverCase(String email, String key) {
        assertThat(Identity.emailKey(email)).isEqualTo(key);
    }

    @Test
    void anEmailThatIsCutIsRecognisedByWhatIsLeftOfIt() {
        String email = "İ".repeat(150) + "E".repeat(3_000);
        Identity identity = new Identity("ws_1", Mode.LIVE, null, null, null, null, email, null, null, null, null, true, Instant.EPOCH, Credence.FIRST_HAND);
        assertThat(Identity.emailKey(email)).hasSize(190).isEqualTo(Identity.emailKey(identity.email()));
    }
}
