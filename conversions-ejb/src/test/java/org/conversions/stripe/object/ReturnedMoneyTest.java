package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.conversions.platform.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports of refunds, disputes and credit notes of every API version about money that went back. */
class ReturnedMoneyTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aRefundOfEveryApiVersionIsRead(String version) {
        Refund refund = Refund.of(StripeSample.of(version, "refund").with("id", "re_1").with("charge", "ch_1")
                .with("payment_intent", "pi_1").with("amount", 300).with("status", "pending").object());
        assertThat(refund).isEqualTo(new Refund("re_1", "ch_1", "pi_1", 300, "pending"));
        assertThat(refund.fact()).isEqualTo(new ReturnedMoney(ReturnedMoney.Kind.REFUND, "re_1", "ch_1", "pi_1", null, 300,
                "pending"));
    }

    @Test
    void beforeRefundsHadAStatusTheyWereDone() {
        assertThat(Refund.of(StripeSample.of(StripeSample.OLD, "refund").with("status", null).object()).fact().status())
                .isEqualTo("succeeded");
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aDisputeOfEveryApiVersionIsRead(String version) {
        Dispute dispute = Dispute.of(StripeSample.of(version, "dispute").with("id", "dp_1").with("charge", "ch_1")
                .with("payment_intent", "pi_1").with("amount", 300).with("status", "lost").object());
        assertThat(dispute).isEqualTo(new Dispute("dp_1", "ch_1", "pi_1", 300, "lost"));
        assertThat(dispute.fact()).isEqualTo(new ReturnedMoney(ReturnedMoney.Kind.DISPUTE, "dp_1", "ch_1", "pi_1", null,
                300, "lost"));
    }

    @Test
    void aDisputeWithoutAStatusIsMalformed() {
        StripeObject dispute = StripeSample.of(StripeSample.DAHLIA, "dispute").with("status", null).object();
        assertThatExceptionOfType(MalformedObject.class).isThrownBy(() -> Dispute.of(dispute));
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aCreditNoteOfEveryApiVersionIsRead(String version) {
        StripeSample note = StripeSample.of(version, "credit_note").with("id", "cn_1").with("invoice", "in_1")
                .with("out_of_band_amount", 300).with("refund", null).with("refunds", List.of());
        assertThat(CreditNote.of(note.object())).isEqualTo(new CreditNote("cn_1", "in_1", 300, false));
        assertThat(CreditNote.of(note.object()).fact()).isEqualTo(new ReturnedMoney(ReturnedMoney.Kind.CREDIT_NOTE, "cn_1",
                null, null, "in_1", 300, "issued"));
        assertThat(CreditNote.of(note.with("refund", "re_1").object()).refunds()).isTrue();
        assertThat(CreditNote.of(note.with("refund", null).with("refunds", List.of(Map.of("refund", "re_1"))).object())
                .refunds()).isTrue();
        assertThat(CreditNote.of(note.with("out_of_band_amount", null).object()).outOfBand()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"REFUND, pending, 0", "REFUND, requires_action, 0", "REFUND, succeeded, 1", "REFUND, failed, 2",
            "REFUND, canceled, 2", "DISPUTE, needs_response, 0", "DISPUTE, lost, 1", "DISPUTE, won, 2",
            "DISPUTE, warning_closed, 2", "TOTAL, refunded, 0", "CHARGE, charged, 0", "CREDIT_NOTE, issued, 0"})
    void withinASecondWhatEndsSomethingIsTheLater(ReturnedMoney.Kind kind, String status, int rank) {
        assertThat(new ReturnedMoney(kind, "x_1", "ch_1", "pi_1", null, 1, status).rank()).isEqualTo(rank);
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsKnownByItsName(ReturnedMoney.Kind kind) {
        assertThat(Word.stored(ReturnedMoney.Kind.class, kind.text())).isEqualTo(kind);
        assertThat(kind.text()).isLowerCase();
    }

    @Test
    void onlyDisputesAreOpen() {
        assertThat(new ReturnedMoney(ReturnedMoney.Kind.REFUND, "re_1", null, "pi_1", null, 1, "pending").isOpen()).isFalse();
    }
}
