package org.conversions.partner.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.partner.deal.LeadDecision.Won;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadDecisionTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
            "MEETING    | -    | -     | -   | -     | -   ",
            "QUALIFIED  | -    | -     | -   | -     | -   ",
            "QUALIFIED  | user | -     | -   | -     | -   ",
            "CLOSED_WON | -    | 1     | -   | -     | -   ",
            "CLOSED_WON | user | 1     | eur | cus_1 | in_1",
            "CLOSED_WON | -    | -     | -   | cus_1 | -   "})
    void whatGoesTogetherIsKept(SubmittedStatus status, String externalId, Long amount, String currency, String stripe, String invoice) {
        LeadDecision checked = new LeadDecision(status, externalId, new Won(amount, currency, stripe, invoice)).checked();
        assertThat(checked).isEqualTo(new LeadDecision(status, externalId,
                status == SubmittedStatus.CLOSED_WON ? new Won(amount, currency, stripe, invoice) : null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
            "-          | -    | -     | -   | -     | -    | status: is required",
            "MEETING    | user | -     | -   | -     | -    | externalId: is for",
            "QUALIFIED  | -    | 1     | -   | -     | -    | saleAmount, currency",
            "CLOSED_LOST| -    | -     | -   | cus_1 | -    | saleAmount, currency",
            "CLOSED_WON | -    | -     | -   | -     | -    | saleAmount: is required",
            "CLOSED_WON | -    | 0     | -   | -     | -    | saleAmount: must be",
            "CLOSED_WON | -    | -5    | -   | -     | -    | saleAmount: must be",
            "CLOSED_WON | -    | 1000000000000001 | - | - | -    | saleAmount: must be",
            "CLOSED_WON | -    | -     | eur | cus_1 | -    | currency, invoiceId: are for",
            "CLOSED_WON | -    | -     | -   | cus_1 | in_1 | currency, invoiceId: are for",
            "CLOSED_WON | -    | 1     | xxx | -     | -    | currency: must be",
            "CLOSED_WON | -    | 1     | -   | cus 1 | -    | stripeCustomerId: must be",
            "CLOSED_WON | ''   | 1     | -   | -     | -    | externalId: cannot be empty",
            "CLOSED_WON | -    | 1     | -   | -     | ''   | invoiceId: must have"})
    void whatDoesNotIsRefusedByItsField(SubmittedStatus status, String externalId, Long amount, String currency, String stripe,
                                        String invoice, String message) {
        LeadDecision decision = new LeadDecision(status, externalId, new Won(amount, currency, stripe, invoice));
        assertThatThrownBy(decision::checked).isInstanceOf(RequestRefused.class).hasMessageStartingWith(message);
    }
}
