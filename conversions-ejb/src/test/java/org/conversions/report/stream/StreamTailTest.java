package org.conversions.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.conversions.report.stream.StreamPosition.Span;
import org.junit.jupiter.api.Test;

class StreamTailTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StreamTail tail = new StreamTail(StreamPosition.at(10, 0, List.of(new Span(4, 6))));

    @Test
    void aGapIsGivenUpWhenItWasLookedForLongEnough() {
        for (long i = 0; i < StreamTail.LATE_MAX.toSeconds(); i++) {
            tail.move(tail.position(), SECOND);
        }
        assertThat(tail.position().gaps()).containsExactly(new Span(4, 6));
        tail.move(tail.position(), SECOND);
        assertThat(tail.position().gaps()).isEmpty();
    }

    @Test
    void theTimeInWhichNobodyLookedDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            tail.move(tail.position(), Duration.ofHours(1));
        }
        assertThat(tail.position().gaps()).containsExactly(new Span(4, 6));
    }

    @Test
    void whatIsLeftOfAGapIsAsOldAsTheGap() {
        for (long i = 0; i < StreamTail.LATE_MAX.toSeconds(); i++) {
            tail.move(tail.position(), SECOND);
        }
        tail.move(tail.position().after(5, 1).after(13, 2), SECOND);
        assertThat(tail.position()).isEqualTo(StreamPosition.at(13, 2, List.of(new Span(11, 12))));
    }

    @Test
    void anOldGapIsLookedForSeldom() {
        for (int i = 0; i < 10; i++) {
            tail.move(tail.position(), SECOND);
        }
        tail.move(tail.position().after(12, 1), SECOND);
        int old = 0;
        for (int i = 0; i < 100; i++) {
            List<Span> wanted = tail.wanted(false);
            assertThat(wanted).contains(new Span(11, 11));
            old += wanted.contains(new Span(4, 6)) ? 1 : 0;
        }
        assertThat(old).isEqualTo(10);
        assertThat(tail.wanted(true)).contains(new Span(4, 6), new Span(11, 11));
    }
}
