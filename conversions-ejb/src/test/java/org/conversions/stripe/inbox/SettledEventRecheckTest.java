package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SettledEventRecheckTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final SettledEventRecheck looks = new SettledEventRecheck();

    @Test
    void aSingleEventIsDueAgainAfterASecond() {
        assertThat(looks.after(NOON)).isEqualTo("2026-11-25T12:00:01Z");
        assertThat(looks.after(NOON.plusSeconds(60))).isEqualTo("2026-11-25T12:01:01Z");
    }

    @Test
    void aBurstIsDueOneByOne() {
        List<Instant> due = IntStream.range(0, 101).mapToObj(i -> looks.after(NOON)).toList();

        assertThat(due).isSorted().doesNotHaveDuplicates().startsWith(NOON.plusSeconds(1)).endsWith(NOON.plusSeconds(3));
    }

    @Test
    void afterABurstTheLineIsShortAgain() {
        IntStream.range(0, 100).forEach(i -> looks.after(NOON));

        assertThat(looks.after(NOON.plusSeconds(3))).isEqualTo(NOON.plusSeconds(4));
    }

    @Property
    void whateverComesNothingIsDueSoonerOrLaterThanItMayBe(@ForAll @Size(min = 1, max = 2_000) List<@LongRange(max = 10) Long> pauses) {
        SettledEventRecheck line = new SettledEventRecheck();
        Instant now = NOON;
        for (long millis : pauses) {
            now = now.plusMillis(millis);
            assertThat(line.after(now)).isBetween(now.plus(SettledEventRecheck.PAUSE), now.plus(SettledEventRecheck.LATEST));
        }
    }

    @Test
    void whoComesInAnEndlessStreamIsDueFiveMinutesLaterAtTheMost() {
        Instant due = NOON;
        for (int i = 0; i < 100_000; i++) {
            due = looks.after(NOON.plusMillis(i));
        }
        assertThat(due).isEqualTo(NOON.plusMillis(99_999).plus(SettledEventRecheck.LATEST));
    }
}
