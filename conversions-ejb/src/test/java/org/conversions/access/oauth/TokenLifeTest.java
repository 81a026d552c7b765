package org.conversions.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLifeTest {

    @ParameterizedTest
    @ValueSource(ints = {30, 600, 3600})
    void anAccessTokenLivesForUpToAnHour(int seconds) {
        assertThat(new TokenLife(seconds).access()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 29, 3601, 86400})
    void anyOtherSettingStopsTheStart(int seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenLife(seconds)).withMessageContaining("conversions.oauth.access-seconds");
    }
}
