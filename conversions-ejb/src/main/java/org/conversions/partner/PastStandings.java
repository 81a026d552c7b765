package org.conversions.partner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conversions.platform.Word;

/**
 * The groups and statuses that a partner had before those of today, the oldest first. Kept with the enrollment, so that
 * nothing has to be asked for them. Pure.
 */
public record PastStandings(List<Period> periods) {

    /** No standing but that of today. */
    public static final PastStandings NONE = new PastStandings(List.of());

    /** A bound far above what is ever changed; the oldest are forgotten. */
    static final int PERIODS_MAX = 500;

    /** @param until from when on another one held */
    public record Period(Instant until, Standing standing) {

        private String line() {
            return until + " " + standing.status().text() + " " + standing.groupId();
        }
    }

    public PastStandings {
        periods = List.copyOf(periods);
    }

    /** Reads what {@link #text} wrote. */
    public static PastStandings parse(String text) {
        return text == null ? NONE : new PastStandings(text.lines().filter(line -> !line.isEmpty()).map(line -> line.split(" "))
                .map(words -> new Period(Instant.parse(words[0]),
                        new Standing(Word.stored(EnrollmentStatus.class, words[1]), words[2]))).toList());
    }

    /** @param today the one that holds now @return the one that held at a time */
    public Standing at(Instant time, Standing today) {
        return periods.stream().filter(period -> time.isBefore(period.until())).findFirst().map(Period::standing).orElse(today);
    }

    /** @param until in whole seconds, as Stripe's times are: a sale of the second of a change comes after it */
    PastStandings and(Instant until, Standing standing) {
        List<Period> more = new ArrayList<>(periods);
        more.add(new Period(until.truncatedTo(ChronoUnit.SECONDS), standing));
        return new PastStandings(more.subList(Math.max(0, more.size() - PERIODS_MAX), more.size()));
    }

    /** @return as it is stored, a period a line; null for none */
    String text() {
        return periods.isEmpty() ? null : periods.stream().map(Period::line).collect(Collectors.joining("\n", "", "\n"));
    }
}
