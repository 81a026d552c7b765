package org.conversions.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRateTest {

    private static final long AMOUNT_MAX = 10_000_000_000L;

    /** Units per US dollar, as rate tables have it. */
    @ParameterizedTest
    @CsvSource({
        "cad, 2055, 1.37, 1500",
        "jpy, 1580, 158, 1000",
        // 5.120 KWD at 0.307 are 16.68 dollars, not 166.78
        "kwd, 5120, 0.307, 1668",
        "bhd, 1000, 0.376, 266",
        // 500 and 500 are 5 krónur and 5 shillings: hundredths that do not exist are sent all the same
        "isk, 12500, 125, 100",
        "ugx, 375000, 3750, 100",
        "mga, 4400, 4400, 100",
        "huf, 32300, 323, 100",
        "twd, 3180, 31.80, 100",
        "iqd, 131000, 1310, 100",
        "clp, 967, 967, 100",
        // beyond 32 bits, both ways
        "idr, 99999999999, 15625, 6400000",
        "idr, 9999999999999, 16000, 625000000",
        "vnd, 999999999999, 25000, 4000000000",
        // halves are rounded up, once
        "eur, 1, 2, 1",
        "eur, 1, 2.000001, 0",
        "eur, 3, 2, 2",
        "cad, 0, 1.37, 0",
        "cad, -2055, 1.37, -1500",
    })
    void anAmountIsWorthSoManyCents(String currency, long amount, BigDecimal perUsd, long cents) {
        assertThat(toUsd(currency, perUsd).convert(new Money(amount, currency))).isEqualTo(new Money(cents, "usd"));
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 1000, jpy, 158, 1580",
        "usd, 1668, kwd, 0.307, 5121",
        "usd, 100, isk, 125, 12500",
        "usd, 100, ugx, 3750, 375000",
        "usd, 100, mga, 4400, 4400",
        "usd, 6400000, idr, 15625, 100000000000",
    })
    void dollarsAreWorthSoMuch(String currency, long amount, String target, BigDecimal rate, long expected) {
        assertThat(ExchangeRate.of(currency, target, rate).convert(new Money(amount, currency)))
                .isEqualTo(new Money(expected, target));
    }

    @ParameterizedTest
    @CsvSource({
        // 100 yen = 100/150 dollars = 0.6667 dollars = 0.60 euros: rounded to cents in between it would be 0.603
        "jpy, 150, 100, eur, 0.9, 60",
        "jpy, 158, 1580, kwd, 0.307, 3070",
        "kwd, 0.307, 307, jpy, 158, 158",
        // a third and its inverse: no dollar of it is ever rounded
        "gbp, 3, 3, cad, 1, 1",
        "gbp, 3, 300000000000003, cad, 3, 300000000000003",
        "gbp, 0.7, 1, eur, 0.35, 1",
        "gbp, 0.7, 1, eur, 0.3499999999, 0",
    })
    void twoForeignCurrenciesMeetInTheDollarWithoutBeingRoundedThere(String source, BigDecimal sourcePerUsd,
            long amount, String target, BigDecimal targetPerUsd, long expected) {
        assertThat(new ExchangeRate(source, sourcePerUsd, target, targetPerUsd).convert(new Money(amount, source)))
                .isEqualTo(new Money(expected, target));
    }

    @ParameterizedTest
    @CsvSource({"1.37, 1, 0.729927007299270073", "2, 1, 0.5", "1, 2, 2", "0.001, 1, 1000", "0.307, 158, 514.657980456026058632"})
    void theRateToKeepIsUnitsOfTheTargetForOneOfTheSource(BigDecimal sourcePerUsd, BigDecimal targetPerUsd, String rate) {
        assertThat(new ExchangeRate("cad", sourcePerUsd, "eur", targetPerUsd).rate().toString()).isEqualTo(rate);
    }

    @Property
    void oneCurrencyIsItself(@ForAll long amount, @ForAll("currencies") String currency, @ForAll("rates") BigDecimal rate) {
        Money money = new Money(amount, currency);
        assertThat(new ExchangeRate(currency, rate, currency, rate).convert(money)).isEqualTo(money);
    }

    @Property
    void thereAndBackIsWithinOneUnitWhenTheOthersUnitIsNotCoarser(
            @ForAll @LongRange(min = -AMOUNT_MAX, max = AMOUNT_MAX) long amount, @ForAll("exchanges") ExchangeRate there) {
        BigDecimal targetUnitsForOne = there.targetPerBase().scaleByPowerOfTen(
                Currencies.digits(there.target()) - Currencies.digits(there.source()));
        Assume.that(targetUnitsForOne.compareTo(there.sourcePerBase()) >= 0);
        ExchangeRate back = new ExchangeRate(there.target(), there.targetPerBase(), there.source(), there.sourcePerBase());
        assertThat(back.convert(there.convert(new Money(amount, there.source()))).minor()).isBetween(amount - 1, amount + 1);
    }

    @Property
    void aLargerAmountIsNeverWorthLess(@ForAll @LongRange(min = -AMOUNT_MAX, max = AMOUNT_MAX) long one,
            @ForAll @LongRange(min = -AMOUNT_MAX, max = AMOUNT_MAX) long other, @ForAll("exchanges") ExchangeRate rate) {
        assertThat(rate.convert(new Money(Math.min(one, other), rate.source())).minor())
                .isLessThanOrEqualTo(rate.convert(new Money(Math.max(one, other), rate.source())).minor());
    }

    @Property
    void theResultIsTheNearestWholeUnit(@ForAll @LongRange(min = 0, max = AMOUNT_MAX) long amount,
            @ForAll("exchanges") ExchangeRate rate) {
        long result = rate.convert(new Money(amount, rate.source())).minor();
        // twice the distance from the exact value, all in multiples of the divisor: no division and so no rounding
        BigDecimal exact = BigDecimal.valueOf(amount).multiply(rate.targetPerBase())
                .multiply(power(Currencies.digits(rate.target())));
        BigDecimal divisor = rate.sourcePerBase().multiply(power(Currencies.digits(rate.source())));
        BigDecimal twice = exact.subtract(divisor.multiply(BigDecimal.valueOf(result))).multiply(BigDecimal.valueOf(2));
        assertThat(twice).isLessThan(divisor).isGreaterThanOrEqualTo(divisor.negate());
    }

    @Property
    void noConversionEverOverflowsSilently(@ForAll @LongRange(min = 1) long amount, @ForAll("exchanges") ExchangeRate rate) {
        BigInteger exact = new BigDecimal(amount).multiply(rate.targetPerBase())
                .multiply(power(Currencies.digits(rate.target())))
                .divide(rate.sourcePerBase().multiply(power(Currencies.digits(rate.source()))), 0,
                        RoundingMode.HALF_UP).toBigInteger();
        Money money = new Money(amount, rate.source());
        if (exact.bitLength() > 63) {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> rate.convert(money));
        } else {
            assertThat(rate.convert(money).minor()).isEqualTo(exact.longValueExact());
        }
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 1.01", "-9223372036854775808, 1.01", "922337203685477581, 1000000"})
    void whatIsBeyond64BitsIsNoNumber(long amount, BigDecimal rate) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ExchangeRate.of("eur", "usd", rate).convert(new Money(amount, "eur")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.000"})
    void aRateIsMoreThanNothing(BigDecimal rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> ExchangeRate.of("eur", "usd", rate));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeRate("eur", rate, "usd", BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({"xau, usd", "usd, btc", "USD, eur"})
    void aRateIsBetweenKnownCurrencies(String source, String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> ExchangeRate.of(source, target, BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "gbp"})
    void anAmountOfAnotherCurrencyIsNotConverted(String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeRate.of("eur", "usd", BigDecimal.ONE).convert(new Money(1, currency)));
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("usd", "eur", "jpy", "kwd", "isk", "ugx", "mga", "huf", "twd", "idr", "bhd", "clp");
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.1"), new BigDecimal("10000")).ofScale(8);
    }

    @Provide
    Arbitrary<ExchangeRate> exchanges() {
        return Combinators.combine(currencies(), rates(), currencies(), rates()).as(ExchangeRate::new)
                .filter(rate -> !rate.source().equals(rate.target()));
    }

    private static ExchangeRate toUsd(String currency, BigDecimal perUsd) {
        return new ExchangeRate(currency, perUsd, "usd", BigDecimal.ONE);
    }

    private static BigDecimal power(int digits) {
        return BigDecimal.ONE.scaleByPowerOfTen(digits);
    }
}
