package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "1, 100, 0", "3, 50, 100", "1000, 100, 99900"})
    void aPageBeginsAfterThoseBeforeIt(int number, int size, int offset) {
        assertThat(new Page(number, size, null, null).offset()).isEqualTo(offset);
    }

    @Test
    void aCursorWinsOverThePageNumber() {
        assertThat(new Page(3, 50, "link_1", null).offset()).isZero();
        assertThat(new Page(3, 50, null, "link_1").offset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 50, page", "-1, 50, page", "1001, 50, page", "1, 0, pageSize", "1, 101, pageSize"})
    void aPageThatIsNoneIsRefused(int number, int size, String field) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> new Page(number, size, null, null))
                .withMessageStartingWith(field + ": must be from 1 to ");
    }
}
