package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardLimitsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // months, first, at, over
        "-, 2026-01-31T10:00:00Z, 2099-01-01T00:00:00Z, false", "0, -, 2026-01-31T10:00:00Z, false",
        "0, 2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z, true", "1, 2026-01-31T10:00:00Z, 2026-02-28T09:59:59Z, false",
        "1, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z, true", "12, 2024-02-29T00:00:00Z, 2025-02-27T23:59:59Z, false",
        "12, 2024-02-29T00:00:00Z, 2025-02-28T00:00:00Z, true"})
    void theEndIsSoManyCalendarMonthsLaterToTheSecond(Integer months, Instant first, Instant at, boolean over) {
        assertThat((first == null ? Slot.first(at) : new Slot(1, first, at)).isOver(months)).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "all, 2026-03-29T12:00:00Z, 1970-01-01T00:00:00Z", "day, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z",
        "day, 2026-03-29T23:30:00Z, 2026-03-29T22:00:00Z", "week, 2026-03-29T12:00:00Z, 2026-03-22T23:00:00Z",
        "week, 2026-03-30T12:00:00Z, 2026-03-29T22:00:00Z", "month, 2026-03-31T22:30:00Z, 2026-03-31T22:00:00Z",
        "month, 2026-03-31T21:30:00Z, 2026-02-28T23:00:00Z"})
    void thePeriodsAreThoseOfTheProgramsTimeZone(String interval, Instant at, Instant begun) {
        SpendLimit limit = SpendLimit.read(Json.read("{\"amount\":5000,\"interval\":\"" + interval + "\"}"));
        assertThat(limit.beginning(at, ZoneId.of("Europe/Berlin"))).isEqualTo(begun);
        assertThat(SpendLimit.read(limit.json())).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "4999, 1", "5000, 0", "9000, 0", "-100, 5000"})
    void whatWasEarnedBeforeTakesRoom(long spent, long room) {
        assertThat(new SpendLimit(5_000, SpendLimit.Interval.DAY).room(spent)).isEqualTo(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "5", "{\"amount\":0,\"interval\":\"day\"}", "{\"amount\":-5,\"interval\":\"day\"}",
        "{\"amount\":5,\"interval\":\"year\"}", "{\"amount\":5}", "{\"amount\":\"5\",\"interval\":\"day\"}"})
    void aLimitThatCannotBeIsRefusedByName(String json) {
        assertThatThrownBy(() -> SpendLimit.read(Json.read(json))).isInstanceOf(RequestRefused.class).hasMessageStartingWith("spendLimit.");
    }

    @Test
    void boundsOfSalesAreOfRewardsForSales() {
        assertThat(new RewardLimits(12, 3, null).checked("sale").looksAtHistory()).isTrue();
        assertThat(new RewardLimits(null, null, new SpendLimit(5, SpendLimit.Interval.ALL)).checked("lead").looksAtHistory()).isFalse();
        for (RewardLimits limits : new RewardLimits[] {new RewardLimits(-1, null, null), new RewardLimits(601, null, null),
            new RewardLimits(null, 0, null), new RewardLimits(null, 1_001, null)}) {
            assertThatThrownBy(() -> limits.checked("sale")).isInstanceOf(RequestRefused.class).hasMessageStartingWith("max");
        }
        assertThatThrownBy(() -> new RewardLimits(null, 1, null).checked("lead")).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("maxSales");
    }
}
