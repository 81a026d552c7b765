package org.conversions.report;

import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The length of the rows of a series. A week begins on Monday. */
public enum Granularity implements Word {
    HOUR("hour", ChronoUnit.HOURS),
    DAY("day", ChronoUnit.DAYS),
    WEEK("week", ChronoUnit.WEEKS),
    MONTH("month", ChronoUnit.MONTHS);

    private final String text;
    private final ChronoUnit unit;

    Granularity(String text, ChronoUnit unit) {
        this.text = text;
        this.unit = unit;
    }

    /** @throws RequestRefused unprocessable for another word */
    public static Granularity of(String text) {
        return Word.find(Granularity.class, text)
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", "granularity: must be one of "
                        + Stream.of(values()).map(Granularity::text).collect(Collectors.joining(", "))));
    }

    @Override
    public String text() {
        return text;
    }

    ChronoUnit unit() {
        return unit;
    }
}
