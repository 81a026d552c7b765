package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void anInvoiceOfEveryApiVersionIsRead(String version) {
        Invoice invoice = Invoice.of(paid(version, 12_000L, 12_000, 10_000L).with("id", "in_1").with("customer", "cus_1")
                .with("customer_name", "Ada Lovelace").with("customer_email", "ada@example.com").with("billing_reason", "manual")
                .with("status_transitions.paid_at", 1_785_319_200).with("metadata.dubClickId", "abc123")
                .without("parent").object());
        assertThat(invoice).isEqualTo(new Invoice("in_1",
                new StripeCustomerObject("cus_1", "Ada Lovelace", "ada@example.com", null, new TrackingMetadata(null, "abc123")),
                new Money(10_000, "usd"), 12_000, false, SaleKind.ONE_TIME, Instant.parse("2026-07-29T10:00:00Z"), null, null, null,
                new Composition(new Share(5, 6), Share.NONE)));
    }

    @ParameterizedTest
    @CsvSource({"12000, 12000, 10000, 600, 100, 5/6, 1/20", "12000, 6000, 10000, 600, 100, 5/6, 1/20", "12000, 12000, , 1200, 0, 1/1, 1/10",
        "0, 500, 500, 100, 0, 1/1, "})
    void theShareOfShippingIsTheSameOfAnyPart(long total, long paid, Long withoutTax, long shipping, long ofTax, String untaxed, String share) {
        Composition composition = Invoice.of(paid(StripeSample.DAHLIA, total, paid, withoutTax).with("shipping_cost.amount_total", shipping)
                .with("shipping_cost.amount_tax", ofTax).object()).composition();
        assertThat(composition).isEqualTo(new Composition(Share.parse(untaxed), share == null ? null : Share.parse(share)));
    }

    @ParameterizedTest
    @CsvSource({"1200, 1200, 200, 1000", "1200, 600, 200, 500", "1200, 1200, , 1200", "1200, 0, 200, 0"})
    void beforeTheTotalWithoutTaxWasReportedTheTaxWas(long total, long paid, Long tax, long counts) {
        StripeSample invoice = StripeSample.of(StripeSample.OLD, "invoice").without("total_excluding_tax").with("total", total)
                .with("amount_paid", paid).with("tax", tax).with("currency", "usd");
        assertThat(Invoice.of(invoice.object()).amount()).isEqualTo(new Money(counts, "usd"));
        assertThat(Invoice.of(invoice.object()).paid()).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({"open, true", "paid, false", "draft, false", ", false"})
    void anOpenInvoiceIsNotPaidInFull(String status, boolean open) {
        assertThat(Invoice.of(StripeSample.of(StripeSample.DAHLIA, "invoice").with("status", status).with("total", 1)
                .with("total_excluding_tax", 1).with("amount_paid", 1).object()).open()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
            // total, amount_paid, total_excluding_tax, what counts
            " 12000,  12000,  10000, 10000, paid in full",
            "120000,  90000, 100000, 75000, settled partly from credit",
            " 12000,      0,  10000,     0, settled from credit altogether",
            " 12000,  15000,  10000, 10000, overpaid",
            "-12000,      0, -10000,     0, a downgrade",
            "     0,      0,      0,     0, a trial",
            "     0,    500,    500,     0, paid though nothing was due",
            " 12000,  12000,       , 12000, without a tax-free total",
            " 12000,   9000,       ,  9000, without a tax-free total and partly from credit",
            "      ,  12000,  10000, 10000, without a total",
            "     3,      1,      2,     1, two thirds of a cent are one"})
    void whatWasPaidWithoutTaxCounts(Long total, long paid, Long withoutTax, long counts, String name) {
        assertThat(Invoice.of(paid(StripeSample.DAHLIA, total, paid, withoutTax).object()).amount()).as(name)
                .isEqualTo(new Money(counts, "usd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {StripeSample.OLD, StripeSample.ACACIA})
    void beforeBasilAnInvoiceNamesItsSubscriptionAndItsPayment(String version) {
        Invoice invoice = Invoice.of(paid(version, 4_900L, 4_900, 4_900L).with("subscription", "sub_1")
                .with("subscription_details.metadata.dubCustomerExternalId", "user_1")
                .with("payment_intent", "pi_1").with("charge", "ch_1").object());
        assertThat(invoice.subscription()).isEqualTo("sub_1");
        assertThat(invoice.customer().tracking().externalId()).isEqualTo("user_1");
        assertThat(invoice.paymentIntent()).isEqualTo("pi_1");
        assertThat(invoice.charge()).isEqualTo("ch_1");
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versionsSinceBasil")
    void sinceBasilTheSubscriptionIsTheParentOfAnInvoice(String version) {
        Invoice invoice = Invoice.of(paid(version, 4_900L, 4_900, 4_900L)
                .with("parent.type", "subscription_details").with("parent.subscription_details.subscription", "sub_1")
                .with("parent.subscription_details.metadata.dubCustomerExternalId", "user_1").object());
        assertThat(invoice.subscription()).isEqualTo("sub_1");
        assertThat(invoice.customer().tracking().externalId()).isEqualTo("user_1");
        assertThat(invoice.paymentIntent()).isNull();
    }

    @Test
    void theInvoicesOwnMetadataWinOverTheSubscriptions() {
        StripeSample invoice = paid(StripeSample.BASIL, 4_900L, 4_900, 4_900L)
                .with("parent.subscription_details.metadata.dubCustomerExternalId", "user of the subscription")
                .with("parent.subscription_details.metadata.dubClickId", "clickOfTheSubscription")
                .with("metadata.codeqrCustomerId", "user of the invoice");
        assertThat(Invoice.of(invoice.object()).customer().tracking())
                .isEqualTo(new TrackingMetadata("user of the invoice", "clickOfTheSubscription"));
    }

    @Test
    void expandedObjectsAreReadAsTheirIds() {
        Invoice invoice = Invoice.of(paid(StripeSample.ACACIA, 4_900L, 4_900, 4_900L)
                .withJson("customer", "{\"id\":\"cus_1\",\"object\":\"customer\",\"email\":\"ada@example.com\"}")
                .withJson("subscription", "{\"id\":\"sub_1\",\"object\":\"subscription\"}")
                .withJson("charge", "{\"id\":\"ch_1\",\"object\":\"charge\"}").object());
        assertThat(invoice.customer().id()).isEqualTo("cus_1");
        assertThat(invoice.subscription()).isEqualTo("sub_1");
        assertThat(invoice.charge()).isEqualTo("ch_1");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
            "subscription_create, FIRST", "subscription_cycle, RECURRING", "subscription_update, EXPANSION",
            "subscription_threshold, RECURRING", "subscription, RECURRING", "manual, ONE_TIME", "quote_accept, ONE_TIME", "none, ONE_TIME"})
    void theBillingReasonTellsTheKindOfSale(String reason, SaleKind kind) {
        assertThat(Invoice.of(paid(StripeSample.DAHLIA, 4_900L, 4_900, 4_900L).with("billing_reason", reason).object()).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "amount_paid", "currency"})
    void anInvoiceWithoutItsPlainestFieldsIsMalformed(String field) {
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> Invoice.of(paid(StripeSample.CLOVER, 4_900L, 4_900, 4_900L).without(field).object()))
                .withMessageStartingWith(field);
    }

    private static StripeSample paid(String version, Long total, long amountPaid, Long totalExcludingTax) {
        return StripeSample.of(version, "invoice").with("currency", "usd").with("amount_paid", amountPaid)
                .with("total", total).with("total_excluding_tax", totalExcludingTax).without("amount_overpaid")
                .without("last_finalization_error");
    }
}
