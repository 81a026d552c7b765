package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JumpPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "1.37, 1.37, false, 0.00",
        "1.37, 1.38, false, 0.73",
        // exactly a quarter is none, a digit more is one
        "100, 125, false, 25.00",
        "100, 125.000000000000000001, true, 25.00",
        "100, 75, false, -25.00",
        "100, 74.999999999999999999, true, -25.00",
        "0.000000001, 0.00000000125, false, 25.00",
        "3, 3.75, false, 25.00",
        // a point in the wrong place, a rate the wrong way round
        "1.37, 13.7, true, 900.00",
        "1.37, 0.137, true, -90.00",
        "1.37, 0.729927007299270073, true, -46.72",
        "158, 0.0063, true, -100.00",
    })
    void aChangeByMoreThanAQuarterIsAJump(BigDecimal current, BigDecimal next, boolean jump, String percent) {
        assertThat(JumpPolicy.jumps(current, next)).isEqualTo(jump);
        assertThat(JumpPolicy.changePercent(current, next).toPlainString()).isEqualTo(percent);
    }

    @Test
    void theFirstRateOfACurrencyIsNone() {
        assertThat(JumpPolicy.jumps(null, new BigDecimal("89500"))).isFalse();
    }

    @Property
    void upToAQuarterUpOrDownIsNone(@ForAll("rates") BigDecimal rate, @ForAll @IntRange(min = -25, max = 25) int percent) {
        assertThat(JumpPolicy.jumps(rate, rate.multiply(BigDecimal.valueOf(100 + percent)).movePointLeft(2))).isFalse();
    }

    @Property
    void moreThanAQuarterUpOrDownIsOne(@ForAll("rates") BigDecimal rate, @ForAll @IntRange(min = 26, max = 99) int percent) {
        assertThat(JumpPolicy.jumps(rate, rate.multiply(BigDecimal.valueOf(100 + percent)).movePointLeft(2))).isTrue();
        assertThat(JumpPolicy.jumps(rate, rate.multiply(BigDecimal.valueOf(100 - percent)).movePointLeft(2))).isTrue();
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.000001"), new BigDecimal("1000000")).ofScale(6);
    }
}
