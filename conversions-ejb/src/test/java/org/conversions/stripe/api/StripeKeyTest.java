package org.conversions.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeKeyTest {

    @ParameterizedTest
    @CsvSource({"rk_live_0123456789abcd, LIVE", "sk_live_0123456789abcd, LIVE", "rk_test_0123456789abcd, TEST",
        "sk_test_0123456789abcd, TEST", "rk_test_0123456789abcd, SANDBOX", "sk_test_0123456789abcd, SANDBOX"})
    void aRestrictedOrSecretKeyOpensItsWorld(String key, Mode mode) {
        assertThat(StripeKey.checked(key, mode)).isEqualTo(key);
        assertThat(StripeKey.isOf(key, mode)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rk_live_0123456789abcd, TEST, rk_test_", "sk_live_0123456789abcd, SANDBOX, sk_test_",
        "rk_test_0123456789abcd, LIVE, rk_live_", "sk_test_0123456789abcd, LIVE, sk_live_"})
    void aKeyOfAnotherWorldIsRefused(String key, Mode mode, String wanted) {
        assertThat(StripeKey.isOf(key, mode)).isFalse();
        assertThatThrownBy(() -> StripeKey.checked(key, mode)).isInstanceOf(RequestRefused.class)
                .hasMessageContaining(wanted).hasMessageNotContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "key", "pk_live_0123456789abcd", "whsec_0123456789abcdef", "rk_live_", "rk_live_short",
        "rk_other_0123456789abcd", "RK_LIVE_0123456789abcd", "rk_live_0123456789\nabcd", "rk_live_0123456789 abcd",
        "rk_live_0123456789äöüß", "xrk_live_0123456789abcd", "Bearer rk_live_0123456789abcd"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
        assertThat(StripeKey.isOf(text, Mode.LIVE)).isFalse();
        assertThatThrownBy(() -> StripeKey.checked(text, Mode.LIVE)).isInstanceOf(RequestRefused.class)
                .hasMessage("apiKey: must be a restricted or secret key of Stripe (rk_… or sk_…)");
    }

    @Test
    void whiteSpaceAroundAKeyIsNoPartOfIt() {
        assertThat(StripeKey.checked(" rk_live_0123456789abcd\n", Mode.LIVE)).isEqualTo("rk_live_0123456789abcd");
    }

    @Property
    void aHintShowsTheKindTheWorldAndFourCharacters(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 240) String secret) {
        String key = StripeKey.checked("rk_live_" + secret, Mode.LIVE);

        assertThat(StripeKey.hint(key)).hasSize(13).startsWith("rk_live_…").endsWith(secret.substring(secret.length() - 4));
    }
}
