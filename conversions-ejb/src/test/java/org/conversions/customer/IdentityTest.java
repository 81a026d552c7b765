package org.conversions.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
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

    @ParameterizedTest
    @CsvSource({"gb, GB", "GB, GB", "g1,", "gbr,", "'',", ","})
    void aCountryIsTwoLettersOrNotKnown(String reported, String country) {
        assertThat(new CustomerDetails(null, null, null, reported).kept().country()).isEqualTo(country);
        assertThat(new Identity.Origin(null, reported).country()).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_HAND, 2026-03-01T12:00:00Z, false", "REPEATED, 1970-01-01T00:00:01Z, false",
            "UNVERIFIED, 1970-01-01T00:00:00Z, true"})
    void theDetailsCountFromATimeThatFollowsFromTheWorthOfTheReport(Credence credence, Instant detailsAt, boolean unverified) {
        Identity identity = new Identity(new WorkspaceId("ws_1"), Mode.LIVE, Identity.Names.external("user_1"),
                new CustomerDetails("Bea", null, null, null), Identity.Origin.UNKNOWN, false,
                Instant.parse("2026-03-01T12:00:00Z"), credence);
        assertThat(identity.names()).isEqualTo(new Identity.Names("user_1", null, null));
        assertThat(identity.detailsAt()).isEqualTo(detailsAt);
        assertThat(identity.unverified()).isEqualTo(unverified);
    }

    private static Identity identity(String name, String detail) {
        return new Identity(new WorkspaceId("ws_1"), Mode.LIVE, new Identity.Names(name, name, name),
                new CustomerDetails(detail, detail, detail, detail), Identity.Origin.UNKNOWN, false, Instant.EPOCH,
                Credence.FIRST_HAND);
    }
}
