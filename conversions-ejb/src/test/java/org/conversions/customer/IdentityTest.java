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
    void whatIsBlankIsNotKnown(String reported, String known) {
        assertThat(identity(reported, reported)).isEqualTo(identity(known, known));
        assertThat(identity(reported, reported).names()).isEqualTo(new Identity.Names(known, known, known));
        assertThat(identity(reported, reported).details()).extracting(CustomerDetails::name, CustomerDetails::email,
                CustomerDetails::avatar).containsOnly(known);
    }

    @Test
    void whatIsOnlyShownIsCutToItsColumnAndAnIdNeverIs() {
        String text = "x".repeat(3_000);
        Identity identity = identity(text, text);
        assertThat(identity.details().name()).hasSize(190);
        assertThat(identity.details().email()).hasSize(190);
        assertThat(identity.details().avatar()).hasSize(2_000);
        assertThat(identity.names().placeholder()).as("an id of Stripe's, or an email").hasSize(255);
        assertThat(identity.names().externalId()).isEqualTo(text);
        assertThat(identity.names().stripeCustomerId()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"Bea@Example.COM, bea@example.com", "' bea@example.com ', bea@example.com", "ÅSA@example.com, åsa@example.com", ","})
    void anEmailIsRecognisedInWhateverCase(String email, String key) {
        assertThat(Identity.emailKey(email)).isEqualTo(key);
    }

    @Test
    void anEmailThatIsCutIsRecognisedByWhatIsLeftOfIt() {
        String email = "İ".repeat(150) + "E".repeat(3_000);
        Identity identity = identity(null, email);
        assertThat(Identity.emailKey(email)).hasSize(190).isEqualTo(Identity.emailKey(identity.details().email()));
    }

    private static Identity identity(String name, String detail) {
        return new Identity("ws_1", Mode.LIVE, new Identity.Names(name, name, name),
                new CustomerDetails(detail, detail, detail, detail), Identity.Origin.UNKNOWN, false, Instant.EPOCH,
                Credence.FIRST_HAND);
    }
}
