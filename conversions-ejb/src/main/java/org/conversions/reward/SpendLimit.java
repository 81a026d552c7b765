package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/**
 * The most that a partner earns by a reward in a period. Sales use it up in the order in which they were paid, whichever becomes known
 * first; leads and days of clicks as they become known. What goes back of a sale gives room to those that are paid from then on. Pure.
 *
 * @param amount minor units of the workspace's currency
 */
public record SpendLimit(long amount, Interval interval) {

    private static final long AMOUNT_MAX = 99_999_999_999L;
    private static final String AT = "spendLimit";

    /** The period, in the program's time zone; weeks begin on Monday. */
    public enum Interval implements Word {
        ALL("all"), DAY("day"), WEEK("week"), MONTH("month");

        private final String text;

        Interval(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** @param json an object of the API, or null @return null for none @throws RequestRefused unprocessable, naming the field */
    public static SpendLimit read(JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        JsonNode amount = json.path("amount");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 1 || amount.longValue() > AMOUNT_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", AT + ".amount: must be a whole number of 1 to " + AMOUNT_MAX);
        }
        return new SpendLimit(amount.longValue(), Word.find(Interval.class, json.path("interval").asText())
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", AT + ".interval: must be one of "
                        + Stream.of(Interval.values()).map(Interval::text).collect(Collectors.joining(", ")))));
    }

    /** @return an object that {@link #read} reads */
    public ObjectNode json() {
        return Json.MAPPER.createObjectNode().put("amount", amount).put("interval", interval.text());
    }

    /** @return when the period began that a moment is in */
    public Instant beginning(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate first = switch (interval) {
            case ALL -> null;
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
        return first == null ? Instant.EPOCH : first.atStartOfDay(zone).toInstant();
    }

    /** @param spent what is left of what was earned before in the period @return what may still be earned */
    public long room(long spent) {
        return Math.max(0, amount - Math.max(0, spent));
    }
}
