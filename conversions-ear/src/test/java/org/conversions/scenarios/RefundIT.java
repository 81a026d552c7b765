package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Refunds take the same share from the sale and from the partner, by the queue, in any order, to the cent. */
@OnBothDatabases
class RefundIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(RefundIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    @DisplayName("Half of a one-time payment without invoice, then the rest")
    void halfAndThenTheRest() {
        merchant.tell(paid()).processed();

        Settled half = merchant.tell(story.refund(1200)).processed().did("refund", "commission");
        assertThat(half.amounts("refund")).containsExactly(-1000L);
        assertThat(half.amounts("commission")).containsExactly(-200L);
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
        assertThat(commission().path("status").asText()).isEqualTo("pending");
        assertThat(commission().path("earnings").asLong()).isEqualTo(200);
        assertThat(commission().path("refundedEarnings").asLong()).isEqualTo(200);

        merchant.tell(story.refund(2400)).processed().did("refund", "commission");
        thereIsNothingLeft(2);
        JsonNode buyer = story.buyerAtStripe();
        assertThat(buyer.path("sales").asLong()).isEqualTo(1);
        assertThat(buyer.path("saleAmount").asLong()).isZero();
        assertThat(buyer.path("refundedAmount").asLong()).isEqualTo(2000);
        assertThat(story.sales()).singleElement().satisfies(sale -> {
            assertThat(sale.at("/sale/amount").asLong()).isEqualTo(2000);
            assertThat(sale.at("/sale/refundedAmount").asLong()).isEqualTo(2000);
            assertThat(sale.at("/sale/netAmount").asLong()).isZero();
        });
    }

    @Test
    void theRestAndThenTheHalfEndInTheSameState() {
        merchant.tell(paid()).processed();

        merchant.tell(story.refund(2400)).processed().did("refund", "commission");
        merchant.tell(story.refund(1200)).processed();

        thereIsNothingLeft(2);
    }

    @Test
    void theSameRefundReportedAgainTakesNothingMore() {
        merchant.tell(paid()).processed();
        StripeEvent half = story.refund(1200);
        merchant.tell(half).processed();

        merchant.deliver(half);
        merchant.tell(story.refund(1200)).processed().because("refund_recorded_before").did();

        assertThat(merchant.settled(half).event().path("deliveries").asInt()).isEqualTo(2);
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
    }

    @Test
    void aOneTimePaymentWithAnInvoiceIsOneSaleAndItsRefundIsFoundByEither() {
        Instant paid = Instant.now();
        merchant.tell(paid().with("invoice", "in_" + story.name + "_1").madeAt(paid)).processed();
        merchant.tell(story.invoice(1).with("parent", null).with("billing_reason", "manual").madeAt(paid)).processed()
                .because("sale_recorded_before");
        merchant.tell(story.invoicePayment(1).with("payment.payment_intent", "pi_" + story.name)).processed();

        merchant.tell(story.refund(1200)).processed().did("refund", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
    }

    @Test
    @DisplayName("A refund that comes before its sale waits for it")
    void theRefundMayComeFirst() {
        StripeEvent refund = story.refund(1200);
        StripeEvent paid = paid();
        merchant.tell(refund).waiting("payment_unknown").did();

        merchant.tell(paid).processed();

        merchant.processed(refund).did("refund", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
    }

    @Test
    void anInvoicesRefundWaitsForThePaymentToBeNamed() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.tell(refund).waiting("payment_unknown").did();

        merchant.tell(story.invoicePayment(1)).processed().did();

        merchant.processed(refund).did("refund", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
    }

    @Test
    void aPaymentThatIsNamedBeforeItsInvoiceIsRemembered() {
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.tell(story.invoicePayment(1)).processed();
        merchant.tell(refund).waiting("sale_unknown").did();
        merchant.tell(story.customerCreated(story.click())).processed();

        merchant.tell(story.invoice(1)).processed();

        merchant.processed(refund).did("refund", "commission");
    }

    @Test
    void beforeBasilTheChargeNamesItsInvoice() {
        StripeEvent refund = story.refundOfInvoice(1, 1200).with("invoice", "in_" + story.name + "_1")
                .with("payment_intent", null).ofVersion("2024-06-20");
        merchant.tell(refund).waiting("sale_unknown");
        merchant.tell(story.customerCreated(story.click())).processed();

        merchant.tell(story.oldInvoice(1)).processed();

        merchant.processed(refund).did("refund", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 1000));
    }

    @Test
    void beforeBasilTheInvoiceNamesItsPayment() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.oldInvoice(1)).processed();

        merchant.tell(story.refundOfInvoice(1, 1200)).processed().did("refund", "commission");
        merchant.tell(story.refundOfInvoice(1, 2400).with("payment_intent", null)).processed()
                .did("refund", "commission");

        thereIsNothingLeft(2);
    }

    @Test
    void aRefundOfOneInvoiceLeavesTheOthersAlone() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(story.oldInvoice(2)).processed();

        merchant.tell(story.refundOfInvoice(2, 2400)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000).refunds(1, 2000));
        assertThat(story.commissions()).extracting(commission -> commission.path("status").asText())
                .containsExactlyInAnyOrder("pending", "refunded");
    }

    @ParameterizedTest(name = "{0} of which {1} tax at {2} %, refunded {3}")
    @CsvSource({
        // total, tax, percent, refunded in steps; then what the sale and the partner were
        "3333, 333, 33.33, 1111;2222;3333, 3000, 1000",
        "3333, 0, 33.33, 1;2;3333, 3333, 1111",
        "101, 1, 12.5, 33;66;100;101, 100, 13",
        "7, 0, 50, 1;2;3;4;5;6;7, 7, 4",
        "999999999, 159663865, 0.01, 333333333;666666666;999999999, 840336134, 84034",
    })
    void oddCentsAddUpAndLeaveNothing(long total, long tax, String percent, String refunds, long sale, long earned) {
        Story odd = merchant.storyPromising(Vocabulary.DUB, percent);
        Settled told = merchant.tell(Story.priced(odd.checkout(), total, tax)
                .with("client_reference_id", odd.reference())).processed();
        assertThat(told.amounts("sale")).containsExactly(sale);
        assertThat(told.amounts("commission")).containsExactly(earned);

        for (String refunded : refunds.split(";")) {
            merchant.tell(odd.refund(Long.parseLong(refunded)).with("amount", total)).processed();
            assertThat(odd.earnings().get(0)).isBetween(0L, earned);
        }

        assertThat(odd.figures().refunded()).isEqualTo(sale);
        assertThat(odd.commissions()).singleElement().satisfies(commission -> {
            assertThat(commission.path("earnings").asLong()).isZero();
            assertThat(commission.path("amount").asLong()).isZero();
            assertThat(commission.path("status").asText()).isEqualTo("refunded");
        });
    }

    @ParameterizedTest
    @MethodSource
    void refundsInAnyOrderTakeTheSame(List<Long> refundedSoFar) {
        StripeEvent[] events = Stream.concat(Stream.of(paid()), refundedSoFar.stream().map(story::refund))
                .toArray(StripeEvent[]::new);

        merchant.deliverTogether(events);

        for (StripeEvent event : events) {
            merchant.processed(event);
        }
        thereIsNothingLeft(refundedSoFar.size());
    }

    static Stream<Arguments> refundsInAnyOrderTakeTheSame() {
        return Stream.of(List.of(800L, 1600L, 2400L), List.of(1600L, 2400L, 800L), List.of(2400L, 1600L, 800L))
                .map(Arguments::of);
    }

    @Test
    void aRefundOfSomethingElseWaitsAndHarmsNobody() {
        merchant.tell(paid()).processed();

        merchant.tell(story.refund(2400).with("id", "ch_else_" + story.name)
                .with("payment_intent", "pi_else_" + story.name)).waiting("payment_unknown").did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    void aRefundOfNothingIsSaidSo() {
        merchant.tell(story.refund(0)).ignored("nothing_refunded").did();
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference());
    }

    private JsonNode commission() {
        assertThat(story.commissions()).hasSize(1);
        return story.commissions().get(0);
    }

    private void thereIsNothingLeft(int refunds) {
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(refunds, 2000));
        assertThat(commission().path("status").asText()).isEqualTo("refunded");
        assertThat(commission().path("earnings").asLong()).isZero();
        assertThat(commission().path("amount").asLong()).isZero();
        assertThat(commission().path("grossEarnings").asLong()).isEqualTo(400);
    }
}
