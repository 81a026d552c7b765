package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bank debits and the like: the checkout is completed at once, the money comes days later or never. */
class DelayedPaymentIT {

    private static final Figures LEAD = Figures.NONE.clicks(1).leads(1);
    private static final Figures ONE_SALE = LEAD.buyers(1).sales(1, 2000);
    private static final String CAME = "checkout.session.async_payment_succeeded";

    private final Merchant merchant = Merchant.of(DelayedPaymentIT.class);

    @ParameterizedTest
    @EnumSource
    @DisplayName("The checkout is a lead, and a sale once the money has come")
    void theMoneyComesLater(Vocabulary words) {
        Story story = merchant.story(words);
        StripeEvent completed = unpaid(story);

        merchant.tell(completed).processed().because("payment_pending").did("customer", "lead");
        assertThat(story.figures()).isEqualTo(LEAD);
        Settled told = merchant.tell(paid(completed)).processed().did("sale", "commission");

        assertThat(told.amounts("sale")).containsExactly(2000L);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
    }

    @Test
    @DisplayName("The sale is of the day the money came, not of the day the checkout was completed")
    void theSaleHasTheTimeOfTheMoney() {
        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent completed = unpaid(story);
        Instant later = Instant.ofEpochSecond(Instant.now().getEpochSecond()).plusSeconds(5 * 24 * 3600);
        merchant.tell(completed).processed();

        merchant.tell(paid(completed).madeAt(later)).processed();

        assertThat(Instant.parse(story.sale().path("paidAt").asText())).isEqualTo(later);
    }

    @ParameterizedTest
    @EnumSource
    void theMoneyMayBeReportedBeforeTheCheckout(Vocabulary words) {
        Story story = merchant.story(words);
        StripeEvent completed = unpaid(story);

        merchant.tell(paid(completed)).processed().did("customer", "lead", "sale", "commission");
        merchant.tell(completed).ignored("payment_pending").did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    @DisplayName("Money that is reported twice under two event ids came once")
    void theMoneyComesOnce() {
        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent came = paid(unpaid(story));

        merchant.tell(came).processed();
        merchant.tell(came.underAnotherId()).processed().because("sale_recorded_before").did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
    }

    @Test
    void aCheckoutThatWasPaidAtOnceIsNotPaidAgain() {
        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent completed = story.checkout().with("client_reference_id", story.reference());
        merchant.tell(completed).processed();

        merchant.tell(completed.as(CAME)).processed().because("sale_recorded_before").did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    @DisplayName("Money that never comes leaves the lead and no sale")
    void theMoneyDoesNotCome() {
        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent completed = unpaid(story);
        merchant.tell(completed).processed();

        merchant.tell(completed.as("checkout.session.async_payment_failed")).ignored("payment_failed").did();

        assertThat(story.figures()).isEqualTo(LEAD);
        assertThat(story.commissions()).isEmpty();
    }

    @Test
    void aCheckoutThatExpiresLeavesNothingAtAll() {
        Story story = merchant.story(Vocabulary.DUB);

        merchant.tell(unpaid(story).as("checkout.session.expired").with("status", "expired"))
                .ignored("session_expired").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
        assertThat(story.buyers("live")).isEmpty();
    }

    @Test
    @DisplayName("A debit for a buyer whom nobody has named yet waits, and is a sale when the lead is reported")
    void theBuyerIsNamedLast() {
        Story story = merchant.story(Vocabulary.CODEQR);
        String click = story.click();
        StripeEvent completed = story.checkout().with("payment_status", "unpaid")
                .metadata("codeqrCustomerId", story.externalId);
        StripeEvent came = paid(completed);
        merchant.tell(completed).waiting("customer_unknown").did();
        merchant.tell(came).waiting("customer_unknown").did();

        story.lead(click);

        merchant.processed(came);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    @DisplayName("A subscription by debit has an invoice: session and invoice are one sale in any order")
    void aSubscriptionByDebit() {
        for (boolean invoiceFirst : List.of(true, false)) {
            Story story = merchant.story(Vocabulary.DUB);
            StripeEvent completed = story.subscriptionCheckout().with("payment_status", "unpaid")
                    .with("client_reference_id", story.reference());
            merchant.tell(completed).processed().because("payment_pending").did("customer", "lead");
            StripeEvent came = completed.as(CAME).with("payment_status", "paid");

            merchant.tell(invoiceFirst ? story.invoice(1) : came).processed().did("sale", "commission");
            merchant.tell(invoiceFirst ? came : story.invoice(1)).processed();

            assertThat(story.figures()).isEqualTo(ONE_SALE);
            assertThat(story.earnings()).containsExactly(400L);
        }
    }

    @Test
    void aDebitThatCameCanBeRefundedBeforeItIsKnownToHaveCome() {
        Story story = merchant.story(Vocabulary.DUB);
        StripeEvent completed = unpaid(story);
        StripeEvent refund = story.refund(2400);
        merchant.tell(completed).processed();
        merchant.tell(refund).waiting("sale_unknown").did();

        merchant.tell(paid(completed)).processed();

        merchant.processed(refund).did("refund", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 2000));
        assertThat(story.earnings()).containsExactly(0L);
    }

    private static StripeEvent unpaid(Story story) {
        return story.checkout().with("payment_status", "unpaid").with("client_reference_id", story.reference());
    }

    private static StripeEvent paid(StripeEvent completed) {
        return completed.as(CAME).with("payment_status", "paid");
    }
}
