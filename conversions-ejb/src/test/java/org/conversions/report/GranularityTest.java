package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GranularityTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-08-19T10:20:30Z");

    @ParameterizedTest
    @CsvSource({
            // the clocks change on a Sunday, by an hour or by half an hour; a week goes over the end of a year
            "Europe/Berlin,       2026-03-17, 2026-04-06, 2026-03-15T23:00:00Z 2026-03-22T23:00:00Z 2026-03-29T22:00:00Z",
            "Europe/Berlin,       2026-10-19, 2026-11-02, 2026-10-18T22:00:00Z 2026-10-25T23:00:00Z",
            "Australia/Lord_Howe, 2026-04-01, 2026-04-14, 2026-03-29T13:00:00Z 2026-04-05T13:30:00Z 2026-04-12T13:30:00Z",
            "Australia/Lord_Howe, 2026-09-28, 2026-10-12, 2026-09-27T13:30:00Z 2026-10-04T13:00:00Z",
            "Asia/Kolkata,        2026-12-30, 2027-01-06, 2026-12-27T18:30:00Z 2027-01-03T18:30:00Z",
            "UTC,                 2024-12-30, 2025-01-07, 2024-12-30T00:00:00Z 2025-01-06T00:00:00Z",
            // a country leaves out a day, a Friday
            "Pacific/Apia,        2011-12-26, 2012-01-03, 2011-12-26T10:00:00Z 2012-01-01T10:00:00Z"})
    void aWeekBeginsOnMondayInTheZone(ZoneId zone, LocalDate start, LocalDate end, String weeks) {
        Period period = between(start, end, zone).by(Granularity.WEEK);
        assertThat(period.buckets(NOW)).isEqualTo(Stream.of(weeks.split(" ")).map(Instant::parse).toList());
    }

    @Property(tries = 2_000)
    void everyMomentCountsInTheRowThatItLiesIn(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
                                               @ForAll @IntRange(min = 1, max = 40 * 24) int hours, @ForAll Granularity granularity,
                                               @ForAll @IntRange(min = 0, max = 99) int percent) {
        Duration length = Duration.ofHours(hours);
        Period period = Period.of("24h", start, start.plus(length), zone, NOW).by(granularity);
        Instant moment = start.plus(length.multipliedBy(percent).dividedBy(100));
        List<Instant> rows = period.buckets(start);
        assertThat(rows).isSorted().doesNotHaveDuplicates().allMatch(row -> row.isBefore(period.to()));
        assertThat(period.bucketOf(moment))
                .isEqualTo(rows.stream().filter(row -> !row.isAfter(moment)).reduce((one, next) -> next).orElseThrow());
        long cell = Period.cell(rows);
        assertThat(rows).allMatch(row -> Duration.between(Period.FIRST, row).toSeconds() % cell == 0);
    }

    @Property(tries = 1_000)
    void weeksAreThoseOfTheCalendar(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
                                    @ForAll @IntRange(min = 1, max = 1_000) int days) {
        Instant end = start.plus(Duration.ofDays(days));
        LocalDate first = start.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Instant> mondays = Stream.iterate(first, monday -> monday.plusWeeks(1))
                .map(monday -> monday.atStartOfDay(zone).toInstant()).takeWhile(monday -> monday.isBefore(end)).toList();
        assertThat(Period.of("24h", start, end, zone, NOW).by(Granularity.WEEK).buckets(start)).isEqualTo(mondays);
    }

    @ParameterizedTest
    @CsvSource({"hour, 2026-01-01, 2026-02-11, 984", "day, 2024-01-01, 2026-09-27, 1000", "week, 2010-01-01, 2026-01-01, 836",
        "month, 1950-01-01, 2030-01-01, 960"})
    void aPeriodIsCutAsAskedFor(String granularity, LocalDate start, LocalDate end, int rows) {
        assertThat(between(start, end, UTC).by(Granularity.of(granularity)).buckets(NOW)).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({"hour, 2026-01-01, 2026-02-12", "day, 2024-01-01, 2026-09-28", "week, 2006-10-01, 2026-01-01",
        "month, 1940-01-01, 2030-01-01"})
    void moreThanAThousandRowsAreRefused(String granularity, LocalDate start, LocalDate end) {
        Period period = between(start, end, UTC);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> period.by(Granularity.of(granularity)))
                .withMessage("granularity: there are 1000 rows at most; ask for a shorter time or for a longer granularity");
    }

    @Test
    void allTimeIsCutWhenItIsKnownWhenItBegins() {
        Period all = Period.of("all", null, null, UTC, NOW).by(Granularity.HOUR);
        assertThat(all.from()).isNull();
        assertThat(all.since(NOW.minus(Duration.ofDays(41))).buckets(NOW)).hasSize(985);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> all.since(NOW.minus(Duration.ofDays(42))));
        assertThat(Period.of("all", null, null, UTC, NOW).since(Instant.parse("1000-01-01T00:00:00Z")).buckets(NOW)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hours", "Week", "year", "quarter"})
    void anotherWordIsRefused(String text) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> Granularity.of(text))
                .withMessage("granularity: must be one of hour, day, week, month");
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu",
                "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia").map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 15L * 365 * 24 * 60)
                .map(minutes -> Instant.parse("2011-06-01T00:00:00Z").plus(Duration.ofMinutes(minutes)));
    }

    private static Period between(LocalDate start, LocalDate end, ZoneId zone) {
        return Period.of("24h", start.atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone, NOW);
    }
}
