package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the overview, module by module: its periods, what they are compared with, its address, its drawings. */
@ResourceLock(Browser.NAME)
class OverviewLogicIT {

    /** A Monday, shortly before ten in the evening in Berlin. */
    private static final String NOW = "Date.parse('2026-11-30T20:47:10Z')";

    private static final Browser BROWSER = Browser.shared();

    @BeforeAll
    static void open() {
        BROWSER.open(ConversionsServer.shared().base() + "/app/errors/");
    }

    @ParameterizedTest
    @CsvSource({
        "today,      Europe/Berlin,      2026-11-30, 2026-12-01, true",
        "today,      Asia/Tokyo,         2026-12-01, 2026-12-02, true",
        "yesterday,  Europe/Berlin,      2026-11-29, 2026-11-30, false",
        "7d,         America/New_York,   2026-11-24, 2026-12-01, true",
        "mtd,        UTC,                2026-11-01, 2026-12-01, true",
        "last-month, UTC,                2026-10-01, 2026-11-01, false",
        "last-month, Pacific/Kiritimati, 2026-11-01, 2026-12-01, false",
        "ytd,        UTC,                2026-01-01, 2026-12-01, true",
        "12mo,       UTC,                2025-12-01, 2026-12-01, true",
        "all,        UTC,                null,       2026-12-01, true"})
    void aPeriodHasItsDaysInTheZoneOfTheWorkspace(String interval, String zone, String from, String to, boolean running) {
        assertThat(text("period.js", "(p => [p.from, p.to, p.running].map(String).join())(module.periodOf({interval: arguments[0]}, arguments[1], " + NOW + "))",
                interval, zone)).isEqualTo(from + "," + to + "," + running);
    }

    @ParameterizedTest
    @CsvSource({
        // A running period up to the same moment of the same day of the week.
        "today,                  previous,               2026-11-23, 2026-11-23T20:47:10.000Z",
        "7d,                     previous,               2026-11-17, 2026-11-23T20:47:10.000Z",
        "30d,                    previous,               2026-09-27, 2026-10-26T20:47:10.000Z",
        "30d,                    year,                   2025-11-02, 2025-12-01T20:47:10.000Z",
        "yesterday,              previous,               2026-11-22, 2026-11-23",
        "2026-11-03..2026-11-09, previous,               2026-10-27, 2026-11-03",
        "2026-11-03..2026-11-10, previous,               2026-10-20, 2026-10-28",
        "2026-11-03..2026-11-10, 2026-01-01..2026-01-02, 2026-01-01, 2026-01-03",
        "2026-11-03..2026-11-10, none,                   null,       null",
        "all,                    previous,               null,       null"})
    void aPeriodIsComparedWithTheSameDaysOfTheWeekBeforeIt(String shown, String compare, String start, String end) {
        assertThat(text("period.js", "(c => `${c?.start ?? null} ${c?.end ?? null}`)(module.comparedWith(module.periodOf(arguments[0].includes('..')"
                + " ? {start: arguments[0].slice(0, 10), end: arguments[0].slice(12)} : {interval: arguments[0]}, 'UTC', " + NOW + "), arguments[1], 'UTC', " + NOW + "))",
                shown, compare)).isEqualTo(start + " " + end);
    }

    /** The clocks went back between the two. */
    @Test
    void theSameMomentIsThatOfTheClockOnTheWall() {
        assertThat(text("period.js", "module.comparedWith(module.periodOf({interval: '30d'}, 'Europe/Berlin', " + NOW + "), 'previous', 'Europe/Berlin', " + NOW + ").end"))
                .isEqualTo("2026-10-26T20:47:10.000Z");
        assertThat(text("period.js", "module.momentAt('2026-10-20T21:47:10', 'Europe/Berlin').toISOString()")).isEqualTo("2026-10-20T19:47:10.000Z");
        assertThat(text("period.js", "module.momentAt('2026-03-29T02:30:00', 'Europe/Berlin').toISOString()")).isEqualTo("2026-03-29T01:30:00.000Z");
        assertThat(text("period.js", "module.momentAt('2026-04-05T12:00:00', 'Australia/Lord_Howe').toISOString()")).isEqualTo("2026-04-05T01:30:00.000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "today,                  -1, 2026-11-29..2026-11-29",
        "7d,                     -1, 2026-11-17..2026-11-23",
        "mtd,                    -1, 2026-10-01..2026-10-31",
        "last-month,             -1, 2026-09-01..2026-09-30",
        "last-month,             1,  2026-11-01..2026-11-30",
        "ytd,                    -1, 2025-01-01..2025-12-31",
        "2026-11-03..2026-11-09, 1,  2026-11-10..2026-11-16",
        "today,                  1,  none",
        "all,                    -1, none"})
    void aPeriodMovesByItsOwnLengthAndNotIntoTheFuture(String shown, int way, String moved) {
        assertThat(text("period.js", "(m => m ? `${m.start}..${m.end}` : 'none')(module.shifted(module.periodOf(arguments[0].includes('..')"
                + " ? {start: arguments[0].slice(0, 10), end: arguments[0].slice(12)} : {interval: arguments[0]}, 'UTC', " + NOW + "), arguments[1], 'UTC', " + NOW + "))",
                shown, way)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                                         | ''",
        "?interval=30d&compare=previous&figure=clicks&shape=series  | ''",
        "?interval=7d&figure=revenue&shape=funnel                   | ?interval=7d&figure=revenue&shape=funnel",
        "?start=2026-11-03&end=2026-11-09                           | ?start=2026-11-03&end=2026-11-09",
        "?start=2026-11-03&end=2026-11-01                           | ?start=2026-11-03",
        "?start=2026-02-30                                          | ''",
        "?interval=8d&granularity=minute&compare=x                  | ''",
        "?country=DE&city=-Berlin&nothing=1                         | ?country=DE&city=-Berlin",
        "?mode=sandbox&saleType=new                                 | ?mode=sandbox&saleType=new"})
    void theAddressSaysWhatIsShownAndNothingElse(String search, String written) {
        assertThat(text("view.js", "module.searchOf(module.viewOf(arguments[0]), new URLSearchParams(arguments[0]).get('mode') ?? 'live')", search)).isEqualTo(written);
    }

    @Test
    void aRowIsAFilterUntilItIsChosenAgain() {
        assertThat(text("view.js", "JSON.stringify(module.toggled(module.viewOf('?country=DE'), {country: 'DE', city: 'Berlin'}).filters)"))
                .isEqualTo("{\"country\":\"DE\",\"city\":\"Berlin\"}");
        assertThat(text("view.js", "JSON.stringify(module.toggled(module.viewOf('?country=DE&city=Berlin'), {country: 'DE', city: 'Berlin'}).filters)")).isEqualTo("{}");
        assertThat(text("view.js", "module.inverted(module.viewOf('?country=DE'), 'country').filters.country")).isEqualTo("-DE");
        assertThat(text("view.js", "Object.keys(module.without(module.viewOf('?country=DE&region=DE-BE&city=Berlin&os=iOS'), 'country').filters).join()")).isEqualTo("os");
    }

    @Test
    void aFunnelSaysHowManyGoOnAndHowManyDropOff() {
        JsonNode steps = run("funnel-steps.js", "module.funnelSteps([1000, 250, 1])");
        assertThat(steps.get(0).path("height").asDouble()).isEqualTo(200);
        assertThat(steps.get(1).path("height").asDouble()).isEqualTo(50);
        assertThat(steps.get(2).path("height").asDouble()).as("thin, and there").isEqualTo(4);
        assertThat(steps.get(1).path("dropped").asDouble()).isEqualTo(0.75);
        assertThat(run("funnel-steps.js", "module.funnelSteps([0, 0, 0])").findValuesAsText("height")).containsOnly("0");
        assertThat(run("funnel-steps.js", "module.funnelSteps([4, 2, 6])").get(2).path("kept").asDouble()).as("several sales of one lead").isEqualTo(3);
    }

    @Test
    void theBucketThatGoesOnIsDrawnInDashes() {
        assertThat(run("buckets.js", "module.wholeAndOpen([1, 2, 3], true)").toString()).isEqualTo("{\"open\":[null,2,3],\"whole\":[1,2,null]}");
        assertThat(run("buckets.js", "module.wholeAndOpen([1, 2, 3], false)").toString()).isEqualTo("{\"open\":[null,null,null],\"whole\":[1,2,3]}");
        assertThat(run("buckets.js", "module.pairs([1, 2, 3], [10, 20], value => value)").toString()).isEqualTo("{\"before\":[10,20,null],\"now\":[1,2,3]}");
    }

    @Test
    void aRowOfTheStreamThatIsThereIsNotPutAgain() {
        assertThat(BROWSER.run("return import('/app/stream/rows.js').then(module => module.withArrived([{kind: 'sale', id: 1}],"
                + " [{kind: 'sale', id: 1}, {kind: 'click', id: 1}, {kind: 'sale', id: 2}, {kind: 'sale', id: 2}]).map(({kind, id}) => kind + id).join())").asText())
                .isEqualTo("sale2,click1,sale1");
        assertThat(BROWSER.run("return import('/app/stream/rows.js').then(module => module.withArrived([],"
                + " Array.from({length: 500}, (_, id) => ({kind: 'click', id}))).length)").asInt()).isEqualTo(200);
    }

    private static String text(String module, String expression, Object... arguments) {
        return run(module, expression, arguments).asText();
    }

    private static JsonNode run(String module, String expression, Object... arguments) {
        return BROWSER.run("return import('/app/overview/" + module + "').then(module => " + expression + ")", arguments);
    }
}
