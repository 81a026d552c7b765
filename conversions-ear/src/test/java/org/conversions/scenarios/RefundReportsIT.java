package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe reports one refund by up to five events, and by others how payments and invoices belong together. */
class RefundReportsIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(RefundReportsIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @ParameterizedTest
    @MethodSource
    @DisplayName("One refund that five events report is one refund, in any order of the five")
    void oneRefundCountsOnce(List<Integer> order) {
        merchant.tell(paid()).processed();
        StripeEvent created = story.singleRefund("a", 1200, "pending");
        List<StripeEvent> reports = List.of(created, created.as("refund.updated").with("status", "succeeded"),
                created.as("charge.refund.updated").with("status", "succeeded"), story.refund(1200),
                story.refund(1200).underAnotherId());

        for (int i = 0; i < order.size(); i++) {
            Settled told = merchant.tell(reports.get(order.get(i))).processed();
            if (i == 0) {
                told.did("refund", "commission");
            } else {
                told.because("refund_recorded_before").did();
            }
        }

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
    }

    static Stream<List<Integer>> oneRefundCountsOnce() {
        return Stream.of(List.of(0, 1, 2, 3, 4), List.of(3, 2, 1, 0, 4), List.of(4, 0, 3, 1, 2),
                List.of(1, 3, 0, 4, 2));
    }

    @Test
    @DisplayName("A refund that failed in the end is given back to sale and partner")
    void aRefundThatFails() {
        merchant.tell(paid()).processed();
        StripeEvent refund = earlier(story.singleRefund("a", 1200, "succeeded"));
        merchant.tell(refund).processed().did("refund", "commission");
        merchant.tell(story.refund(1200)).processed().did();

        Settled failed = merchant.tell(now(refund.as("refund.failed")).with("status", "failed")).processed();

        assertThat(failed.amounts("reversal")).containsExactly(1000L);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
        assertThat(story.commissions().get(0).path("status").asText()).isEqualTo("pending");
        assertThat(story.sale().path("netAmount").asLong()).isEqualTo(2000);
        assertThat(story.sale().path("entries")).extracting(entry -> entry.path("kind").asText())
                .containsExactlyInAnyOrder("sale", "refund", "reversal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund.updated", "charge.refund.updated"})
    @DisplayName("Whichever event reports the failure, and even before the others")
    void aFailureThatIsReportedFirst(String type) {
        StripeEvent refund = earlier(story.singleRefund("a", 2400, "pending"));
        StripeEvent failed = now(refund.as(type)).with("status", "failed");
        merchant.tell(failed).waiting("payment_unknown").did();
        merchant.tell(paid()).processed();
        merchant.processed(failed).did();

        merchant.tell(refund).processed().did();
        merchant.tell(story.refund(2400)).processed().did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
    }

    @Test
    @DisplayName("Of two refunds the one that failed comes back, the other stays")
    void oneOfTwoFails() {
        merchant.tell(paid()).processed();
        StripeEvent failing = earlier(story.singleRefund("a", 600, "succeeded"));
        merchant.tell(failing).processed();
        merchant.tell(story.singleRefund("b", 1200, "succeeded")).processed();
        merchant.tell(story.refund(1800)).processed().did();
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(2, 1500));

        merchant.tell(now(failing.as("refund.failed")).with("status", "failed")).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
    }

    @Test
    @DisplayName("Single refunds and running totals, shuffled and before their sale, end in the same state")
    void allOfItInAnyOrder() {
        long seed = System.nanoTime();
        List<StripeEvent> events = new ArrayList<>(List.of(paid(), story.singleRefund("a", 800, "succeeded"),
                story.singleRefund("b", 400, "succeeded"), story.singleRefund("c", 1200, "succeeded"),
                story.refund(800), story.refund(1200), story.refund(2400)));
        Collections.shuffle(events, new java.util.Random(seed));

        events.forEach(merchant::deliver);

        events.forEach(merchant::processed);
        assertThat(story.figures()).as("seed %d", seed).isEqualTo(ONE_SALE.refunds(3, 2000));
        assertThat(story.commissions()).as("seed %d", seed).singleElement().satisfies(commission -> {
            assertThat(commission.path("earnings").asLong()).isZero();
            assertThat(commission.path("status").asText()).isEqualTo("refunded");
        });
    }

    @Test
    void aRefundThatNamesTheChargeOnlyFindsItsSaleWhenTheChargeNamesItsPayment() {
        merchant.tell(paid()).processed();
        StripeEvent refund = story.singleRefund("a", 1200, "succeeded").with("payment_intent", null);
        merchant.tell(refund).waiting("payment_unknown").did();

        merchant.tell(story.refund(1200)).processed().did("refund", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
    }

    @Test
    void aRefundThatNamesNoPaymentIsSaidSo() {
        merchant.tell(story.singleRefund("a", 1200, "succeeded").with("payment_intent", null).with("charge", null))
                .ignored("no_payment").did();
    }

    @Test
    void aRefundIsMadeAgainstTheDayItWasMade() {
        merchant.tell(paid()).processed();
        Instant day = Instant.ofEpochSecond(Instant.now().getEpochSecond()).plusSeconds(40L * 24 * 3600);

        merchant.tell(story.refund(1200).madeAt(day)).processed();

        assertThat(story.sale().path("entries")).extracting(entry -> Instant.parse(entry.path("at").asText()))
                .hasSize(2).contains(day);
        assertThat(Instant.parse(story.sale().path("paidAt").asText())).isBefore(day);
    }

    @ParameterizedTest(name = "invoices of {0} and {1}, refunded {2}: {3} and {4}")
    @CsvSource({"2400, 2400, 2400, 1000, 1000", "2400, 4800, 3600, 1000, 2000", "2400, 4800, 7200, 2000, 4000",
        "1200, 3600, 1, 0, 1"})
    void onePaymentForTwoInvoicesIsTakenBackFromBoth(long first, long second, long refunded, long ofFirst,
                                                     long ofSecond) {
        comes();
        pays(1, first);
        pays(2, second);
        merchant.tell(payment(1, "both", first)).processed();
        merchant.tell(payment(2, "both", second)).processed();

        merchant.tell(refundOf("both", first + second, refunded)).processed();

        assertThat(refundedOf(1)).isEqualTo(ofFirst);
        assertThat(refundedOf(2)).isEqualTo(ofSecond);
    }

    @Test
    void aSecondInvoiceThatIsNamedAfterTheRefundIsTakenBackFromAsWell() {
        comes();
        pays(1, 2400);
        pays(2, 2400);
        merchant.tell(payment(1, "both", 2400)).processed();
        StripeEvent refund = refundOf("both", 4800, 2400);
        merchant.tell(refund).processed();
        assertThat(List.of(refundedOf(1), refundedOf(2))).containsExactly(1000L, 0L);

        merchant.tell(payment(2, "both", 2400)).processed();

        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(List.of(refundedOf(1), refundedOf(2))).containsExactly(1000L, 1000L));
        assertThat(story.earnings()).containsExactly(200L, 200L);
        assertThat(merchant.stored(refund).amounts("refund")).containsExactly(-1000L, -1000L);
    }

    @Test
    void aSecondInvoiceThatIsPaidForLaterIsWaitedFor() {
        comes();
        pays(1, 2400);
        merchant.tell(payment(1, "both", 2400)).processed();
        merchant.tell(payment(2, "both", 2400)).processed();
        StripeEvent refund = refundOf("both", 4800, 2400);
        merchant.tell(refund).waiting("sale_unknown").did("refund", "commission");

        pays(2, 2400);

        merchant.processed(refund);
        assertThat(List.of(refundedOf(1), refundedOf(2))).containsExactly(1000L, 1000L);
    }

    @ParameterizedTest(name = "{0} of 2400 by the first payment, of which {1} and {2} come back: {3}")
    @CsvSource({"1400, 0, 1000, 833", "1400, 1400, 0, 1167", "1400, 1400, 1000, 2000", "1400, 700, 500, 1000"})
    void twoPaymentsForOneInvoiceAreTakenBackByTheirParts(long first, long backOfFirst, long backOfSecond, long back) {
        comes();
        pays(1, 2400);
        merchant.tell(payment(1, "a", first)).processed();
        merchant.tell(payment(1, "b", 2400 - first)).processed();

        if (backOfFirst > 0) {
            merchant.tell(refundOf("a", first, backOfFirst)).processed();
        }
        if (backOfSecond > 0) {
            merchant.tell(refundOf("b", 2400 - first, backOfSecond)).processed();
        }

        assertThat(refundedOf(1)).isEqualTo(back);
        assertThat(story.saleOfInvoice(1).path("netAmount").asLong()).isEqualTo(2000 - back);
    }

    @Test
    @DisplayName("What the merchant paid back outside Stripe is reported by the credit note alone")
    void aCreditNoteForMoneyPaidBackOutsideStripe() {
        comes();
        pays(1, 2400);
        StripeEvent note = story.creditNote(1).with("out_of_band_amount", 1200);

        merchant.tell(note).processed().did("refund", "commission");
        merchant.tell(note.underAnotherId()).processed().did();

        assertThat(refundedOf(1)).isEqualTo(1000);
        assertThat(story.earnings()).containsExactly(200L);
    }

    @Test
    @DisplayName("A credit note that comes before its invoice waits for it")
    void aCreditNoteBeforeItsInvoice() {
        comes();
        StripeEvent note = story.creditNote(1).with("out_of_band_amount", 1200);
        merchant.tell(note).waiting("sale_unknown").did();

        pays(1, 2400);

        merchant.processed(note).did("refund", "commission");
        assertThat(refundedOf(1)).isEqualTo(1000);
    }

    @Test
    @DisplayName("What a credit note refunds by card is reported by the charge too, and counts once")
    void aCreditNoteWithARefund() {
        comes();
        merchant.tell(story.oldInvoice(1)).processed();

        merchant.tell(story.creditNote(1).with("refunds", List.of(Map.of("refund", "re_1", "amount_refunded", 1200))))
                .ignored("credit_note_of_refund").did();
        merchant.tell(story.creditNote(1).with("id", "cn_old_" + story.name).with("refunds", null)
                .with("refund", "re_1")).ignored("credit_note_of_refund").did();
        merchant.tell(story.refundOfInvoice(1, 1200)).processed().did("refund", "commission");

        assertThat(refundedOf(1)).isEqualTo(1000);
    }

    @Test
    @DisplayName("What a credit note puts on the buyer's balance is no money that went back")
    void aCreditNoteForTheBalance() {
        comes();
        pays(1, 2400);

        merchant.tell(story.creditNote(1).with("customer_balance_transaction", "cbtxn_1"))
                .ignored("credit_note_without_refund").did();

        assertThat(refundedOf(1)).isZero();
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference());
    }

    private void comes() {
        merchant.tell(story.customerCreated(story.click())).processed();
    }

    /** An invoice of which a sixth is tax is paid. */
    private void pays(int number, long total) {
        merchant.tell(Story.priced(story.invoice(number), total, total / 6)).processed();
    }

    private StripeEvent payment(int number, String payment, long amount) {
        return story.invoicePayment(number).with("id", "inpay_" + payment + number + story.name)
                .with("payment.payment_intent", "pi_" + payment + "_" + story.name).with("amount_paid", amount);
    }

    private StripeEvent refundOf(String payment, long amount, long refunded) {
        return story.refund(refunded).with("id", "ch_" + payment + "_" + story.name).with("amount", amount)
                .with("payment_intent", "pi_" + payment + "_" + story.name);
    }

    private long refundedOf(int number) {
        return story.saleOfInvoice(number).path("refundedAmount").asLong();
    }

    /** A minute ago: what is reported of it now is newer. Figures end now, so that nothing can be of later. */
    private static StripeEvent earlier(StripeEvent event) {
        return event.madeAt(Instant.now().minusSeconds(60));
    }

    private static StripeEvent now(StripeEvent event) {
        return event.madeAt(Instant.now());
    }
}
