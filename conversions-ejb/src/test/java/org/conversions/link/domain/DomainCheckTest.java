package org.conversions.link.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DomainCheckTest {

    private static final Instant NOW = Instant.parse("2026-07-29T10:00:00Z");

    @Test
    void oneLookWithoutTheRecordIsForgivenAndASecondWithinAMonthIsNot() {
        assertThat(DomainCheck.of(null, false, NOW)).isEqualTo(new DomainCheck(NOW, true));
        Instant first = NOW.minus(Duration.ofDays(7));
        assertThat(DomainCheck.of(first, false, NOW)).isEqualTo(new DomainCheck(first, false));
        assertThat(DomainCheck.of(NOW.minus(Duration.ofDays(31)), false, NOW)).isEqualTo(new DomainCheck(NOW, true));
    }

    @Test
    void aRecordThatIsSeenWipesWhatWasMissed() {
        assertThat(DomainCheck.of(NOW.minus(Duration.ofDays(7)), true, NOW)).isEqualTo(new DomainCheck(null, true));
    }
}
