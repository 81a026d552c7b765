package org.conversions.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnsTest {

    static Stream<Object> aWholeNumberComesInManyTypes() {
        return Stream.of(7, 7L, new BigDecimal("7"), (short) 7);
    }

    @ParameterizedTest
    @MethodSource
    void aWholeNumberComesInManyTypes(Object column) {
        assertThat(Columns.number(column)).isEqualTo(7);
    }

    @Test
    void theSumOfNothingIsZero() {
        assertThat(Columns.number(null)).isZero();
    }

    @Test
    void aTimeIsUtcWhateverTheDriverMakesOfIt() {
        LocalDateTime column = LocalDateTime.parse("2026-07-29T10:00:00.123");
        assertThat(Columns.time(column)).isEqualTo(Instant.parse("2026-07-29T10:00:00.123Z"));
        assertThat(Columns.time(Timestamp.valueOf(column))).isEqualTo(Instant.parse("2026-07-29T10:00:00.123Z"));
        assertThat(Columns.time(null)).isNull();
    }
}
