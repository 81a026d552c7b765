package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Share;
import org.junit.jupiter.api.Test;

class ClawbackPolicyTest {

    private static final long CHARGE = 10_000;

    @Test
    void halfOfASaleIsHalfOfTheCommission() {
        assertThat(ClawbackPolicy.toTakeBack(401, 0, new Share(1, 2))).isEqualTo(201);
        assertThat(ClawbackPolicy.toTakeBack(401, 201, Share.ALL)).isEqualTo(200);
    }

    @Test
    void aSmallerTotalThatIsToldLateTakesNothing() {
        assertThat(ClawbackPolicy.toTakeBack(400, 300, new Share(1, 2))).isZero();
    }

    @Property
    void runningTotalsInAnyOrderTakeBackWhatTheLargestDoes(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long earned,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = CHARGE) Long> totals) {
        long takenBack = 0;
        for (long total : totals) {
            takenBack += ClawbackPolicy.toTakeBack(earned, takenBack, new Share(total, CHARGE));
        }
        assertThat(takenBack).isEqualTo(new Share(Collections.max(totals), CHARGE).of(earned));
    }

    @Property
    void aFullRefundLeavesNothing(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long earned,
                                  @ForAll @LongRange(min = 0, max = CHARGE) long before) {
        long takenBack = ClawbackPolicy.toTakeBack(earned, 0, new Share(before, CHARGE));
        assertThat(takenBack + ClawbackPolicy.toTakeBack(earned, takenBack, Share.ALL)).isEqualTo(earned);
    }
}
