package org.conversions.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conversions.platform.Word;

/**
 * The deciding settings that a workspace had before those of today, the oldest first. Kept with the workspace, so that
 * nothing has to be asked for them.
 */
record PastSettings(List<Period> periods) {

    static final PastSettings NONE = new PastSettings(List.of());

    /** A bound far above what is ever changed; the oldest are forgotten. */
    static final int PERIODS_MAX = 1_000;

    /** @param until from when on others were in force */
    record Period(Instant until, DecidingSettings settings) {
    }

    /** @param today the settings in force now @return those in force at a time */
    DecidingSettings at(Instant time, DecidingSettings today) {
        return periods.stream().filter(period -> time.isBefore(period.until())).findFirst().map(Period::settings)
                .orElse(today);
    }

    PastSettings and(Instant until, DecidingSettings settings) {
        List<Period> more = new ArrayList<>(periods);
        more.add(new Period(until, settings));
        return new PastSettings(List.copyOf(more.subList(Math.max(0, more.size() - PERIODS_MAX), more.size())));
    }

    /** @return as it is stored, a period a line; null for none */
    String text() {
        return periods.isEmpty() ? null : periods.stream().map(period -> String.join(" ", period.until().toString(),
                period.settings().attributionModel().text(), String.valueOf(period.settings().paymentLinkLeadRewards()),
                String.valueOf(period.settings().customerLeadRewards()), period.settings().currency())).collect(Collectors.joining("\n"));
    }

    static PastSettings parse(String text) {
        return text == null ? NONE : new PastSettings(text.lines().map(line -> line.split(" "))
                .map(words -> new Period(Instant.parse(words[0]), new DecidingSettings(Word.stored(AttributionModel.class, words[1]),
                        Boolean.parseBoolean(words[2]), Boolean.parseBoolean(words[3]), words[4]))).toList());
    }
}
