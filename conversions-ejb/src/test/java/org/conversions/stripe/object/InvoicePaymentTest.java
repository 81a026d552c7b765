package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePaymentTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versionsSinceBasil")
    void anInvoicePaymentNamesBothSides(String version) {
        assertThat(InvoicePayment.of(payment(version).with("payment.payment_intent", "pi_1").object()))
                .isEqualTo(new InvoicePayment("inpay_1", "in_1", "pi_1", 12_000L));
    }

    @ParameterizedTest
    @CsvSource({"payment_intent, pi_1, pi_1", "charge, ch_1, ch_1", "payment_record, prec_1,"})
    void thePaymentIsAnIntentOrAChargeOrOutsideStripe(String type, String id, String payment) {
        StripeSample sample = payment(StripeSample.DAHLIA).with("payment.type", type).with("payment." + type, id);
        assertThat(InvoicePayment.of(sample.object()).payment()).isEqualTo(payment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "invoice"})
    void withoutItsInvoiceItIsMalformed(String field) {
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> InvoicePayment.of(payment(StripeSample.BASIL).without(field).object()))
                .withMessageStartingWith(field);
    }

    private static StripeSample payment(String version) {
        return StripeSample.of(version, "invoice_payment").with("id", "inpay_1").with("invoice", "in_1")
                .with("amount_paid", 12_000);
    }
}
