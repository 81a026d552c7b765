package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of a payment that is a sale: what was paid, without tax, with shipping, without what was settled from credit. */
class AmountsIT {

    private static final Figures LEAD = Figures.NONE.clicks(1).leads(1);
    private static final long BEYOND_32_BITS = 9_999_999_999_99L;

    private final Merchant merchant = Merchant.of(AmountsIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tax on top,                    2000,    0,   0,  400,  2400, 2000",
        "tax that the price includes,   2400,    0,   0,  400,  2400, 2000",
        "a discount,                    5000, 1000,   0,  760,  4760, 4000",
        "shipping,                      2000,    0, 500,  475,  2975, 2500",
        "all at once,                   5000, 1000, 500,  855,  5355, 4500",
        "neither tax nor discount,      2400,    0,   0,    0,  2400, 2400",
        "one cent,                         1,    0,   0,    0,     1,    1",
        "tax of all but a cent,            1,    0,   0,   99,   100,    1",
    })
    void aSessionCountsWithoutTaxAndDiscountAndWithShipping(String what, long subtotal, long discount, long shipping,
                                                            long tax, long total, long sale) {
        Settled told = merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .with("amount_subtotal", subtotal).with("amount_total", total).with("total_details",
                        Map.of("amount_discount", discount, "amount_shipping", shipping, "amount_tax", tax)))
                .processed();

        assertThat(told.amounts("sale")).as(what).containsExactly(sale);
        assertThat(story.figures()).as(what).isEqualTo(LEAD.buyers(1).sales(1, sale));
    }

    @Test
    void aSessionOfAnOldVersionWithoutDetailsCountsWhole() {
        Settled told = merchant.tell(story.checkout().ofVersion("2019-02-19").with("total_details", null)
                .with("client_reference_id", story.reference())).processed();

        assertThat(told.amounts("sale")).containsExactly(2400L);
    }

    @Test
    void aDiscountOfEverythingIsNoSale() {
        merchant.tell(Story.priced(story.checkout(), 0, 0).with("payment_status", "no_payment_required")
                .with("client_reference_id", story.reference())).processed().because("nothing_paid")
                .did("customer", "lead");

        assertThat(story.figures()).isEqualTo(LEAD);
    }

    @Test
    void nothingButTaxIsNoSale() {
        merchant.tell(Story.priced(story.checkout(), 400, 400).with("client_reference_id", story.reference()))
                .processed().because("nothing_paid").did("customer", "lead");

        assertThat(story.figures()).isEqualTo(LEAD);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paid in full,                       2400, 2000, 2400, 2000",
        "Six tenths from credit,       10000, 10000, 4000, 4000",
        "Half from credit with tax,    11900, 10000, 5950, 5000",
        "A third that does not divide, 10000, 8403, 3333, 2801",
        "paid too much,                      2400, 2000, 3000, 2000",
        "the price includes the tax,         2400, 2017, 2400, 2017",
        "everything but a cent from credit,  2400, 2000, 1, 1",
        "no tax at all,                      2400, 2400, 2400, 2400",
    })
    void anInvoiceCountsWithThePaidShareOfWhatIsNotTax(String what, long total, long withoutTax, long paid,
                                                       long sale) {
        comes();

        Settled told = merchant.tell(story.invoice(1).with("total", total).with("total_excluding_tax", withoutTax)
                .with("amount_paid", paid)).processed();

        assertThat(told.amounts("sale")).as(what).containsExactly(sale);
        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).as(what).isEqualTo(sale);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "settled from credit alone,  2400, 2000, 0",
        "a downgrade,                -500, -420, 0",
        "a free trial,                  0,    0, 0",
    })
    @DisplayName("An invoice by which no money came is no sale")
    void anInvoiceByWhichNoMoneyCame(String what, long total, long withoutTax, long paid) {
        comes();

        merchant.tell(story.invoice(1).with("total", total).with("total_excluding_tax", withoutTax)
                .with("amount_paid", paid)).ignored("nothing_paid").did();

        assertThat(story.figures()).as(what).isEqualTo(LEAD);
        assertThat(story.commissions()).as(what).isEmpty();
    }

    @Test
    @DisplayName("The credit of a downgrade is not paid a second time by the invoice that it lowers")
    void aDowngradeLowersTheNextInvoice() {
        comes();
        merchant.tell(story.invoice(1)).processed();
        merchant.tell(story.invoice(2).with("billing_reason", "subscription_update").with("total", -1200)
                .with("total_excluding_tax", -1000).with("amount_paid", 0)).ignored("nothing_paid");

        merchant.tell(story.invoice(3).with("amount_paid", 1200)).processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 3000));
        assertThat(story.earnings()).containsExactlyInAnyOrder(400L, 200L);
    }

    @Test
    void beforeTheTotalWithoutTaxWasReportedTheTaxWas() {
        comes();

        Settled told = merchant.tell(story.oldInvoice(1).with("total_excluding_tax", null).with("tax", 400))
                .processed();

        assertThat(told.amounts("sale")).containsExactly(2000L);
    }

    @ParameterizedTest
    @CsvSource({"subscription_create, first, Subscription creation", "subscription_cycle, recurring, Invoice paid",
        "subscription_threshold, recurring, Invoice paid", "subscription_update, expansion, Invoice paid",
        "manual, one-time, Purchase", "something_new, one-time, Purchase"})
    void theBillingReasonSaysWhatKindOfSaleItIs(String reason, String kind, String eventName) {
        comes();

        merchant.tell(story.invoice(1).with("billing_reason", reason)).processed().did("sale", "commission");

        assertThat(story.saleOfInvoice(1).path("kind").asText()).isEqualTo(kind);
        assertThat(story.saleOfInvoice(1).path("eventName").asText()).isEqualTo(eventName);
    }

    @Test
    void anUpgradeInMidCycleIsASaleOfTheDifference() {
        comes();
        merchant.tell(story.invoice(1)).processed();

        merchant.tell(Story.priced(story.invoice(2).with("billing_reason", "subscription_update"), 1190, 190))
                .processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 3000));
        assertThat(story.saleOfInvoice(2).path("kind").asText()).isEqualTo("expansion");
    }

    @Test
    void theInvoiceOfATrialIsNoSaleAndTheFirstPaidOneIs() {
        comes();
        merchant.tell(Story.priced(story.invoice(1), 0, 0)).ignored("nothing_paid");

        merchant.tell(story.invoice(2)).processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
        assertThat(story.saleOfInvoice(2).path("kind").asText()).isEqualTo("recurring");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("What the invoice says goes before what its checkout says, whichever is reported first")
    void theInvoiceKnowsBetter(boolean invoiceFirst) {
        comes();
        StripeEvent session = story.subscriptionCheckout().with("client_reference_id", story.reference());
        StripeEvent invoice = story.invoice(1).with("amount_paid", 1200);
        StripeEvent refund = story.refundOfInvoice(1, 600).with("amount", 1200);
        merchant.tell(story.invoicePayment(1)).processed();

        merchant.tell(invoiceFirst ? invoice : session).processed();
        merchant.tell(refund).processed();
        merchant.tell(invoiceFirst ? session : invoice).processed();

        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).isEqualTo(1000);
        assertThat(story.saleOfInvoice(1).path("netAmount").asLong()).isEqualTo(500);
        assertThat(story.figures().sales()).isEqualTo(1);
        assertThat(story.figures().gross()).isEqualTo(1000);
        assertThat(story.figures().refunded()).isEqualTo(500);
        assertThat(story.earnings()).containsExactly(100L);
    }

    @Test
    void anInvoiceThatWasPaidOutsideStripeIsASaleWhoseMoneyNoChargeReports() {
        comes();

        merchant.tell(story.invoice(1).with("paid_out_of_band", true)).processed().did("sale", "commission");
        merchant.tell(story.invoicePayment(1).with("payment", Map.of("type", "payment_record",
                "payment_record", "pr_" + story.name))).ignored("nothing_paid").did();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
    }

    @Test
    void ofSeveralPaymentsThatMustAllComeTheFirstIsNoSaleYet() {
        comes();

        merchant.tell(story.invoice(1).as("invoice.payment_succeeded").with("status", "open").with("amount_paid", 1200))
                .ignored("payment_pending").did();
        assertThat(story.figures()).isEqualTo(LEAD);
        merchant.tell(story.invoice(1)).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
    }

    @Test
    @DisplayName("Of an invoice of many lines, of which Stripe shows the first page, the whole counts once")
    void manyLines() {
        comes();

        Settled told = merchant.tell(story.invoice(1).with("lines", Map.of("object", "list", "has_more", true,
                "total_count", 120, "data", List.of(line("a", 700), line("b", 900), line("c", -100))))).processed();

        assertThat(told.amounts("sale")).containsExactly(2000L);
        assertThat(story.figures().sales()).isEqualTo(1);
    }

    @Test
    @DisplayName("Amounts beyond 32 bits, in one sale and in the sum, and all of it back")
    void beyond32Bits() {
        comes();

        for (int number = 1; number <= 2; number++) {
            Settled told = merchant.tell(Story.priced(story.oldInvoice(number), BEYOND_32_BITS, 0)).processed();
            assertThat(told.amounts("sale")).containsExactly(BEYOND_32_BITS);
            assertThat(told.amounts("commission")).containsExactly(200_000_000_000L);
        }
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 2 * BEYOND_32_BITS));
        assertThat(story.buyer().path("saleAmount").asLong()).isEqualTo(2 * BEYOND_32_BITS);

        merchant.tell(story.refundOfInvoice(1, BEYOND_32_BITS).with("amount", BEYOND_32_BITS)).processed();
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 2 * BEYOND_32_BITS)
                .refunds(1, BEYOND_32_BITS));
    }

    private void comes() {
        merchant.tell(story.customerCreated(story.click())).processed();
    }

    private static Map<String, Object> line(String id, long amount) {
        return Map.of("id", "il_" + id, "object", "line_item", "amount", amount, "currency", "usd");
    }
}
