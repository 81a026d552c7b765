package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.conversions.platform.Ids;

/**
 * The id of a click: sixteen letters and digits, because Stripe drops a {@code client_reference_id} with anything else in it. The first
 * eight are the time, so a span of time is a range of ids.
 */
public record ClickId(String value) implements RowId {

    private static final int RANDOM_LENGTH = 8;
    /** The last millisecond that eight characters can hold, in the year 8888. */
    private static final long MILLIS_MAX = (long) Math.pow(62, 8) - 1;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{16}");

    public ClickId {
        RowId.mustBeGiven(value);
    }

    public static ClickId next(Instant clickedAt) {
        return new ClickId(Ids.sortable(clickedAt.toEpochMilli(), RANDOM_LENGTH));
    }

    /** @return the id that a caller names; null for null and for a text that is not {@link #wellFormed} */
    @JsonCreator(mode = Mode.DELEGATING)
    public static ClickId of(String text) {
        return wellFormed(text) ? new ClickId(text) : null;
    }

    /** @return whether this may be a click id; whether there is such a click only the database knows */
    public static boolean wellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** @return the text that sorts before all ids of this millisecond and after all ids before it */
    public static String firstAt(Instant instant) {
        return Ids.sortable(Math.min(MILLIS_MAX, Math.max(0, instant.toEpochMilli())), 0);
    }

    @Override
    public String toString() {
        return value;
    }
}
