package org.conversions.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.conversions.report.stream.StreamPosition.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 2 3     | 3-r--",
        "1 3       | 3-r-1-",
        "1 5       | 5-r-1_3-",
        "1 5 3     | 5-r-1.2-",
        "1 9 3 5 7 | 9-r-1.2.2.2-",
        "1 9 2 3   | 9-r-1_5-",
        "1 40      | 14-r-1_12-"})
    void itIsTheGreatestNumberAndTheGapsBelow(String seen, String text) {
        StreamPosition position = StreamPosition.at(0, 0, List.of());
        for (String id : seen.strip().split(" ")) {
            position = position.after(Long.parseLong(id), 27);
        }
        assertThat(position.text()).isEqualTo(text);
        assertThat(StreamPosition.of(text)).contains(position);
        for (String id : seen.strip().split(" ")) {
            assertThat(position.has(Long.parseLong(id))).isTrue();
        }
        assertThat(LongStream.rangeClosed(1, 40).filter(position::has).count()).isEqualTo(seen.strip().split(" ").length);
    }

    @Test
    void aNoteThatWasSeenInPartIsNotSeen() {
        StreamPosition position = StreamPosition.at(10, 1, List.of()).within(12, 3);
        assertThat(position.text()).isEqualTo("a-1--c_3");
        assertThat(StreamPosition.of("a-1--c_3")).contains(position);
        assertThat(position.has(12)).isFalse();
        assertThat(position.seenOf(12)).isEqualTo(3);
        assertThat(position.seenOf(11)).isZero();
        assertThat(position.after(12, 5)).isEqualTo(StreamPosition.at(12, 5, List.of(new Span(11, 11))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-2", "1-2-3", "1-2-3-4", "3-r-9-", "3-r-0-", "3-r-1_9-", "A-1--", "1-1--1_", "1-1-.-", "1-1-1_1_1-",
        "zzzzzzzzzzzzz-1--", "3 -r--", "-3-r--"})
    void anythingElseIsNoPosition(String text) {
        assertThat(StreamPosition.of(text)).isEmpty();
    }

    @Test
    void theOldestOfTooManyGapsAreGivenUp() {
        StreamPosition position = StreamPosition.at(1, 0, List.of());
        for (int i = 1; i <= StreamPosition.GAPS_MAX + 5; i++) {
            position = position.after(1 + 2L * i, 0);
        }
        assertThat(position.gaps()).hasSize(StreamPosition.GAPS_MAX).first().isEqualTo(new Span(12, 12));
        assertThat(position.text().length()).isLessThan(700);
    }
}
