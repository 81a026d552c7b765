package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckoutSessionTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aSessionOfEveryApiVersionIsRead(String version) {
        CheckoutSession session = CheckoutSession.of(paid(version, 12_000, 2_000)
                .with("id", "cs_1").with("payment_intent", "pi_1").with("customer", "cus_1")
                .with("client_reference_id", "dub_id_abc123").with("metadata.dubCustomerExternalId", "user_1")
                .with("customer_details.name", "Ada Lovelace").with("customer_details.email", "ada@example.com")
                .with("customer_details.address.country", "GB").object());
        assertThat(session).isEqualTo(new CheckoutSession("cs_1", "payment", "paid",
                new StripeCustomerObject("cus_1", "Ada Lovelace", "ada@example.com", "GB", new TrackingMetadata("user_1", "abc123")),
                null, "pi_1", null, new Money(10_000, "usd"), null, 12_000,
                new Composition(new Share(10_000, 12_000), session.composition().shipping())));
    }

    @ParameterizedTest
    @CsvSource({
            // amount_subtotal, discount, shipping, tax, amount_total, what counts
            "10000,    0,    0, 2000, 12000, 10000, tax on top",
            "12000,    0,    0, 2000, 12000, 10000, tax included",
            "10000, 1000,    0,    0,  9000,  9000, discount out",
            "10000,    0,  500,    0, 10500, 10500, shipping in",
            "10000, 1000,  500, 1900, 11400,  9500, all of them",
            "10000, 10000,   0,    0,     0,     0, a free purchase",
            "    0,    0,    0,  500,   400,     0, more tax than total"})
    void theTotalWithoutTaxCounts(long subtotal, long discount, long shipping, long tax, long total, long counts, String name) {
        StripeSample session = paid(StripeSample.DAHLIA, total, tax).with("amount_subtotal", subtotal)
                .with("total_details.amount_discount", discount).with("total_details.amount_shipping", shipping);
        assertThat(CheckoutSession.of(session.object()).amount()).as(name).isEqualTo(new Money(counts, "usd"));
    }

    @ParameterizedTest
    @CsvSource({
            // total, tax, shipping_cost: total, its tax, what is untaxed, what of that is shipping
            "12000, 2000,  600, 100, 5/6, 1/20, tax on the shipping too",
            "12000, 2000, 1000,    , 5/6, 1/10, shipping without tax",
            "10000,    0,    0,   0, 1/1,  0/1, free shipping",
            "10000,    0, 20000,  0, 1/1,  1/1, nothing but shipping"})
    void theShareOfShippingIsReadWithoutItsTax(long total, long tax, long shipping, Long ofTax, String untaxed, String share, String name) {
        StripeSample session = paid(StripeSample.DAHLIA, total, tax).with("total_details.amount_shipping", 77)
                .with("shipping_cost.amount_total", shipping).with("shipping_cost.amount_tax", ofTax);
        assertThat(CheckoutSession.of(session.object()).composition()).as(name)
                .isEqualTo(new Composition(Share.parse(untaxed), Share.parse(share)));
    }

    @Test
    void shippingOfOlderVersionsStandsInTheDetailsAndWhatCannotBeReadIsNotKnown() {
        StripeSample older = paid(StripeSample.OLD, 10_000, 0).without("shipping_cost").with("total_details.amount_shipping", 500);
        assertThat(CheckoutSession.of(older.object()).composition().shipping()).isEqualTo(new Share(1, 20));
        assertThat(CheckoutSession.of(older.with("shipping_cost.amount_total", "five").object()).composition().shipping()).isNull();
        assertThat(CheckoutSession.of(paid(StripeSample.OLD, 0, 0).object()).composition()).isEqualTo(Composition.UNKNOWN);
    }

    @Test
    void aSessionWithoutTotalDetailsHasNoTax() {
        assertThat(CheckoutSession.of(paid(StripeSample.OLD, 4_900, 0).without("total_details").object()).amount())
                .isEqualTo(new Money(4_900, "usd"));
    }

    @Test
    void whatTheBuyerWasShownInAnotherCurrencyDoesNotCount() {
        StripeSample session = paid(StripeSample.DAHLIA, 4_900, 0).with("presentment_details.presentment_amount", 4_200)
                .with("presentment_details.presentment_currency", "eur");
        assertThat(CheckoutSession.of(session.object()).amount()).isEqualTo(new Money(4_900, "usd"));
        assertThat(CheckoutSession.of(session.object()).shown()).isEqualTo(new Money(4_200, "eur"));
    }

    @Test
    void whatTheBuyerWasShownInTheAccountsCurrencyIsNoOtherPrice() {
        StripeSample session = paid(StripeSample.DAHLIA, 4_900, 0).with("presentment_details.presentment_amount", 4_900)
                .with("presentment_details.presentment_currency", "usd");
        assertThat(CheckoutSession.of(session.object()).shown()).isNull();
    }

    @ParameterizedTest
    @DisplayName("Adaptive Pricing as it was reported before 2025-03-31, tax taken out, in whatever currency the account is")
    @CsvSource({
            // the buyer's currency, total and tax; the account's currency and total; what counts
            "cad, 2055,    0, usd, 1500, 1500, usd",
            "cad, 2055,  255, usd, 1500, 1314, usd",
            "jpy, 2250,  250, usd, 1500, 1333, usd",
            "usd, 1500,  300, eur, 1380, 1104, eur",
            "kwd, 5120,    0, usd, 1668, 1668, usd",
            "usd, 1500,  300, usd, 9999, 1200, usd",
            "usd,    0,    0, eur, 1380,    0, usd"})
    void whatTheAccountIsPaidCountsWithoutTheShareThatIsTax(String currency, long total, long tax, String source,
                                                            long sourceTotal, long counts, String in) {
        StripeSample session = paid(StripeSample.ACACIA, total, tax).with("currency", currency)
                .with("currency_conversion.source_currency", source).with("currency_conversion.amount_total", sourceTotal)
                .with("currency_conversion.fx_rate", "1.37");
        assertThat(CheckoutSession.of(session.object()).amount()).isEqualTo(new Money(counts, in));
        assertThat(CheckoutSession.of(session.object()).total()).isEqualTo(total);
        assertThat(CheckoutSession.of(session.object()).shown())
                .isEqualTo(currency.equals(source) ? null : new Money(total, currency));
    }

    @ParameterizedTest
    @CsvSource({"paid, false", "unpaid, false", "no_payment_required, true"})
    void aTrialIsFree(String status, boolean free) {
        assertThat(CheckoutSession.of(paid(StripeSample.DAHLIA, 4_900, 0).with("payment_status", status).object()).isFree())
                .isEqualTo(free);
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aSessionThatOnlySavesAPaymentMethodHasNoAmount(String version) {
        CheckoutSession session = CheckoutSession.of(StripeSample.of(version, "checkout.session").with("mode", "setup").object());
        assertThat(session.isSetup()).isTrue();
        assertThat(session.amount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"amount_total", "currency", "id"})
    void aPaymentWithoutItsPlainestFieldsIsMalformed(String field) {
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> CheckoutSession.of(paid(StripeSample.CLOVER, 4_900, 0).without(field).object()))
                .withMessageStartingWith(field);
    }

    @ParameterizedTest
    @CsvSource({"paid, false", "unpaid, true", "no_payment_required, false"})
    void aDelayedPaymentIsPending(String status, boolean pending) {
        assertThat(CheckoutSession.of(paid(StripeSample.DAHLIA, 4_900, 0).with("payment_status", status).object()).isPending())
                .isEqualTo(pending);
    }

    @Test
    void theInvoiceIsTheKeyOfTheSaleElseTheSession() {
        StripeSample session = paid(StripeSample.DAHLIA, 4_900, 0).with("id", "cs_1");
        assertThat(CheckoutSession.of(session.object()).saleKey()).isEqualTo("cs_1");
        assertThat(CheckoutSession.of(session.with("invoice", "in_1").object()).saleKey()).isEqualTo("in_1");
        assertThat(CheckoutSession.of(session.withJson("invoice", "{\"id\":\"in_1\",\"object\":\"invoice\"}").object()).saleKey())
                .isEqualTo("in_1");
    }

    @ParameterizedTest
    @CsvSource({"payment, ONE_TIME", "subscription, FIRST"})
    void theModeTellsTheKindOfSale(String mode, SaleKind kind) {
        assertThat(CheckoutSession.of(paid(StripeSample.DAHLIA, 4_900, 0).with("mode", mode).object()).kind()).isEqualTo(kind);
    }

    @Test
    void theClickOfTheReferenceWinsOverThatOfTheMetadata() {
        StripeSample session = paid(StripeSample.DAHLIA, 4_900, 0).with("metadata.dubClickId", "fromMetadata");
        assertThat(CheckoutSession.of(session.object()).customer().tracking().clickId()).isEqualTo("fromMetadata");
        assertThat(CheckoutSession.of(session.with("client_reference_id", "order-77").object()).customer().tracking().clickId())
                .isEqualTo("fromMetadata");
        assertThat(CheckoutSession.of(session.with("client_reference_id", "codeqr_id_fromReference").object()).customer().tracking().clickId())
                .isEqualTo("fromReference");
    }

    private static StripeSample paid(String version, long total, long tax) {
        return StripeSample.of(version, "checkout.session").without("currency_conversion").with("mode", "payment")
                .with("payment_status", "paid").with("currency", "usd").with("amount_total", total)
                .with("total_details.amount_tax", tax).with("total_details.amount_discount", 0);
    }
}
