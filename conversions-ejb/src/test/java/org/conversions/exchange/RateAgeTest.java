package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateAgeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-29, 2026-07-29, 0, false",
        "2026-07-28, 2026-07-29, 1, false",
        "2026-07-22, 2026-07-29, 7, false",
        "2026-07-21, 2026-07-29, 8, true",
        "2025-07-29, 2026-07-29, 365, true",
        // the bundled rates on a server whose clock is wrong
        "2026-09-29, 2026-07-29, 0, false",
    })
    void ratesGrowOldAndStaleAfterAWeek(LocalDate asOf, LocalDate today, long days, boolean stale) {
        assertThat(RateAge.of(asOf, today)).isEqualTo(new RateAge(days));
        assertThat(RateAge.of(asOf, today).stale()).isEqualTo(stale);
    }
}
