package org.conversions.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredMoneyTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4_900, StoredMoney.MINOR_MAX})
    void anAmountThatCanBeIsMoney(long minor) {
        assertThat(StoredMoney.of("sale_1", minor, "usd")).isEqualTo(new Money(minor, "usd"));
    }

    @ParameterizedTest
    @CsvSource({"-1, usd", "1000000000000001, usd", "1, zzz", "1, USD", "1,"})
    void anAmountThatCannotBeNamesItsRow(long minor, String currency) {
        assertThatIllegalStateException().isThrownBy(() -> StoredMoney.of("sale_1", minor, currency))
                .withMessageContaining("sale_1").withMessageContaining(String.valueOf(minor));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, StoredMoney.MINOR_MAX, -StoredMoney.MINOR_MAX})
    void aChangeGoesUpOrDown(long minor) {
        assertThat(StoredMoney.change("se_1", minor)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(longs = {StoredMoney.MINOR_MAX + 1, -StoredMoney.MINOR_MAX - 1, Long.MIN_VALUE})
    void aChangeThatCannotBeNamesItsRow(long minor) {
        assertThatIllegalStateException().isThrownBy(() -> StoredMoney.change("se_1", minor)).withMessageContaining("se_1");
    }
}
