package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcTimeTest {

    private static final long YEAR_9999 = 253_402_300_799_999L;
    private final UtcTime converter = new UtcTime();

    @Property
    void whatIsStoredComesBack(@ForAll @LongRange(min = 0, max = YEAR_9999) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        assertThat(UtcTime.instant(UtcTime.column(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
            // an hour that Berlin's clocks skip, one that they show twice, and their midnight
            "2026-03-29T02:30:00Z, 2026-03-29T02:30:00",
            "2026-10-25T00:30:00Z, 2026-10-25T00:30:00",
            "2026-10-25T01:30:00Z, 2026-10-25T01:30:00",
            "2026-07-29T22:00:00Z, 2026-07-29T22:00:00"})
    void theZoneOfTheJvmDoesNotShiftAColumn(Instant instant, LocalDateTime column) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            assertThat(converter.convertToDatabaseColumn(instant)).isEqualTo(column);
            assertThat(converter.convertToEntityAttribute(column)).isEqualTo(instant);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aColumnKeepsMilliseconds() {
        assertThat(UtcTime.column(Instant.parse("2026-07-29T10:00:00.123999999Z"))).isEqualTo("2026-07-29T10:00:00.123");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
