package org.conversions.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenTriesTest {

    private final TokenTries tries = new TokenTries(2, Clock.fixed(Instant.parse("2026-07-29T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void guessesAreCountedForEachAppAndNetworkApart() {
        tries.failed("app_1", "203.0.113.1");
        assertThat(tries.refused("app_1", "203.0.113.1")).isEmpty();
        tries.failed("app_1", "203.0.113.1");
        assertThat(tries.refused("app_1", "203.0.113.1")).hasValue(60);
        assertThat(tries.refused("app_1", "203.0.113.2")).isEmpty();
        assertThat(tries.refused("app_2", "203.0.113.1")).isEmpty();
    }

    @Test
    void aNegativeLimitStopsTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenTries(-1, Clock.systemUTC()));
    }
}
