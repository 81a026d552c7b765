package org.conversions.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @Test
    void aKeyShowsItsKindAndModeAndIsRandomBeyondGuessing() {
        assertThat(KeyText.generate(KeyKind.SECRET, Mode.LIVE)).matches("conv_[0-9A-Za-z]{32}");
        assertThat(KeyText.generate(KeyKind.PUBLISHABLE, Mode.LIVE)).matches("conv_pk_[0-9A-Za-z]{32}");
        assertThat(KeyText.generate(KeyKind.SECRET, Mode.TEST)).matches("conv_test_[0-9A-Za-z]{32}");
        assertThat(KeyText.generate(KeyKind.PUBLISHABLE, Mode.TEST)).matches("conv_test_pk_[0-9A-Za-z]{32}");
        assertThat(KeyText.generate(KeyKind.SECRET, Mode.LIVE)).isNotEqualTo(KeyText.generate(KeyKind.SECRET, Mode.LIVE));
    }

    @Test
    void theHintShowsBothEndsOnly() {
        assertThat(KeyText.hint("conv_0abcdefghijklmnopqrstuvwxyz01234")).isEqualTo("conv_0ab...1234");
        assertThat(KeyText.hint("operators-own-key-of-24c")).as("a short one shows less").isEqualTo("oper...-24c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dub_operators_own_key_0123", "exactly-24-characters-ok"})
    void anOperatorsKeyOfTwentyFourCharactersIsTakenAsItIs(String key) {
        assertThat(KeyText.checkGiven("apiKey", key)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "only-23-characters-long", "a key with spaces in it, long",
            "schlüssel-mit-umlauten-drin", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabcabcabcabcabc"})
    void aKeyThatIsShortOrCannotStandInAHeaderIsRefused(String key) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> KeyText.checkGiven("apiKey", key))
                .withMessageStartingWith("apiKey: ");
    }
}
