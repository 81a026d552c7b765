package org.conversions.stripe.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.event.StripeSample#versions")
    void aSubscriptionOfEveryApiVersionIsRead(String version) {
        StripeSample subscription = StripeSample.of(version, "subscription").with("id", "sub_1").with("customer", "cus_1")
                .with("canceled_at", 1_785_000_000).with("ended_at", 1_785_319_200);
        assertThat(Subscription.of(subscription.object()))
                .isEqualTo(new Subscription("sub_1", "cus_1", Instant.parse("2026-07-29T10:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
            "1785319200, 1785000000, 2026-07-29T10:00:00Z",
            "          , 1785319200, 2026-07-29T10:00:00Z",
            "          ,           ,"})
    void aSubscriptionEndedWhenItSaysElseWhenItWasCancelled(Long endedAt, Long canceledAt, Instant ended) {
        StripeSample subscription = StripeSample.of(StripeSample.DAHLIA, "subscription").with("ended_at", endedAt)
                .with("canceled_at", canceledAt);
        assertThat(Subscription.of(subscription.object()).endedAt()).isEqualTo(ended);
    }
}
