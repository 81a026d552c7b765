package org.conversions.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCostTest {

    @Test
    void unlessTheOperatorSaysOtherwiseItIsWhatOwaspAdvises() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        int iterations = Integer.parseInt(defaults.getProperty("conversions.password.iterations"));
        assertThat(iterations).isEqualTo(210_000);
        assertThat(new PasswordCost(iterations).parameters()).containsEntry("Pbkdf2PasswordHash.Iterations", "210000")
                .containsEntry("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 600_000, 10_000_000})
    void theOperatorMayAskForMoreOrLess(int iterations) {
        assertThat(new PasswordCost(iterations).parameters()).containsEntry("Pbkdf2PasswordHash.Iterations", "" + iterations);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_023, 10_000_001})
    void anyOtherSettingStopsTheStart(int iterations) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordCost(iterations))
                .withMessageContaining("conversions.password.iterations");
    }
}
