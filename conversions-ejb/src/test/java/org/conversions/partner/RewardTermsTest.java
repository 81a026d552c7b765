package org.conversions.partner;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardTermsTest {

    private static final long SALE_MAX = 1_000_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
            // percentage in basis points, sale, earned
            "2000, 4900, 980", "3333, 100, 33", "5000, 1, 1", "4999, 1, 0", "150, 33, 0", "150, 34, 1", "0, 4900, 0",
            "10000, 4900, 4900", "1000, 99999999999995, 10000000000000"})
    void aPercentageOfTheSaleIsEarnedRoundedHalfUp(int basisPoints, long sale, long earned) {
        assertThat(new RewardTerms("rwt_1", basisPoints, null).earnings(sale)).isEqualTo(earned);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_900, 99_999_999_999L})
    void aFlatRewardDoesNotDependOnTheSale(long sale) {
        assertThat(new RewardTerms("rwt_1", null, 5_00L).earnings(sale)).isEqualTo(5_00);
    }

    @Property
    void aPercentageIsNeverMoreThanTheSale(@ForAll @IntRange(min = 0, max = 10_000) int basisPoints,
                                           @ForAll @LongRange(min = 0, max = SALE_MAX) long sale) {
        assertThat(new RewardTerms("rwt_1", basisPoints, null).earnings(sale)).isBetween(0L, sale);
    }
}
