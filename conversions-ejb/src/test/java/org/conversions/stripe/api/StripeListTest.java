package org.conversions.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.stripe.api.StripeAnswer.PaidInvoice;
import org.conversions.stripe.api.StripeAnswer.PaidSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeListTest {

    private final StripeList.Reading reading = new StripeList.Reading();

    @Test
    void anInvoiceIsReadWithWhatWasPaidOfIt() {
        add("{'id':'inpay_1','invoice':'in_1','amount_paid':2400,'currency':'USD','status':'paid','new':{'x':[1]}}");

        assertThat(reading.paidInvoices()).containsExactly(new PaidInvoice("in_1", 2400L, "usd"));
    }

    @Test
    void anInvoiceMayBeAWholeObject() {
        add("{'id':'inpay_1','invoice':{'id':'in_1','object':'invoice'}}");

        assertThat(reading.paidInvoices()).containsExactly(new PaidInvoice("in_1", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "'12'", "null", "9223372036854775808", "{}", "true"})
    void anAmountThatIsNoneIsNotTold(String amount) {
        add("{'invoice':'in_1','amount_paid':" + amount + ",'currency':7}");

        assertThat(reading.paidInvoices()).containsExactly(new PaidInvoice("in_1", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'invoice':'in_1','status':'open'}", "{'invoice':'in_1','status':'canceled'}",
        "{'invoice':null}", "{'invoice':''}", "{'invoice':7}", "{'invoice':{}}", "{}", "null", "7"})
    void whatPaidNoInvoiceIsPassedOver(String object) {
        add(object);

        assertThat(reading.paidInvoices()).isEmpty();
        assertThat(reading.isEmpty()).isFalse();
    }

    @Test
    void anIdThatNoColumnHoldsIsPassedOver() {
        add("{'invoice':'in_" + "1".repeat(253) + "'}");

        assertThat(reading.paidInvoices()).isEmpty();
    }

    @Test
    void aSessionIsReadWithItsInvoice() {
        add("{'id':'cs_1','invoice':null},{'id':'cs_2','invoice':'in_2'},{'id':'cs_3'},{'id':null}");

        assertThat(reading.paidSessions()).containsExactly(new PaidSession("cs_1", null), new PaidSession("cs_2", "in_2"),
                new PaidSession("cs_3", null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"true, {'id':'a'}|{'id':'b'}, b", "false, {'id':'a'}, -", "true, '', -",
        "true, {'id':null}, -", "null, {'id':'a'}, -"})
    void theNextPageBeginsAfterTheLastOfThisOne(String hasMore, String objects, String after) {
        assertThat(reading.add(StripeList.parsed(("{'has_more':" + hasMore + ",'data':[" + objects.replace('|', ',')
                + "]}").replace('\'', '"')))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "[]", "{}", "{\"data\":7}", "null", "{\"data\":[]"})
    void whatIsNoListIsNotRead(String body) {
        assertThatThrownBy(() -> StripeList.parsed(body)).isInstanceOf(UnreadableAnswer.class)
                .hasMessageStartingWith("it answered something that is no ");
    }

    private void add(String objects) {
        assertThat(reading.add(StripeList.parsed(("{'object':'list','has_more':false,'data':[" + objects + "]}")
                .replace('\'', '"')))).isNull();
    }
}
