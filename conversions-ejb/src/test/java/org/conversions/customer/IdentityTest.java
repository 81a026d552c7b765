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
        Identity identity = new Identity("ws_1", Mode.LIVE, told, told, "sc_1", told, told, told, told, told, null, null, false, Instant.EPOCH, false);
        assertThat(identity).isEqualTo(new Identity("ws_1", Mode.LIVE, known, known, "sc_1", known, known, known, known, known, null, null, false, Instant.EPOCH, false));
    }

    @Test
    void whatIsOnlyShownIsCutToItsColumnAndAnIdNeverIs() {
        String text = "x".repeat(3_000);
        Identity identity = new Identity("ws_1", Mode.LIVE, text, text, "sc_1", text, text, text, text, "GB", null, null, false, Instant.EPOCH, false);
        assertThat(identity.name()).hasSize(190);
        assertThat(identity.email()).hasSize(190);
        assertThat(identity.avatar()).hasSize(2_000);
        assertThat(identity.externalId()).isEqualTo(text);
        assertThat(identity.stripeCustomerId()).isEqualTo(text);
    }
}
