package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateSetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 29);

    @Test
    void ratesForADollarStayAsTheyWereWritten() {
        RateSet set = set("USD", Map.of("CAD", "1.37", "jpy", "158", "Usd", "1.0"));
        assertThat(set.asOf()).isEqualTo(TODAY);
        assertThat(set.quotes()).containsOnly(
                Map.entry("cad", new Quote(new BigDecimal("1.37"), BigDecimal.ONE)),
                Map.entry("jpy", new Quote(new BigDecimal("158"), BigDecimal.ONE)));
    }

    @Test
    void ratesForAnotherBaseMeetTheDollarWithoutBeingRounded() {
        RateSet set = set("eur", Map.of("USD", "1.10", "JPY", "165"));
        assertThat(set.quotes()).containsOnlyKeys("eur", "jpy");
        assertThat(set.quotes().get("jpy").perDollar()).isEqualByComparingTo("150");
        // 5 cents at 1.10 are 5.5 cents and so 6; through 1/1.10, rounded, they would be 5
        assertThat(set.quotes().get("eur").from("eur", "usd", Quote.DOLLAR).convert(new Money(5, "eur")))
                .isEqualTo(new Money(6, "usd"));
        assertThat(set.quotes().get("eur").from("eur", "usd", Quote.DOLLAR).rate()).isEqualByComparingTo("1.10");
        assertThat(set.quotes().get("eur").from("eur", "jpy", set.quotes().get("jpy")).rate()).isEqualByComparingTo("165");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.37", "137", "1e2", "1.5E-3", "0.000000001", "1000000000", "1.370000000000000000000",
        "0.123456789012345678", "007"})
    void aRateIsANumberInAnyWritingOfJson(String rate) {
        assertThat(set("USD", Map.of("CAD", rate)).quotes().get("cad").units()).isEqualByComparingTo(rate);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "0.0", "-1.37", "+1.37", "NaN", "Infinity", "1,37", "1.37 ", "0x1", ".5", "5.", "1e999", "1e-99",
        "1000000001", "0.0000000009", "0.1234567890123456789", "١٫٣", "１", "1.37d", "one", "1e", "1.3.7",
        "1111111111111111111111111111111111111111111111111111111111111111"})
    void whatIsNoRateIsNamed(String rate) {
        Map<String, String> rates = new HashMap<>();
        rates.put("EUR", "0.9");
        rates.put("CAD", rate);
        refused("rates.CAD: ", "USD", TODAY, rates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XAU", "BTC", "CA", "CADE", "C$D", "a very long name that is no currency at all"})
    void whatIsNoCurrencyIsNamed(String currency) {
        refused("rates." + (currency.length() > 8 ? currency.substring(0, 8) : currency), "USD", TODAY,
                Map.of("EUR", "0.9", currency, "1.37"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "XAU", "dollar"})
    void theBaseIsACurrency(String base) {
        refused("base: ", base, TODAY, Map.of("CAD", "1.37"));
    }

    @Test
    void theBaseIsWorthOneOfItself() {
        refused("rates.USD: ", "USD", TODAY, Map.of("USD", "1.01", "CAD", "1.37"));
        refused("rates.EUR: ", "EUR", TODAY, Map.of("USD", "1.10", "EUR", "0.9"));
    }

    @Test
    void anotherBaseNeedsTheDollar() {
        refused("rates: ", "EUR", TODAY, Map.of("CAD", "1.5"));
    }

    @Test
    void aCurrencyIsThereOnce() {
        refused("rates.", "USD", TODAY, Map.of("CAD", "1.37", "cad", "1.37"));
    }

    @Test
    void thereIsACurrencyBesideTheDollar() {
        refused("rates: ", "USD", TODAY, Map.of());
        refused("rates: ", "USD", TODAY, Map.of("USD", "1"));
    }

    @Test
    void whatTheDollarTurnsAbsurdIsRefusedToo() {
        refused("rates.JPY: ", "EUR", TODAY, Map.of("USD", "0.000000001", "JPY", "165"));
    }

    @Test
    void thereAreNotMoreThanSoMany() {
        Map<String, String> rates = new HashMap<>();
        for (int i = 0; i <= RateSet.RATES_MAX; i++) {
            rates.put("X" + i, "1");
        }
        refused("rates: must have 1 to 400", "USD", TODAY, rates);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-30, false", "2026-07-29, true", "2000-01-01, true", "1999-12-31, false", "+999999999-12-31, false"})
    void aDayIsNotInTheFutureAndNotBeforeStripe(LocalDate asOf, boolean possible) {
        if (possible) {
            assertThat(RateSet.of("USD", asOf, TODAY, Map.of("CAD", "1.37")).asOf()).isEqualTo(asOf);
        } else {
            refused("asOf: ", "USD", asOf, Map.of("CAD", "1.37"));
        }
    }

    private static RateSet set(String base, Map<String, String> rates) {
        return RateSet.of(base, TODAY, TODAY, rates);
    }

    private static void refused(String sentence, String base, LocalDate asOf, Map<String, String> rates) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> RateSet.of(base, asOf, TODAY, rates))
                .withMessageStartingWith(sentence)
                .satisfies(e -> assertThat(e.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }
}
