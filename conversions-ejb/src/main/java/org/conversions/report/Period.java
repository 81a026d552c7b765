package org.conversions.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.RequestRefused;

/**
 * The time that figures are asked for, in a zone, cut into hours, days, weeks or months. Pure.
 *
 * @param from first moment; null for all time
 * @param to   the moment after the last
 * @param open whether it goes on: what bears a time after {@code to}, because another clock is ahead, is in it too
 */
public record Period(Instant from, Instant to, ZoneId zone, ChronoUnit bucket, boolean open) {

    /** A time before all that a database holds: the whole seconds since then put times into buckets. */
    public static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    private static final int BUCKETS_MAX = 1_000;
    /** Bounds in days of the zone, of which one has 23 or 25 hours when the clocks change. */
    private static final int HOURLY_UP_TO_DAYS = 2;
    private static final int DAILY_UP_TO_DAYS = 180;

    /**
     * @param interval 24h, 7d, 30d, 90d, 1y, mtd, qtd, ytd or all; start and end win over it
     * @throws RequestRefused unprocessable for another interval, or an end that is not after the start
     */
    public static Period of(String interval, Instant start, Instant end, ZoneId zone, Instant now) {
        if (start != null) {
            Instant to = end == null ? now : end;
            if (!to.isAfter(start)) {
                throw RequestRefused.unprocessable("field_out_of_range", "end: must be after start");
            }
            ZonedDateTime from = start.atZone(zone);
            ChronoUnit bucket = !to.isAfter(from.plusDays(HOURLY_UP_TO_DAYS).toInstant()) ? ChronoUnit.HOURS
                    : !to.isAfter(from.plusDays(DAILY_UP_TO_DAYS).toInstant()) ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
            return new Period(start, to, zone, bucket, end == null);
        }
        if (end != null) {
            return new Period(null, end, zone, ChronoUnit.MONTHS, false);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate month = today.withDayOfMonth(1);
        return switch (interval) {
            case "24h" -> new Period(floor(now.minus(Duration.ofHours(23)), zone, ChronoUnit.HOURS), now, zone,
                    ChronoUnit.HOURS, true);
            case "7d" -> since(today.minusDays(6), zone, ChronoUnit.DAYS, now);
            case "30d" -> since(today.minusDays(29), zone, ChronoUnit.DAYS, now);
            case "90d" -> since(today.minusDays(89), zone, ChronoUnit.DAYS, now);
            case "mtd" -> since(month, zone, ChronoUnit.DAYS, now);
            case "qtd" -> since(month.with(IsoFields.DAY_OF_QUARTER, 1), zone, ChronoUnit.DAYS, now);
            case "ytd" -> since(today.withDayOfYear(1), zone, ChronoUnit.MONTHS, now);
            case "1y" -> since(month.minusMonths(11), zone, ChronoUnit.MONTHS, now);
            case "all" -> new Period(null, now, zone, ChronoUnit.MONTHS, true);
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "interval: must be one of 24h, 7d, 30d, 90d, 1y, mtd, qtd, ytd, all");
        };
    }

    /**
     * @return the same, cut into these
     * @throws RequestRefused unprocessable when it has more than 1 000 of them
     */
    public Period by(Granularity granularity) {
        Period cut = new Period(from, to, zone, granularity.unit(), open);
        if (from != null) {
            cut.refuseMoreThanAThousand();
        }
        return cut;
    }

    /**
     * @return the same, beginning there when it is about all time
     * @throws RequestRefused unprocessable when that are more than 1 000 buckets shorter than a month
     */
    Period since(Instant first) {
        if (from != null || first == null || !first.isBefore(to)) {
            return this;
        }
        Period bounded = new Period(first, to, zone, bucket, open);
        if (bucket != ChronoUnit.MONTHS) {
            bounded.refuseMoreThanAThousand();
        }
        return bounded;
    }

    Span span() {
        return new Span(from, open ? null : to);
    }

    /** @return all of it, cut where the buckets begin */
    List<Span> segments(List<Instant> buckets) {
        List<Span> segments = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            segments.add(new Span(i == 0 ? from : buckets.get(i), i < buckets.size() - 1 ? buckets.get(i + 1) : span().to()));
        }
        return segments;
    }

    /**
     * @param buckets their starts
     * @return the longest time, in seconds, such that no bucket begins within one of its multiples since {@link #FIRST}
     */
    static long cell(List<Instant> buckets) {
        return Math.abs(buckets.stream().mapToLong(start -> Duration.between(FIRST, start).toSeconds())
                .reduce(0, Period::divisor));
    }

    /** @return the starts of all buckets, the first at {@code first} for all time; at most 1 000 */
    public List<Instant> buckets(Instant first) {
        List<Instant> starts = new ArrayList<>();
        Instant start = bucketOf(from == null ? first : from);
        while (start.isBefore(to) && starts.size() < BUCKETS_MAX) {
            starts.add(start);
            start = after(start);
        }
        return starts;
    }

    /** @return the start of the bucket that a moment counts in; one outside of the period counts in the nearest */
    public Instant bucketOf(Instant moment) {
        Instant last = to.minusMillis(1);
        return floor(from != null && moment.isBefore(from) ? from : moment.isAfter(last) ? last : moment, zone, bucket);
    }

    /** Finds the next start: where the clocks change, a day may begin at one and an hour may be half an hour longer or shorter. */
    private Instant after(Instant start) {
        Instant next = start;
        for (int count = 1; !next.isAfter(start); count++) {
            next = floor(start.atZone(zone).plus(count, bucket).toInstant(), zone, bucket);
        }
        return next;
    }

    private void refuseMoreThanAThousand() {
        List<Instant> starts = buckets(from);
        if (starts.size() == BUCKETS_MAX && after(starts.get(BUCKETS_MAX - 1)).isBefore(to)) {
            throw RequestRefused.unprocessable("field_out_of_range", "granularity: there are " + BUCKETS_MAX
                    + " rows at most; ask for a shorter time or for a longer granularity");
        }
    }

    private static Period since(LocalDate day, ZoneId zone, ChronoUnit bucket, Instant now) {
        return new Period(day.atStartOfDay(zone).toInstant(), now, zone, bucket, true);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    private static Instant floor(Instant moment, ZoneId zone, ChronoUnit bucket) {
        ZonedDateTime local = moment.atZone(zone);
        return switch (bucket) {
            case HOURS -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAYS -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case WEEKS -> local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant();
            default -> LocalDate.of(local.getYear(), local.getMonth(), 1).atStartOfDay(zone).toInstant();
        };
    }
}
