package org.conversions.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PastSettingsTest {

    private static final Instant THEN = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final DecidingSettings FIRST = new DecidingSettings(AttributionModel.LAST_CLICK, false, true, "usd");
    private static final DecidingSettings SECOND = new DecidingSettings(AttributionModel.FIRST_CLICK, true, false, "usd");
    private static final DecidingSettings TODAY = new DecidingSettings(AttributionModel.LAST_CLICK, false, false, "eur");

    @Test
    void eachTimeHasTheSettingsThatWereInForce() {
        PastSettings past = PastSettings.NONE.and(THEN, FIRST).and(LATER, SECOND);
        assertThat(past.at(Instant.EPOCH, TODAY)).isEqualTo(FIRST);
        assertThat(past.at(THEN.minusMillis(1), TODAY)).isEqualTo(FIRST);
        assertThat(past.at(THEN, TODAY)).isEqualTo(SECOND);
        assertThat(past.at(LATER.minusMillis(1), TODAY)).isEqualTo(SECOND);
        assertThat(past.at(LATER, TODAY)).isEqualTo(TODAY);
        assertThat(PastSettings.NONE.at(THEN, TODAY)).isEqualTo(TODAY);
    }

    @Test
    void itIsReadAsItWasStored() {
        PastSettings past = PastSettings.NONE.and(THEN, FIRST).and(LATER, SECOND);
        assertThat(PastSettings.parse(past.text())).isEqualTo(past);
        assertThat(PastSettings.parse(PastSettings.NONE.text())).isEqualTo(PastSettings.NONE);
    }

    @Test
    void theOldestAreForgotten() {
        PastSettings past = PastSettings.NONE;
        for (int day = 0; day <= PastSettings.PERIODS_MAX; day++) {
            past = past.and(THEN.plusSeconds(day), day % 2 == 0 ? FIRST : SECOND);
        }
        assertThat(past.periods()).hasSize(PastSettings.PERIODS_MAX).first().extracting(PastSettings.Period::settings)
                .isEqualTo(SECOND);
    }
}
