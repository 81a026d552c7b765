package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.sale.product.SaleLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoldLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // the version, what is in the line beside the amount, the product, its name
        StripeSample.OLD + "    | price: {product: prod_1}                                        | prod_1 | Gold",
        StripeSample.OLD + "    | price: {product: {id: prod_1, name: Gold plan}}                 | prod_1 | Gold plan",
        StripeSample.OLD + "    | price: null, plan: {product: prod_1}                            | prod_1 | Gold",
        StripeSample.ACACIA + " | price: {product: prod_1}, proration: true                       | prod_1 | -",
        StripeSample.BASIL + "  | pricing: {price_details: {price: price_1, product: prod_1}}     | prod_1 | Gold",
        StripeSample.CLOVER + " | parent: null, pricing: {price_details: {product: prod_1}}       | prod_1 | Gold",
        StripeSample.DAHLIA + " | pricing: {price_details: {product: prod_1}}, parent: {subscription_item_details: {proration: true}} | prod_1 | -",
        StripeSample.DAHLIA + " | pricing: {price_details: {price: {id: price_1, product: {id: prod_1, name: Gold plan}}}} | prod_1 | Gold plan",
        StripeSample.BASIL + "  | pricing: null                                                   | ''     | -"})
    void theProductOfALineIsWhereTheVersionHasIt(String version, String fields, String product, String name) {
        StripeSample invoice = StripeSample.of(version, "invoice").withJson("lines.data", "[" + quoted("{description: 2 × Gold (at $10.00 / month),"
                + "amount: 2000, " + fields + "}") + "]");
        assertThat(SoldLines.of(invoice.object())).containsExactly(new SaleLine(product, name, 2_000));
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aLineOfEveryApiVersionIsRead(String version) {
        assertThat(SoldLines.of(StripeSample.of(version, "invoice").object())).singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualTo(1_000));
        assertThat(SoldLines.of(StripeSample.of(version, "checkout.session").object())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "amount: 1000                                                                                       | 1000",
        "amount: 1000, discount_amounts: [{amount: 100}, {amount: 50}]                                      | 850",
        "amount: 1200, amount_excluding_tax: 1000, discount_amounts: [{amount: 100}]                        | 900",
        "amount: 1200, tax_amounts: [{amount: 200, inclusive: true}, {amount: 70, inclusive: false}]        | 1000",
        "amount: 1200, taxes: [{amount: 200, tax_behavior: inclusive}, {amount: 7, tax_behavior: exclusive}] | 1000",
        "amount: -300                                                                                       | -300"})
    void whatCountsOfALineIsWithoutDiscountsAndTax(String fields, long amount) {
        assertThat(SoldLines.of(new StripeSample(StripeSample.of(StripeSample.DAHLIA, "invoice").json())
                .withJson("lines.data", "[" + quoted("{" + fields + "}") + "]").object()))
                .containsExactly(new SaleLine("", null, amount));
    }

    @Test
    void theLinesThatAreNotSentAreOfNoProduct() {
        StripeSample invoice = StripeSample.of(StripeSample.BASIL, "invoice").with("subtotal", 5_000).with("lines.has_more", true);
        assertThat(SoldLines.of(invoice.object())).extracting(SaleLine::amount).containsExactly(1_000L, 4_000L);
    }

    @Test
    void anExpandedCheckoutHasLines() {
        StripeSample session = StripeSample.of(StripeSample.CLOVER, "checkout.session").withJson("line_items.data",
                quoted("[{amount_total: 1200, amount_tax: 200, description: Mug, price: {product: prod_1}}]"));
        assertThat(SoldLines.of(session.object())).containsExactly(new SaleLine("prod_1", "Mug", 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{amount: {}}", "{amount: 1, price: {product: 7}}", "{amount: 1, description: [], price: {product: prod_1}}", "7"})
    void whatCannotBeReadIsNothing(String line) {
        StripeSample invoice = StripeSample.of(StripeSample.OLD, "invoice").withJson("lines.data", "[" + quoted(line) + "]");
        assertThat(SoldLines.of(invoice.object())).allSatisfy(read -> assertThat(read.productId()).isEmpty());
    }

    /** Puts the quotes into JSON that is written without them. */
    private static String quoted(String json) {
        return json.replaceAll("([{,]\\s*)(\\w+):", "$1\"$2\":")
                .replaceAll(":\\s*(?!true|false|null|-?\\d+[,}\\]])([^\\s\\[{\"][^,}]*)", ":\"$1\"");
    }
}
