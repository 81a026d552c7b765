package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedTest {

    private final Figures clicked = new Figures(9, 1, 0, 0, 0, 0, 0);
    private final Figures led = new Figures(0, 5, 0, 0, 0, 0, 0);
    private final Figures sold = new Figures(2, 0, 1, 0, 100, 0, 0);
    private final Figures soldMore = new Figures(1, 0, 3, 1, 900, 850, 0);
    private final Figures refunded = new Figures(0, 0, 0, 1, 0, 70, 0);

    @Test
    void rowsWithTheMostOfWhatIsCountedComeFirstAndThoseWithoutAnyAreLeftOut() {
        assertThat(ranked(Counted.CLICKS)).containsExactly(clicked, sold, soldMore);
        assertThat(ranked(Counted.LEADS)).containsExactly(led, clicked);
        assertThat(ranked(Counted.SALES)).containsExactly(sold, soldMore, refunded);
        assertThat(ranked(Counted.COMPOSITE)).containsExactly(sold, soldMore, led, clicked, refunded);
    }

    @Test
    void withoutMoneyNoOrderAndNoRowTellsOfAmounts() {
        Figures corrected = new Figures(0, 0, 0, 0, 0, 5, 0);
        assertThat(ranked(Counted.CLICKS.withoutMoney())).containsExactly(clicked, sold, soldMore);
        assertThat(ranked(Counted.SALES.withoutMoney())).containsExactly(soldMore, sold, refunded);
        assertThat(ranked(Counted.COMPOSITE.withoutMoney())).containsExactly(soldMore, sold, led, clicked, refunded);
        assertThat(Counted.SALES.any(corrected)).isTrue();
        assertThat(Counted.SALES.withoutMoney().any(corrected)).isFalse();
        assertThat(Counted.SALES.withoutMoney().order() + Counted.COMPOSITE.withoutMoney().order()
                + Counted.SALES.withoutMoney().condition()).doesNotContain("gross", "refunded");
    }

    private List<Figures> ranked(Counted counted) {
        return Stream.of(refunded, led, soldMore, clicked, sold).filter(counted::any).sorted(counted.best()).toList();
    }
}
