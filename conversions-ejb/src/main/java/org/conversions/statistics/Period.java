package org.conversions.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.RequestRefused;

/**
 * The time that figures are asked for, in a zone, cut into hours, days or months. Pure.
 *
 * @param from first moment, the start of a bucket; null for all time
 * @param to   the moment after the last
 */
public record Period(Instant from, Instant to, ZoneId zone, ChronoUnit bucket) {

    private static final int BUCKETS_MAX = 1_000;
    private static final Duration HOURLY_UP_TO = Duration.ofDays(2);
    private static final Duration DAILY_UP_TO = Duration.ofDays(180);

    /**
     * @param interval 24h, 7d, 30d, 90d, 1y, mtd, qtd, ytd or all; start and end win over it
     * @throws RequestRefused unprocessable for another interval, or an end that is not after the start
     */
    public static Period of(String interval, Instant start, Instant end, ZoneId zone, Instant now) {
        if (start != null) {
            Instant to = end == null ? now : end;
            if (!to.isAfter(start)) {
                throw RequestRefused.unprocessable("end: must be after start");
            }
            Duration length = Duration.between(start, to);
            ChronoUnit bucket = length.compareTo(HOURLY_UP_TO) <= 0 ? ChronoUnit.HOURS
                    : length.compareTo(DAILY_UP_TO) <= 0 ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
            return new Period(floor(start, zone, bucket), to, zone, bucket);
        }
        ZonedDateTime today = now.atZone(zone);
        ZonedDateTime midnight = today.truncatedTo(ChronoUnit.DAYS);
        return switch (interval) {
            case "24h" -> new Period(floor(now.minus(Duration.ofHours(23)), zone, ChronoUnit.HOURS), now, zone,
                    ChronoUnit.HOURS);
            case "7d" -> days(midnight.minusDays(6), now);
            case "30d" -> days(midnight.minusDays(29), now);
            case "90d" -> days(midnight.minusDays(89), now);
            case "mtd" -> days(midnight.withDayOfMonth(1), now);
            case "qtd" -> days(midnight.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1), now);
            case "ytd" -> new Period(midnight.withDayOfYear(1).toInstant(), now, zone, ChronoUnit.MONTHS);
            case "1y" -> new Period(midnight.withDayOfMonth(1).minusMonths(11).toInstant(), now, zone,
                    ChronoUnit.MONTHS);
            case "all" -> new Period(null, now, zone, ChronoUnit.MONTHS);
            default -> throw RequestRefused.unprocessable(
                    "interval: must be one of 24h, 7d, 30d, 90d, 1y, mtd, qtd, ytd, all");
        };
    }

    /** @return the starts of all buckets, the first at {@code first} for all time; at most 1 000 */
    public List<Instant> buckets(Instant first) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime start = bucketOf(from == null ? first : from).atZone(zone);
        while (start.toInstant().isBefore(to) && starts.size() < BUCKETS_MAX) {
            starts.add(start.toInstant());
            start = start.plus(1, bucket);
        }
        return starts;
    }

    /** @return the start of the bucket that a moment lies in */
    public Instant bucketOf(Instant moment) {
        return floor(moment, zone, bucket);
    }

    private static Period days(ZonedDateTime from, Instant now) {
        return new Period(from.toInstant(), now, from.getZone(), ChronoUnit.DAYS);
    }

    private static Instant floor(Instant moment, ZoneId zone, ChronoUnit bucket) {
        ZonedDateTime local = moment.atZone(zone);
        return switch (bucket) {
            case HOURS -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAYS -> local.truncatedTo(ChronoUnit.DAYS).toInstant();
            default -> LocalDate.of(local.getYear(), local.getMonth(), 1).atStartOfDay(zone).toInstant();
        };
    }
}
