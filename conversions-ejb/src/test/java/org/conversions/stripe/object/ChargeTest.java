package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aChargeOfEveryApiVersionIsRead(String version) {
        assertThat(Charge.of(charge(version, 12_000, 3_000L).object()))
                .isEqualTo(new Charge("ch_1", "pi_1", null, "cus_1", 12_000, 3_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {StripeSample.OLD, StripeSample.ACACIA})
    void beforeBasilAChargeNamesItsInvoice(String version) {
        assertThat(Charge.of(charge(version, 12_000, 3_000L).with("invoice", "in_1").object()).invoice()).isEqualTo("in_1");
    }

    @ParameterizedTest
    @CsvSource({"12000, 0, 0", "12000, , 0", "12000, 12000, 12000", "12000, 6000, 6000", "12000, 15000, 12000", "1, 1, 1"})
    void whatWentBackIsARunningTotalAndNeverMoreThanTheCharge(long amount, Long refunded, long wentBack) {
        Charge charge = Charge.of(charge(StripeSample.DAHLIA, amount, refunded).object());
        assertThat(charge.refunded()).isEqualTo(wentBack);
        assertThat(charge.facts()).extracting(ReturnedMoney::kind, ReturnedMoney::amount).containsExactly(
                tuple(ReturnedMoney.Kind.CHARGE, amount), tuple(ReturnedMoney.Kind.TOTAL, wentBack));
    }

    @Test
    void aChargeOfNothingIsMalformed() {
        assertThatExceptionOfType(MalformedObject.class).isThrownBy(() -> Charge.of(charge(StripeSample.DAHLIA, 0, 0L).object()));
    }

    @ParameterizedTest
    @CsvSource({"amount, -1", "amount_refunded, -1", "amount, '\"12000\"'", "amount_refunded, 12.5", "id, null", "amount, null"})
    void aChargeIsMalformedWhenAFieldIs(String field, String json) {
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> Charge.of(charge(StripeSample.CLOVER, 12_000, 3_000L).withJson(field, json).object()))
                .withMessageStartingWith(field);
    }

    private static StripeSample charge(String version, long amount, Long refunded) {
        return StripeSample.of(version, "charge").with("id", "ch_1").with("payment_intent", "pi_1").with("customer", "cus_1")
                .with("amount", amount).with("amount_refunded", refunded);
    }
}
