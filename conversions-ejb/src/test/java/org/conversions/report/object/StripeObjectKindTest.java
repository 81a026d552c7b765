package org.conversions.report.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeObjectKindTest {

    @ParameterizedTest
    @CsvSource({"cus_1, customer", "pi_1, payment", "ch_1, payment", "py_1, payment", "in_1, invoice",
        "cs_test_1, checkout_session", "sub_1, subscription"})
    void theBeginningOfAnIdSaysItsKind(String id, String kind) {
        assertThat(StripeObjectKind.of(id).text()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "re_1", "evt_1", "CUS_1", " cus_1"})
    void anotherIdIsRefused(String id) {
        assertThatThrownBy(() -> StripeObjectKind.of(id)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("id: must be");
        String tooLong = "cus_" + "1".repeat(300);
        assertThatThrownBy(() -> StripeObjectKind.of(tooLong)).isInstanceOf(RequestRefused.class);
    }
}
