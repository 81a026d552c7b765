package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusChangeTest {

    @ParameterizedTest
    @CsvSource({
        // status, the operator's word of before, what is left, wanted
        "PENDING, , 400, PAID", "PENDING, , 400, CANCELED", "PENDING, , 400, FRAUD", "PENDING, , 400, DUPLICATE",
        "PENDING, , 400, REFUNDED", "HOLD, , 400, FRAUD", "HOLD, , 400, REFUNDED", "FRAUD, FRAUD, 400, PENDING",
        "REFUNDED, REFUNDED, 0, PENDING", "REFUNDED, , 0, FRAUD", "CANCELED, CANCELED, 400, REFUNDED",
        "CANCELED, CANCELED, 400, DUPLICATE", "CANCELED, , 0, FRAUD"})
    void theOperatorMaySayIt(CommissionStatus status, CommissionStatus manualStatus, long earnings, CommissionStatus wanted) {
        assertThatCode(() -> StatusChange.check("cm_1", Mode.LIVE, status, Judgement.verdict(manualStatus), Stage.OPEN, earnings,
                wanted)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "HOLD, , 400, PAID, is hold: only", "REFUNDED, , 0, PAID, only a pending", "FRAUD, FRAUD, 400, PAID, only a pending",
        "CANCELED, , 0, PAID, only a pending", "HOLD, , 400, PENDING, a dispute is open",
        "REFUNDED, , 0, PENDING, the money went back", "CANCELED, , 0, PENDING, another partner",
        "CANCELED, , 0, REFUNDED, nothing left", "CANCELED, , 0, HOLD, nothing left"})
    void whatIsTooLateOrTooEarlyIsRefused(CommissionStatus status, CommissionStatus manualStatus, long earnings,
                                          CommissionStatus wanted, String why) {
        refused(RequestRefused.Code.BAD_REQUEST, why, Mode.LIVE, status, manualStatus, earnings, wanted);
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsNone(CommissionStatus status) {
        refused(RequestRefused.Code.BAD_REQUEST, "already", Mode.LIVE, status, null, 400, status);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"PAID", "HOLD"})
    void whatWasPaidStaysPaid(CommissionStatus wanted) {
        refused(RequestRefused.Code.BAD_REQUEST, "was paid", Mode.LIVE, CommissionStatus.PAID, null, 400, wanted);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIVE")
    void testDataIsNeverPayable(Mode mode) {
        refused(RequestRefused.Code.UNPROCESSABLE_ENTITY, "test data", mode, CommissionStatus.PENDING, null, 400, CommissionStatus.PAID);
        assertThatCode(() -> StatusChange.check("cm_1", mode, CommissionStatus.PENDING, Judgement.NONE, Stage.OPEN, 400, CommissionStatus.FRAUD))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"processed", "PAID", "", "paid "})
    void aWordThatAnOperatorCannotSayIsRefused(String word) {
        assertThatThrownBy(() -> StatusChange.read(word)).isInstanceOfSatisfying(RequestRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY))
                .hasMessageStartingWith("status: must be one of pending, hold, paid, refunded, duplicate, fraud, canceled");
    }

    @Test
    void allOthersAreRead() {
        assertThat(StatusChange.WORDS).hasSize(7).allMatch(status -> StatusChange.read(status.text()) == status);
    }

    @ParameterizedTest
    @CsvSource({"REFUNDED, the money went back", "CANCELED, another partner"})
    void withoutTheOperatorsWordItMayStillNotBePending(CommissionStatus status, String why) {
        assertThatThrownBy(() -> StatusChange.checkReturned("cm_1", status, CommissionStatus.PENDING)).isInstanceOf(RequestRefused.class)
                .hasMessageContainingAll("cm_1", why);
        assertThatCode(() -> StatusChange.checkReturned("cm_1", CommissionStatus.HOLD, CommissionStatus.PENDING)).doesNotThrowAnyException();
    }

    private static void refused(RequestRefused.Code code, String why, Mode mode, CommissionStatus status,
                                CommissionStatus manualStatus, long earnings, CommissionStatus wanted) {
        assertThatThrownBy(() -> StatusChange.check("cm_1", mode, status, Judgement.verdict(manualStatus),
                status == CommissionStatus.PAID ? Stage.PAID : Stage.OPEN, earnings, wanted))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContainingAll("cm_1", why);
    }
}
