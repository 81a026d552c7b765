package org.conversions.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's table of digits, where others have ISO 4217's. */
class CurrenciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"})
    void someHaveNoDigits(String currency) {
        assertThat(Currencies.digits(currency)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bhd", "jod", "kwd", "omr", "tnd"})
    void someHaveThreeDigits(String currency) {
        assertThat(Currencies.digits(currency)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "eur", "cad", "isk", "ugx", "huf", "twd", "iqd", "lyd", "idr", "xcg", "sle", "std", "mru", "zwg"})
    void allOthersHaveTwo(String currency) {
        assertThat(Currencies.digits(currency)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"ISK, 0, 2", "UGX, 0, 2", "MGA, 2, 0", "IQD, 3, 2", "LYD, 3, 2"})
    void theJdkWouldBeWrongAbout(String currency, int jdk, int stripe) {
        assertThat(Currency.getInstance(currency).getDefaultFractionDigits()).isEqualTo(jdk);
        assertThat(Currencies.digits(currency.toLowerCase(Locale.ROOT))).isEqualTo(stripe);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "USD", "us", "usdt", "btc", "xau", "zzz", "1in", "u$d"})
    void whatIsNoCurrencyHasNoDigits(String text) {
        assertThat(Currencies.known(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Currencies.digits(text));
    }

    @Test
    void thereAreAsManyAsTheWorldHas() {
        int known = 0;
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                for (char c = 'a'; c <= 'z'; c++) {
                    known += Currencies.known("" + a + b + c) ? 1 : 0;
                }
            }
        }
        assertThat(known).isEqualTo(162);
    }
}
