package org.conversions.report.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.conversions.report.stream.StreamPosition.Span;

/**
 * The position of a node at the end of the notes. It gives a gap up when its note must have come, or will never come: the
 * transaction was rolled back.
 *
 * <p>Time counts only as far as there were looks: a process that stands still for an hour has looked for no gap meanwhile.
 */
final class StreamTail {

    /**
     * How long after it got its number a note may be committed: it is written just before the commit, and a session of the
     * database that says nothing for half a minute, or waits for an answer for a whole one, is ended. See the package.
     */
    static final Duration LATE_MAX = Duration.ofMinutes(5);
    /** After this a gap is looked for less often. */
    static final Duration YOUNG = Duration.ofSeconds(5);
    /** The most that counts of the time between two looks. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(1);
    private static final int SELDOM = 10;

    private record Aged(Span span, Duration age) {
    }

    private StreamPosition position;
    private List<Aged> gaps;
    private int looks;

    StreamTail(StreamPosition position) {
        this.position = position;
        this.gaps = position.gaps().stream().map(gap -> new Aged(gap, Duration.ZERO)).toList();
    }

    StreamPosition position() {
        return position;
    }

    /**
     * @param readers whether readers have come: another node may have told them what is in any of the gaps
     * @return the gaps to look into this time
     */
    List<Span> wanted(boolean readers) {
        boolean all = looks++ % SELDOM == 0 || readers;
        return gaps.stream().filter(gap -> all || gap.age().compareTo(YOUNG) < 0).map(Aged::span).toList();
    }

    /** Moves on. @param reached by a look @param passed since the look before */
    void move(StreamPosition reached, Duration passed) {
        Duration counted = passed.compareTo(LOOK_MAX) > 0 ? LOOK_MAX : passed;
        List<Aged> aged = new ArrayList<>();
        List<Span> over = new ArrayList<>();
        for (Span gap : reached.gaps()) {
            Duration age = gaps.stream().filter(known -> known.span().has(gap.first())).findFirst()
                    .map(known -> known.age().plus(counted)).orElse(Duration.ZERO);
            if (age.compareTo(LATE_MAX) > 0) {
                over.add(gap);
            } else {
                aged.add(new Aged(gap, age));
            }
        }
        position = over.isEmpty() ? reached : reached.without(over);
        gaps = aged;
    }
}
