package org.conversions.platform.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthPlanTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");

    @Test
    void aNewTableGetsThisMonthTheNextOnesAndOneForWhatIsLater() {
        assertThat(plan().growth(NOVEMBER)).contains("alter table click partition by range columns (id) ("
                + "partition p202611 values less than ('2026-12-01T00:00:00Z'), "
                + "partition p202612 values less than ('2027-01-01T00:00:00Z'), "
                + "partition p202701 values less than ('2027-02-01T00:00:00Z'), "
                + "partition p202702 values less than ('2027-03-01T00:00:00Z'), "
                + "partition later values less than (maxvalue))");
    }

    @Test
    void aMonthLaterOneMonthIsMadeOutOfWhatIsLater() {
        assertThat(plan("p202610", "p202611", "p202612", "p202701", "later").growth(NOVEMBER)).contains(
                "alter table click reorganize partition later into ("
                        + "partition p202702 values less than ('2027-03-01T00:00:00Z'), "
                        + "partition later values less than (maxvalue))");
    }

    @Test
    void withAllOfThemThereNothingIsMade() {
        assertThat(plan("p202611", "p202612", "p202701", "p202702", "later").growth(NOVEMBER)).isEmpty();
    }

    @Test
    void monthsGoAsAWholeOnceTheirLastMomentIsTooOld() {
        MonthPlan plan = plan("p202608", "p202609", "p202610", "p202611", "later");
        assertThat(plan.removal(Instant.parse("2026-10-31T23:59:59.999Z")))
                .contains("alter table click drop partition p202608, p202609");
        assertThat(plan.lastEnd(Instant.parse("2026-10-31T23:59:59.999Z"))).contains(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(plan.removal(Instant.parse("2026-11-01T00:00:00Z")))
                .contains("alter table click drop partition p202608, p202609, p202610");
        assertThat(plan.removal(Instant.parse("2026-08-31T23:59:59Z"))).isEmpty();
        assertThat(plan().lastEnd(NOVEMBER)).isEmpty();
    }

    private static MonthPlan plan(String... names) {
        return MonthPlan.of("click", List.of(names), Instant::toString);
    }
}
