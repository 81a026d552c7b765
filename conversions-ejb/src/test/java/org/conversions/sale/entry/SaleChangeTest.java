package org.conversions.sale.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.money.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change of a sale's money by two who report the same refunds. */
class SaleChangeTest {

    @ParameterizedTest
    @CsvSource({
            // quarters and refunds by Stripe, by the merchant; then those that count
            "1, 1, 0, 0, 1, 1", "1, 1, 1, 2, 1, 1", "1, 1, 2, 2, 2, 2", "0, 0, 4, 1, 4, 1", "4, 3, 2, 1, 4, 3"})
    void theLargerOfTwoReportsOfTheSameMoneyCounts(int byStripe, int refunds, int byMerchant, int merchantRefunds,
                                                   int quarters, int counted) {
        SaleChange change = new SaleChange(new Share(byStripe, 4), refunds, true, SaleChange.Kind.DISPUTE, "dp_1",
                Instant.EPOCH);
        assertThat(change.atLeast(new Share(byMerchant, 4), merchantRefunds)).isEqualTo(new SaleChange(
                new Share(quarters, 4), counted, true, SaleChange.Kind.DISPUTE, "dp_1", Instant.EPOCH));
    }
}
