package org.conversions.stripe.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionStatusTest {

    private static final Instant NOON = Instant.parse("2026-07-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // known, seconds after noon | reported, seconds after noon | whether it replaces the known one
            "-                  | - | active             | 0 | true  | nothing was reported yet",
            "-                  | - | -                  | 0 | true  | nothing was reported yet, nor is a word now",
            "active             | 0 | canceled           | 1 | true  | the later one counts",
            "canceled           | 1 | active             | 0 | false | the earlier one does not",
            "active             | 0 | incomplete         | 1 | true  | whatever it says",
            "active             | 0 | -                  | 1 | true  | even when it says nothing",
            "incomplete         | 0 | active             | 0 | true  | it begins as incomplete",
            "active             | 0 | incomplete         | 0 | false | and does not become so",
            "incomplete         | 0 | incomplete         | 0 | true  | the same again",
            "incomplete         | 0 | -                  | 0 | true  | anything follows incomplete",
            "-                  | 0 | incomplete         | 0 | true  | a word says more than none",
            "-                  | 0 | -                  | 0 | true  | none twice",
            "active             | 0 | -                  | 0 | false | none says less than a word",
            "active             | 0 | active             | 0 | false | the same again",
            "active             | 0 | trialing           | 0 | true  | later in the alphabet",
            "trialing           | 0 | active             | 0 | false | earlier in the alphabet",
            "canceled           | 0 | active             | 0 | false | an end is not undone within its second",
            "active             | 0 | canceled           | 0 | true  | and comes through",
            "incomplete         | 0 | incomplete_expired | 0 | true  | never paid",
            "incomplete_expired | 0 | incomplete         | 0 | false | never paid, reported the other way round"})
    void theLaterReportCountsAndWithinASecondTheSameInEitherOrder(String known, Long knownAt, String reported, Long reportedAt,
                                                                  boolean replaced, String name) {
        assertThat(status(known, knownAt).isReplacedBy(status(reported, reportedAt))).as(name).isEqualTo(replaced);
    }

    @Property
    void theOrderOfReportsDoesNotMatter(@ForAll @Size(min = 1, max = 6) List<@From("reports") SubscriptionStatus> reports, @ForAll Random random) {
        List<SubscriptionStatus> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);

        assertThat(last(shuffled)).isEqualTo(last(reports));
    }

    /** Words only: a report without one gives way to {@code incomplete}, and that to it. */
    @Provide
    Arbitrary<SubscriptionStatus> reports() {
        return Combinators.combine(Arbitraries.of("incomplete", "incomplete_expired", "trialing", "active", "past_due", "canceled",
                "unpaid", "paused"), Arbitraries.longs().between(0, 3)).as(SubscriptionStatusTest::status);
    }

    private static SubscriptionStatus last(List<SubscriptionStatus> reports) {
        return reports.stream().reduce(status(null, null), (known, reported) -> known.isReplacedBy(reported) ? reported : known);
    }

    private static SubscriptionStatus status(String word, Long seconds) {
        return new SubscriptionStatus(word, seconds == null ? null : NOON.plusSeconds(seconds));
    }
}
