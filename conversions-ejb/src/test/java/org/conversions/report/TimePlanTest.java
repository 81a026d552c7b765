package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import org.conversions.statistics.CellTrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePlanTest {

    private static final List<Integer> ALL = CellTrait.WORKSPACE.widths();
    private static final List<Integer> HOURS = CellTrait.COUNTRY.widths();
    private static final Instant NOW = Instant.parse("2026-08-19T10:20:30Z");

    /** Nothing is counted twice and nothing left out, and no cell belongs to two rows of the answer. */
    @Property(tries = 1_000)
    void aTimeIsCoveredOnceAndNoCellReachesOverAnEdge(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
                                                      @ForAll("lengths") Duration length, @ForAll boolean quarters,
                                                      @ForAll @IntRange(max = 3) int fullDays, @ForAll boolean weeks) {
        Period chosen = Period.of("24h", start, start.plus(length), zone, NOW);
        Period period = weeks ? chosen.by(Granularity.WEEK) : chosen;
        List<Span> segments = period.segments(period.buckets(start));
        List<Instant> raw = new ArrayList<>();
        for (int i = 0; i < fullDays; i++) {
            raw.add(start.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3L * i)));
        }

        TimePlan plan = TimePlan.of(segments, quarters ? ALL : HOURS, raw);

        List<Span> spans = new ArrayList<>(plan.raw());
        plan.cells().values().forEach(spans::addAll);
        spans.sort(Comparator.comparing(Span::from));
        assertThat(spans.get(0).from()).isEqualTo(period.from());
        assertThat(spans.get(spans.size() - 1).to()).isEqualTo(period.to());
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).to());
        }
        plan.cells().forEach((minutes, ofWidth) -> {
            long width = minutes * 60L;
            assertThat(ofWidth).allMatch(span -> span.from().getEpochSecond() % width == 0 && span.from().getNano() == 0
                    && span.to().getEpochSecond() % width == 0 && span.to().getNano() == 0);
            segments.stream().map(Span::from).forEach(edge -> assertThat(ofWidth).noneMatch(span -> span.from().isBefore(edge)
                    && edge.isBefore(span.to()) && (edge.getEpochSecond() % width != 0 || edge.getNano() != 0)));
        });
        assertThat(raw).allSatisfy(day -> assertThat(plan.ofCells()).noneMatch(span ->
                span.from().isBefore(day.plus(Duration.ofDays(1))) && day.isBefore(span.to())));
    }

    @ParameterizedTest
    @CsvSource({
            // what is asked for, in which zone, by which cells: of days, hours and quarters, and without any
            "30d, UTC, false, 1, 0, 0, 0", "30d, Europe/Berlin, false, 1, 1, 0, 0",
            "30d, Asia/Kolkata, false, 1, 1, 1, 0", "30d, Asia/Kathmandu, false, 1, 1, 1, 0",
            "30d, UTC, true, 1, 0, 0, 0", "30d, Europe/Berlin, true, 1, 1, 0, 0", "30d, Asia/Kolkata, true, 1, 30, 30, 0",
            "90d, Asia/Kathmandu, true, 1, 0, 1, 0", "24h, UTC, true, 1, 1, 0, 0", "1y, UTC, true, 1, 0, 0, 0",
            "1y, Europe/Berlin, true, 12, 12, 0, 0", "all, UTC, false, 1, 0, 0, 0"})
    void aQuestionOfTheWholeWorkspaceNeedsNoClick(String interval, ZoneId zone, boolean series, int days, int hours,
                                                  int quarters, int raw) {
        Period period = Period.of(interval, null, null, zone, NOW);
        TimePlan plan = TimePlan.of(series ? period.segments(period.buckets(NOW)) : List.of(period.span()), ALL, Set.of());
        assertThat(plan.cells().getOrDefault(CellTrait.DAY, List.of())).hasSize(days);
        assertThat(plan.cells().getOrDefault(CellTrait.HOUR, List.of())).hasSize(hours);
        assertThat(plan.cells().getOrDefault(CellTrait.QUARTER, List.of())).hasSize(quarters);
        assertThat(plan.raw()).hasSize(raw);
    }

    @Test
    void whatGoesOnIsReadToItsEnd() {
        TimePlan plan = TimePlan.of(List.of(new Span(null, NOW), new Span(NOW, null)), HOURS, Set.of());
        assertThat(plan.ofCells()).first().extracting(Span::from).isNull();
        assertThat(plan.ofCells()).last().extracting(Span::to).isNull();
        assertThat(plan.raw()).containsExactly(new Span(Instant.parse("2026-08-19T10:00:00Z"), Instant.parse("2026-08-19T11:00:00Z")));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Asia/Kathmandu",
                "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia").map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 10L * 365 * 24 * 60).withDistribution(RandomDistribution.uniform())
                .map(minutes -> Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 48 * 60), Arbitraries.integers().between(48 * 60, 180 * 24 * 60),
                Arbitraries.integers().between(180 * 24 * 60, 400 * 24 * 60)).map(Duration::ofMinutes);
    }
}
