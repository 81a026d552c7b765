package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-08-19T10:20:30Z");

    @ParameterizedTest
    @CsvSource({
            "24h, UTC,              2026-08-18T11:00:00Z, HOURS,  24",
            "7d,  UTC,              2026-08-13T00:00:00Z, DAYS,   7",
            "30d, UTC,              2026-07-21T00:00:00Z, DAYS,   30",
            "90d, UTC,              2026-05-22T00:00:00Z, DAYS,   90",
            "mtd, UTC,              2026-08-01T00:00:00Z, DAYS,   19",
            "qtd, UTC,              2026-07-01T00:00:00Z, DAYS,   50",
            "ytd, UTC,              2026-01-01T00:00:00Z, MONTHS, 8",
            "1y,  UTC,              2025-09-01T00:00:00Z, MONTHS, 12",
            "24h, Europe/Berlin,    2026-08-18T11:00:00Z, HOURS,  24",
            "7d,  Europe/Berlin,    2026-08-12T22:00:00Z, DAYS,   7",
            "90d, Europe/Berlin,    2026-05-21T22:00:00Z, DAYS,   90",
            "ytd, Europe/Berlin,    2025-12-31T23:00:00Z, MONTHS, 8",
            "24h, Asia/Kolkata,     2026-08-18T10:30:00Z, HOURS,  24",
            "7d,  Asia/Kolkata,     2026-08-12T18:30:00Z, DAYS,   7",
            "mtd, Asia/Kathmandu,   2026-07-31T18:15:00Z, DAYS,   19",
            "7d,  Pacific/Auckland, 2026-08-12T12:00:00Z, DAYS,   7",
            "7d,  Pacific/Honolulu, 2026-08-13T10:00:00Z, DAYS,   7"})
    void anIntervalIsCutIntoWholeBucketsOfTheZone(String interval, ZoneId zone, Instant from, ChronoUnit bucket, int buckets) {
        Period period = Period.of(interval, null, null, zone, NOW);
        assertThat(period).isEqualTo(new Period(from, NOW, zone, bucket, true));
        assertThat(period.buckets(NOW)).hasSize(buckets).startsWith(from);
    }

    @Test
    void allTimeBeginsInTheMonthOfWhatHappenedFirst() {
        Period all = Period.of("all", null, null, ZoneId.of("Europe/Berlin"), NOW);
        assertThat(all.from()).isNull();
        assertThat(all.buckets(Instant.parse("2026-05-31T22:30:00Z"))).containsExactly(Instant.parse("2026-05-31T22:00:00Z"),
                Instant.parse("2026-06-30T22:00:00Z"), Instant.parse("2026-07-31T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-01-01T00:00:00Z, ytd, 1", "2026-01-01T00:00:00Z, mtd, 1", "2026-01-01T00:00:00Z, qtd, 1",
            "2026-03-31T23:59:59Z, qtd, 90", "2026-04-01T00:00:01Z, qtd, 1", "2026-12-31T12:00:00Z, qtd, 92",
            "2028-02-29T12:00:00Z, mtd, 29", "2028-02-29T12:00:00Z, 1y, 12"})
    void aCalendarBeginsAnewWithItsMonthQuarterOrYear(Instant now, String interval, int buckets) {
        assertThat(Period.of(interval, null, null, UTC, now).buckets(now)).hasSizeBetween(buckets - 1, buckets)
                .allMatch(start -> start.isBefore(now));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-08-17T10:20:30Z, HOURS",
            "2026-08-17T10:20:29Z, DAYS",
            "2026-02-20T10:20:30Z, DAYS",
            "2026-02-20T10:20:29Z, MONTHS"})
    void aStartChoosesTheBucketByTheLength(Instant start, ChronoUnit bucket) {
        assertThat(Period.of("24h", start, null, UTC, NOW).bucket()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-10-23T22:00:00Z, 2026-10-25T23:00:00Z, Europe/Berlin,    HOURS, 49",
            "2026-10-31T04:00:00Z, 2026-11-02T05:00:00Z, America/New_York, HOURS, 49",
            "2026-04-03T13:00:00Z, 2026-04-05T13:30:00Z, Australia/Lord_Howe, HOURS, 48",
            "2026-03-07T05:00:00Z, 2026-03-09T04:00:00Z, America/New_York, HOURS, 47",
            "2026-03-07T05:00:00Z, 2026-03-09T05:00:00Z, America/New_York, DAYS,  3",
            "2026-05-05T22:00:00Z, 2026-11-01T23:00:00Z, Europe/Berlin,    DAYS,  180"})
    void theLengthOfAPeriodIsCountedInDaysOfItsZone(Instant start, Instant end, ZoneId zone, ChronoUnit bucket, int buckets) {
        Period period = Period.of("all", start, end, zone, NOW);
        assertThat(period.bucket()).isEqualTo(bucket);
        assertThat(period.buckets(start)).hasSize(buckets);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-08-19T07:45:00Z, 2026-08-19T07:00:00Z, 4",
            "2026-08-10T15:00:00Z, 2026-08-10T00:00:00Z, 10",
            "2026-01-15T15:00:00Z, 2026-01-01T00:00:00Z, 8"})
    void aPeriodBeginsAtItsStartAndItsFirstBucketHoldsIt(Instant start, Instant firstBucket, int buckets) {
        Period period = Period.of("24h", start, null, UTC, NOW);
        assertThat(period.from()).isEqualTo(start);
        assertThat(period.buckets(NOW)).hasSize(buckets).startsWith(firstBucket);
    }

    @Test
    void startAndEndWinOverTheInterval() {
        Instant start = Instant.parse("2026-08-01T00:00:00Z");
        Instant end = Instant.parse("2026-08-03T00:00:00Z");
        assertThat(Period.of("nonsense", start, end, UTC, NOW)).isEqualTo(new Period(start, end, UTC, ChronoUnit.HOURS, false));
    }

    @Test
    void anHourThatBeginsBeforeThePeriodCountsInItsFirstBucket() {
        Period week = Period.of("7d", null, null, ZoneId.of("Asia/Kolkata"), NOW);
        assertThat(week.bucketOf(week.from().truncatedTo(ChronoUnit.HOURS))).isEqualTo(week.from());
    }

    @ParameterizedTest
    @CsvSource({
            // the clocks change in the night, at midnight, and by half an hour
            "Europe/Berlin,       2026-03-27T23:00:00Z, 2026-03-31T10:00:00Z",
            "Europe/Berlin,       2026-10-23T22:00:00Z, 2026-10-27T10:00:00Z",
            "America/Santiago,    2026-09-04T04:00:00Z, 2026-09-09T10:00:00Z",
            "America/Havana,      2026-10-30T04:00:00Z, 2026-11-03T10:00:00Z",
            "Africa/Cairo,        2026-04-22T22:00:00Z, 2026-04-26T10:00:00Z",
            "Australia/Lord_Howe, 2026-10-02T13:30:00Z, 2026-10-06T10:00:00Z",
            "Australia/Lord_Howe, 2026-04-03T13:00:00Z, 2026-04-07T10:00:00Z"})
    void dayBucketsBeginWithTheDayWhenTheClocksChange(ZoneId zone, Instant start, Instant end) {
        Period period = Period.of("24h", start, end, zone, NOW);
        List<LocalDate> days = start.atZone(zone).toLocalDate().datesUntil(end.atZone(zone).toLocalDate().plusDays(1)).toList();
        assertThat(period.bucket()).isEqualTo(ChronoUnit.DAYS);
        assertThat(period.buckets(start)).isEqualTo(days.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList());
        for (Instant moment = start; moment.isBefore(end); moment = moment.plus(Duration.ofMinutes(30))) {
            LocalDate day = moment.atZone(zone).toLocalDate();
            assertThat(period.bucketOf(moment)).as("%s", moment).isEqualTo(day.atStartOfDay(zone).toInstant());
        }
    }

    @Test
    void aDayWithoutAMidnightDoesNotShiftTheDaysBeforeIt() {
        ZoneId zone = ZoneId.of("America/Santiago");
        Period week = Period.of("7d", null, null, zone, Instant.parse("2026-09-06T15:00:00Z"));
        assertThat(week.from()).isEqualTo(Instant.parse("2026-08-31T04:00:00Z"));
        assertThat(week.buckets(week.from())).hasSize(7).endsWith(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T12:30:00Z", "2026-10-25T12:30:00Z"})
    void theLastTwentyFourHoursAreAsManyBucketsWhenTheClocksChange(Instant now) {
        Period day = Period.of("24h", null, null, ZoneId.of("Europe/Berlin"), now);
        assertThat(day.buckets(now)).hasSize(24).endsWith(now.truncatedTo(ChronoUnit.HOURS));
    }

    @Property(tries = 3_000)
    void everyMomentOfAPeriodCountsInTheBucketThatItLiesIn(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
                                                           @ForAll("lengths") Duration length,
                                                           @ForAll @IntRange(min = 0, max = 99) int percent) {
        Instant end = start.plus(length);
        Instant moment = start.plus(length.multipliedBy(percent).dividedBy(100));
        Period period = Period.of("24h", start, end, zone, NOW);
        List<Instant> buckets = period.buckets(start);
        assertThat(buckets).isSorted().doesNotHaveDuplicates().allMatch(bucket -> bucket.isBefore(end));
        assertThat(period.bucketOf(moment))
                .isEqualTo(buckets.stream().filter(bucket -> !bucket.isAfter(moment)).reduce((one, next) -> next).orElseThrow());
    }

    @Test
    void aPeriodHasAtMostAThousandBuckets() {
        Period millennium = Period.of("24h", Instant.parse("1000-01-01T00:00:00Z"), null, UTC, NOW);
        assertThat(millennium.buckets(NOW)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1h", "24H", "7 d", "year"})
    void anotherIntervalIsRefused(String interval) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> Period.of(interval, null, null, UTC, NOW))
                .withMessageStartingWith("interval: must be one of 24h")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01T00:00:00Z, 2026-08-01T00:00:00Z", "2026-08-02T00:00:00Z, 2026-08-01T00:00:00Z", "2027-01-01T00:00:00Z,"})
    void anEndThatIsNotAfterTheStartIsRefused(Instant start, Instant end) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> Period.of("24h", start, end, UTC, NOW))
                .withMessage("end: must be after start");
    }

    @Property(tries = 1_000)
    void noBucketBeginsWithinACell(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start, @ForAll("lengths") Duration length) {
        List<Instant> buckets = Period.of("24h", start, start.plus(length), zone, NOW).buckets(start);
        long cell = Period.cell(buckets);
        assertThat(cell).isPositive();
        assertThat(buckets).allMatch(bucket -> Duration.between(Period.FIRST, bucket).toSeconds() % cell == 0);
    }

    @ParameterizedTest
    @CsvSource({"30d, UTC, 86400", "24h, UTC, 3600", "30d, Europe/Berlin, 3600", "30d, Asia/Kolkata, 1800",
        "30d, Asia/Kathmandu, 900", "24h, Asia/Kolkata, 1800", "1y, UTC, 86400"})
    void aCellIsAsLongAsTheZoneAllows(String interval, ZoneId zone, long atLeast) {
        assertThat(Period.cell(Period.of(interval, null, null, zone, NOW).buckets(NOW)) % atLeast).isZero();
    }

    @Property(tries = 1_000)
    void aPeriodIsCutWhereItsBucketsBegin(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
                                          @ForAll("lengths") Duration length) {
        Period period = Period.of("24h", start, start.plus(length), zone, NOW);
        List<Instant> buckets = period.buckets(start);
        List<Span> segments = period.segments(buckets);
        assertThat(segments).hasSameSizeAs(buckets);
        assertThat(segments.get(0).from()).isEqualTo(period.from());
        assertThat(segments.get(segments.size() - 1).to()).isEqualTo(period.to());
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).from()).isEqualTo(segments.get(i - 1).to()).isEqualTo(buckets.get(i));
        }
    }

    @Test
    void whatHasNoEndIsOpenForAClockThatIsAhead() {
        Period week = Period.of("7d", null, null, UTC, NOW);
        assertThat(week.span()).isEqualTo(new Span(week.from(), null));
        assertThat(week.segments(week.buckets(NOW))).hasSize(7).last().isEqualTo(
                new Span(Instant.parse("2026-08-19T00:00:00Z"), null));
        assertThat(week.bucketOf(NOW.plus(Duration.ofDays(2)))).isEqualTo(Instant.parse("2026-08-19T00:00:00Z"));
        assertThat(Period.of("all", null, null, UTC, NOW).span()).isEqualTo(new Span(null, null));
    }

    @Test
    void anEndAloneEndsAllTime() {
        Instant end = Instant.parse("2026-08-03T10:30:00Z");
        Period period = Period.of("24h", null, end, UTC, NOW);
        assertThat(period).isEqualTo(new Period(null, end, UTC, ChronoUnit.MONTHS, false));
        assertThat(period.span()).isEqualTo(new Span(null, end));
        assertThat(period.since(Instant.parse("2026-05-01T10:00:00Z")).buckets(end)).hasSize(4);
        assertThat(period.since(end.plusSeconds(1))).isEqualTo(period);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Cairo", "America/Havana",
                "America/St_Johns",
                "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia").map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 10L * 365 * 24 * 60).withDistribution(RandomDistribution.uniform())
                .map(minutes -> Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 48), Arbitraries.integers().between(49, 180 * 24),
                Arbitraries.integers().between(180 * 24, 400 * 24)).map(Duration::ofHours);
    }
}
