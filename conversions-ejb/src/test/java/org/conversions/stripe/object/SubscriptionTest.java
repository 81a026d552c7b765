package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aSubscriptionOfEveryApiVersionIsRead(String version) {
        StripeSample subscription = StripeSample.of(version, "subscription").with("id", "sub_1").with("customer", "cus_1")
                .with("status", "canceled").with("canceled_at", 1_785_000_000).with("ended_at", 1_785_319_200)
                .with("trial_start", 1_785_000_000).with("cancel_at", null)
                .with("items", Map.of("data", List.of(Map.of("quantity", 2), Map.of("quantity", 3))));
        assertThat(Subscription.of(subscription.object())).isEqualTo(new Subscription("sub_1", "cus_1", "canceled", 5,
                Instant.parse("2026-07-25T17:20:00Z"), null, Instant.parse("2026-07-29T10:00:00Z"),
                Instant.parse("2026-07-25T17:20:00Z"), TrackingMetadata.NONE));
    }

    @ParameterizedTest
    @CsvSource({
            "canceled,           1785319200, 1785000000, 2026-07-29T10:00:00Z",
            "canceled,                     , 1785319200, 2026-07-29T10:00:00Z",
            "incomplete_expired,           , 1785319200, 2026-07-29T10:00:00Z",
            "active,                       , 1785319200,",
            "active,                       ,           ,"})
    void aScheduledEndIsNoEndUntilItHasEnded(String status, Long endedAt, Long canceledAt, Instant ended) {
        StripeSample subscription = StripeSample.of(StripeSample.DAHLIA, "subscription").with("status", status)
                .with("ended_at", endedAt).with("canceled_at", canceledAt);
        assertThat(Subscription.of(subscription.object()).endedAt()).isEqualTo(ended);
    }

    @ParameterizedTest
    @CsvSource({"'3', 3", "'3;4', 7", "'-', 1", "'-;4', 4", "'', 1", "'0', 1", "'9999999999', 1000000"})
    @DisplayName("Seats are those of all items; metered items have none; there is at least one")
    void seatsAreThoseOfAllItems(String quantities, int seats) {
        List<Map<String, Object>> items = Stream.of(quantities.split(";")).filter(text -> !text.isEmpty())
                .map(text -> text.equals("-") ? Map.<String, Object>of("id", "si_metered")
                        : Map.<String, Object>of("quantity", Long.parseLong(text))).toList();
        StripeSample subscription = StripeSample.of(StripeSample.DAHLIA, "subscription")
                .with("items", Map.of("object", "list", "data", items)).with("quantity", null);
        assertThat(Subscription.of(subscription.object()).seats()).isEqualTo(seats);
    }

    @Test
    void beforeThereWereItemsTheQuantityStoodOnTheSubscription() {
        StripeSample subscription = StripeSample.of(StripeSample.OLD, "subscription").with("items", null)
                .with("quantity", 4);
        assertThat(Subscription.of(subscription.object()).seats()).isEqualTo(4);
    }
}
