package org.conversions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conversions.history.History.Append;
import org.conversions.history.History.Read;
import org.junit.jupiter.api.Test;

/** The check itself, on histories that are written down. */
class HistoryIT {

    private static final Append A = new Append("a", 0, 10, true);
    private static final Append B = new Append("b", 5, 15, true);
    private static final Append IN_DOUBT = new Append("c", 5, 15, false);

    @Test
    void appendsAtTheSameTimeMayComeInAnyOrderAndOneInDoubtMayBeThereOrNot() {
        assertThat(anomalies(read(6, 7, "b"), read(8, 9, "b", "a"), read(20, 21, "a", "b"))).isEmpty();
        assertThat(anomalies(read(6, 7), read(20, 21, "a", "c", "b"))).isEmpty();
    }

    @Test
    void anAcknowledgedAppendThatALaterReadDoesNotHaveIsFound() {
        assertThat(anomalies(read(20, 21, "a"))).containsExactly("acknowledged, and missing later: b");
    }

    @Test
    void anAppendThatIsThereTwiceIsFound() {
        assertThat(anomalies(read(20, 21, "a", "b", "a"))).containsExactly("twice in one read: [a]");
    }

    @Test
    void twoReadsThatHaveNoOrderAreFound() {
        assertThat(anomalies(read(6, 8, "a"), read(6, 8, "b")))
                .containsExactly("in a shorter read and not in a longer one: a");
    }

    @Test
    void aReadThatGoesBackIsFound() {
        assertThat(anomalies(read(6, 7, "a", "b"), read(8, 9, "a"))).containsExactly("read, and not read later: b");
    }

    @Test
    void whatNobodyAppendedOrOnlyLaterIsFound() {
        assertThat(anomalies(read(1, 2, "b"), read(20, 21, "a", "b", "x"))).containsExactly(
                "read before it was appended: b", "read before it was appended: x");
    }

    private static List<String> anomalies(Read... reads) {
        return new History(List.of(A, B, IN_DOUBT), List.of(reads)).anomalies();
    }

    private static Read read(long began, long ended, String... elements) {
        return new Read(List.of(elements), began, ended);
    }
}
