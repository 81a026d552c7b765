package org.conversions.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorTokenTest {

    private static final String TOKEN = "the-token-of-this-server";

    @Test
    void onlyTheTokenOfTheSettingMatches() {
        OperatorToken operator = new OperatorToken(Optional.of(TOKEN));
        assertThat(operator.matches(TOKEN)).isTrue();
        assertThat(operator.matches(TOKEN + "x")).isFalse();
        assertThat(operator.matches("")).isFalse();
    }

    @Test
    void withoutTheSettingNothingMatches() {
        OperatorToken operator = new OperatorToken(Optional.empty());
        assertThat(operator.matches(TOKEN)).isFalse();
        assertThat(operator.matches("")).isFalse();
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatorToken(Optional.of("short")))
                .withMessageStartingWith("conversions.operator-token: ").withMessageNotContaining("short,");
    }
}
