package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeObjectTest {

    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'id':'cus_1'} | cus_1", "{'id':null} |", "{'id':''} |", "{'id':'  '} |", "{} |"})
    void aTextIsThereOrItIsNot(String json, String text) {
        assertThat(object(json).text("id")).isEqualTo(text);
        assertThat(object(json).id("id")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'customer':'cus_1'} | cus_1",
            "{'customer':{'id':'cus_1','email':'ada@example.com'}} | cus_1",
            "{'customer':{'id':'cus_1','deleted':true}} | cus_1",
            "{'customer':{'email':'ada@example.com'}} |",
            "{'customer':null} |"})
    void anExpandedObjectIsReadAsItsId(String json, String id) {
        assertThat(object(json).id("customer")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "[]", "{}"})
    void whatIsNoTextIsNotTakenForOne(String json) {
        assertMalformed("name is not a string", () -> value("name", json).text("name"));
    }

    @Test
    void anIdHasAtMost255Characters() {
        assertThat(value("id", '"' + "x".repeat(255) + '"').requiredId("id")).hasSize(255);
        assertMalformed("id is longer", () -> value("id", '"' + "x".repeat(256) + '"').requiredId("id"));
        assertMalformed("id is missing", () -> object("{}").requiredId("id"));
    }

    @Property
    void amountsOfSixtyFourBitsAreRead(@ForAll @LongRange(min = 0, max = AMOUNT_MAX) long minor) {
        assertThat(value("amount", "" + minor).amount("amount")).isEqualTo(minor);
        assertThat(value("amount", "-" + minor).signedAmount("amount")).contains(-minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4900\"", "49.0", "49.5", "4.9e3", "true", "[]", "{}", "1000000000000001", "-1000000000000001",
            "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1000000000000000000000000000000"})
    void whatIsNoAmountIsNotTakenForOne(String json) {
        assertMalformed("amount is not an amount", () -> value("amount", json).signedAmount("amount"));
    }

    @Test
    void aMissingAmountIsNothingUnlessItMustBeThere() {
        assertThat(object("{}").optionalAmount("amount")).isEmpty();
        assertThat(object("{'amount':null}").signedAmount("amount")).isEmpty();
        assertMalformed("amount is missing", () -> object("{'amount':null}").amount("amount"));
    }

    @Test
    void aNegativeAmountIsRefusedWhereNoneBelongs() {
        assertThat(object("{'total':-4900}").signedAmount("total")).contains(-4_900L);
        assertMalformed("total is negative", () -> object("{'total':-1}").optionalAmount("total"));
        assertMalformed("total is negative", () -> object("{'total':-1}").amount("total"));
    }

    @ParameterizedTest
    @CsvSource({"usd, usd", "USD, usd", "jPy, jpy"})
    void aCurrencyIsInLowerCase(String stripes, String currency) {
        assertThat(value("currency", '"' + stripes + '"').currency("currency")).isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"us\"", "\"usdt\"", "\"u$d\"", "\"üsd\"", "840"})
    void whatIsNoCurrencyIsNotTakenForOne(String json) {
        assertMalformed("currency is not a", () -> value("currency", json).currency("currency"));
    }

    @ParameterizedTest
    @CsvSource({"1785319200, 2026-07-29T10:00:00Z", "0, 1970-01-01T00:00:00Z", "2147483648, 2038-01-19T03:14:08Z",
            "253402300799, 9999-12-31T23:59:59Z", "null,"})
    void aTimeIsInSecondsSince1970(String json, Instant time) {
        assertThat(value("created", json).instant("created")).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "253402300800", "9223372036854775807", "9223372036854775808", "1785319200.5", "\"1785319200\"",
            "\"2026-07-29T10:00:00Z\"", "true"})
    void whatIsNoTimeIsNotTakenForOne(String json) {
        assertMalformed("created is not a time", () -> value("created", json).instant("created"));
    }

    @Test
    void aWordOfStripesIsShort() {
        assertThat(object("{\"status\":\"warning_needs_response\"}").word("status")).isEqualTo("warning_needs_response");
        assertThat(object("{}").word("status")).isNull();
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> object("{\"status\":\"" + "x".repeat(31) + "\"}").word("status"));
    }

    @Test
    void anAccountMayBeTheCustomer() {
        assertThat(object("{\"customer\":\"cus_1\",\"customer_account\":\"acct_1\"}").customer()).isEqualTo("cus_1");
        assertThat(object("{\"customer\":null,\"customer_account\":\"acct_1\"}").customer()).isEqualTo("acct_1");
        assertThat(object("{}").customer()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"\"cus_1\" | cus_1", "{\"id\":\"cus_1\"} | cus_1", "{\"id\":7} | -", "{} | -",
        "\" \" | -", "null | -", "7 | -", "[\"cus_1\"] | -"})
    void whereNothingMayFailAnIdIsReadIfThereIsOne(String json, String id) {
        assertThat(StripeObject.idOf(object(json).json())).isEqualTo(id);
        assertThat(StripeObject.customerOf(object("{\"customer\":" + json + "}").json())).isEqualTo(id);
        assertThat(StripeObject.customerOf(object("{\"customer\":" + json + ",\"customer_account\":\"acct_1\"}").json()))
                .isEqualTo(id == null ? "acct_1" : id);
    }

    @Test
    void whereNothingMayFailALongerIdIsNone() {
        assertThat(StripeObject.idOf(object('"' + "x".repeat(255) + '"').json())).hasSize(255);
        assertThat(StripeObject.idOf(object('"' + "x".repeat(256) + '"').json())).isNull();
    }

    @Test
    void aPathEndsWhereSomethingIsMissing() {
        StripeObject object = object("{'parent':{'subscription_details':null},'discounts':[],'name':'x'}");
        assertThat(object.text("parent.subscription_details.subscription")).isNull();
        assertThat(object.text("nothing.at.all")).isNull();
        assertThat(object.text("discounts.coupon")).isNull();
        assertThat(object.text("name.first")).isNull();
        assertThat(object.has("parent")).isTrue();
        assertThat(object.has("parent.subscription_details")).isFalse();
    }

    private static void assertMalformed(String message, Runnable reading) {
        assertThatExceptionOfType(MalformedObject.class).isThrownBy(reading::run).withMessageStartingWith(message);
    }

    private static StripeObject value(String field, String json) {
        return new StripeObject(Json.read("{\"" + field + "\":" + json + "}"));
    }

    private static StripeObject object(String json) {
        return new StripeObject(Json.read(json.replace('\'', '"')));
    }
}
