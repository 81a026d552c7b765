package org.conversions.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conversions.access.FirstKeys;
import org.conversions.account.NewPerson;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoundingTest {

    private static final String KEY = "operators-own-secret-key";
    private static final String OTHER_KEY = "operators-own-publishable-key";

    @Test
    void anOwnersAddressIsKeptInLowerCaseAndThePasswordInNoLog() {
        NewPerson owner = Founding.owner("Me@Example.com", null, "twelve chars");
        assertThat(owner.email()).isEqualTo("me@example.com");
        assertThat(owner.toString()).doesNotContain("twelve");
        assertThat(new SetupRequest("me@example.com", "Me", "twelve chars", "Acme", null).toString())
                .doesNotContain("twelve");
        assertThat(new SetupResult(new WorkspaceId("ws_1"), keys(KEY, OTHER_KEY), null).toString()).doesNotContain(KEY).doesNotContain(OTHER_KEY);
    }

    @Test
    void keysAloneAreEnough() {
        assertThat(founding("Acme", KEY, OTHER_KEY, "acct_1AbC").keys().secret()).contains(KEY);
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeIsNamed(String field, ThrowingCallable attempt) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(attempt).withMessageStartingWith(field + ": ");
    }

    static Stream<Arguments> whatCannotBeIsNamed() {
        return Stream.of(
                bad("workspaceName", () -> founding(" ", KEY, OTHER_KEY, null)),
                bad("workspaceName", () -> founding(null, KEY, OTHER_KEY, null)),
                bad("workspaceName", () -> founding("x".repeat(191), KEY, OTHER_KEY, null)),
                bad("apiKey", () -> founding("Acme", "short", OTHER_KEY, null)),
                bad("publishableKey", () -> founding("Acme", KEY, "short", null)),
                bad("publishableKey", () -> founding("Acme", KEY, KEY, null)),
                bad("stripeAccount", () -> founding("Acme", KEY, OTHER_KEY, "cus_1")),
                bad("ownerEmail", () -> Founding.owner(null, null, "twelve chars")),
                bad("ownerEmail", () -> Founding.owner("me at example", null, "twelve chars")),
                bad("ownerPassword", () -> Founding.owner("me@example.com", null, "eleven char")),
                bad("ownerPassword", () -> Founding.owner("me@example.com", null, "x".repeat(201))),
                bad("ownerPassword", () -> Founding.owner("me@example.com", null, null)));
    }

    private static Arguments bad(String field, ThrowingCallable attempt) {
        return Arguments.of(field, attempt);
    }

    private static Founding founding(String name, String secretKey, String publishableKey, String stripeAccount) {
        return Founding.of(name, Optional.empty(), keys(secretKey, publishableKey),
                Optional.ofNullable(stripeAccount));
    }

    private static FirstKeys keys(String secretKey, String publishableKey) {
        return new FirstKeys(Optional.of(secretKey), Optional.of(publishableKey), Optional.empty(), Optional.empty());
    }
}
