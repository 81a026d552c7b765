package org.conversions.stripe.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "cus_1 | {'object':'charge','id':'ch_1','payment_intent':'pi_1'} | cus_1 | the customer",
            "- | {'object':'charge','id':'ch_1','payment_intent':'pi_1'} | pi_1 | a guest's charge",
            "- | {'object':'charge','id':'ch_1'} | ch_1 | a charge of old",
            "- | {'object':'payment_intent','id':'pi_1'} | pi_1 | the payment itself",
            "- | {'object':'refund','id':'re_1','charge':'ch_1'} | ch_1 | a refund of a charge of old",
            "- | {'object':'refund','id':'re_1','charge':'ch_1','payment_intent':{'id':'pi_1'}} | pi_1 | an expanded payment",
            "- | {'object':'invoice_payment','id':'inpay_1','payment':{'type':'payment_intent','payment_intent':'pi_1'}} | pi_1 | an invoice's payment",
            "- | {'object':'checkout.session','id':'cs_1','payment_intent':null} | cs_1 | a guest's session",
            "- | {} | evt_1 | an event without an object",
            "- | 7 | evt_1 | an object that is none"})
    void whatMustNotMeetHasOneKey(String customer, String object, String key, String name) throws IOException {
        JsonNode node = Json.MAPPER.readTree(object.replace('\'', '"'));

        assertThat(Lane.key(customer, node, "evt_1")).as(name).isEqualTo(key);
    }

    @Property
    void everyKeyHasALane(@ForAll String key) {
        assertThat(Lane.of(key)).isBetween(0, Lane.COUNT - 1);
    }

    @Test
    void customersWhoseIdsDifferAtTheEndAreSpreadOverAllLanes() {
        int[] buyers = new int[Lane.COUNT];
        IntStream.range(0, 64_000).forEach(i -> buyers[Lane.of("cus_QkP5ZsT" + i)]++);

        assertThat(Arrays.stream(buyers)).allMatch(count -> count > 800 && count < 1_200);
    }
}
