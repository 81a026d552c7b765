package org.conversions.stripe.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // the days on which subscriptions ended | of the last purchase | since when the customer is lost
            "           |    |    | no subscription was ever known",
            "           | 05 |    | a customer without any subscription",
            "10         |    | 10 | the only one ended",
            "10 20      |    | 20 | the last one ended",
            "20 10      |    | 20 | reported the other way round",
            "10 running |    |    | one is left",
            "running    |    |    | the only one runs",
            "10         | 05 | 10 | bought before the end",
            "10         | 10 | 10 | bought in the moment of the end",
            "10         | 15 |    | bought since",
            "10 20      | 15 | 20 | bought in between",
            "10 running | 15 |    | one is left, and bought since"})
    void aCustomerIsLostWhenNoSubscriptionIsLeftAndNothingWasBoughtSince(String ends, String lastPurchase, String lostAt, String name) {
        List<Instant> ended = new ArrayList<>();
        Stream.ofNullable(ends).flatMap(all -> Stream.of(all.split(" ")))
                .forEach(end -> ended.add(end.equals("running") ? null : day(end)));
        assertThat(ChurnPolicy.lostAt(ended, bought(lastPurchase))).as(name).isEqualTo(day(lostAt));
    }

    @Property
    void theOrderInWhichSubscriptionsBecomeKnownDoesNotMatter(@ForAll("ends") List<Instant> ends, @ForAll Random random) {
        List<Instant> shuffled = new ArrayList<>(ends);
        Collections.shuffle(shuffled, random);
        assertThat(ChurnPolicy.lostAt(shuffled, bought("15"))).isEqualTo(ChurnPolicy.lostAt(ends, bought("15")));
    }

    @Provide
    Arbitrary<List<Instant>> ends() {
        return Arbitraries.integers().between(10, 28).map(day -> day("" + day)).injectNull(0.1).list().ofMaxSize(5);
    }

    private static Predicate<Instant> bought(String lastPurchase) {
        return end -> lastPurchase != null && day(lastPurchase).isAfter(end);
    }

    private static Instant day(String ofJuly) {
        return ofJuly == null ? null : Instant.parse("2026-07-" + ofJuly + "T10:00:00Z");
    }
}
