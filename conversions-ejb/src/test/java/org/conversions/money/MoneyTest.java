package org.conversions.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "-1, false", "9999999999999, true"})
    void onlyMoreThanNothingIsPositive(long minor, boolean positive) {
        assertThat(new Money(minor, "usd").isPositive()).isEqualTo(positive);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "us", "usdt"})
    void aCurrencyHasThreeLetters(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, currency));
    }
}
