package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures day = new Figures(100, 20, 3, 1, 147_00, 49_00, 12_00);

    @Test
    void theNetAmountIsWhatWasSoldLessWhatWasTakenBack() {
        assertThat(day.netAmount()).isEqualTo(98_00);
    }

    @Test
    void figuresAddUpOneByOne() {
        assertThat(day.plus(new Figures(1, 2, 3, 4, 5, 6, 7))).isEqualTo(new Figures(101, 22, 6, 5, 147_05, 49_06, 12_07));
        assertThat(day.plus(Figures.NONE)).isEqualTo(day);
    }
}
