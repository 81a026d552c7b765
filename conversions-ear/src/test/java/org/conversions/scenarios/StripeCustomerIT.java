package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The merchant writes the external id and the click id into Stripe customers; invoices name only the customer. */
class StripeCustomerIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(StripeCustomerIT.class);

    @ParameterizedTest
    @EnumSource
    void aCustomerWithAClickIsALeadAndItsInvoicesAreSales(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.customerCreated(story.click())).processed().did("customer", "lead");
        merchant.tell(story.invoice(1)).processed().did("sale", "commission");
        merchant.tell(story.invoice(2)).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000));
        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(story.customer);
        assertThat(story.earnings()).containsExactly(400L, 400L);
    }

    @ParameterizedTest
    @EnumSource
    void theMetadataMayBeAddedLater(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.customerCreated()).ignored("no_tracking_metadata").did();
        merchant.tell(story.customerCreated(story.click()).as("customer.updated")).processed()
                .did("customer", "lead");
        merchant.tell(story.customerCreated(story.click()).as("customer.updated")).processed().did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(2).leads(1));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("An invoice that is paid before the customer is known waits and is completed")
    void theInvoiceMayComeFirst(Vocabulary words) {
        Story story = merchant.story(words);
        String click = story.click();
        StripeEvent paid = story.invoice(1);
        merchant.tell(paid).waiting("customer_unknown").did();

        merchant.tell(story.customerCreated(click)).processed();

        merchant.processed(paid).did("sale", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Everything may come in the reverse order")
    void everythingInTheReverseOrder(Vocabulary words) {
        Story story = merchant.story(words);
        String click = story.click();
        StripeEvent ended = story.subscriptionEnded();
        StripeEvent refunded = story.refundOfInvoice(1, 1200);
        StripeEvent renewed = story.invoice(2);
        StripeEvent paid = story.invoice(1);
        merchant.tell(ended).waiting("customer_unknown");
        merchant.tell(refunded).waiting("payment_unknown");
        merchant.tell(renewed).waiting("customer_unknown");
        merchant.tell(story.invoicePayment(1)).processed();
        merchant.tell(paid).waiting("customer_unknown");

        merchant.tell(story.customerCreated(click)).processed();

        merchant.processed(paid);
        merchant.processed(renewed);
        merchant.processed(refunded).did("refund", "commission");
        merchant.processed(ended).did("churn");
        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000).refunds(1, 1000));
        assertThat(story.earnings()).containsExactlyInAnyOrder(200L, 400L);
        assertThat(story.buyer().path("subscriptionCanceledAt").isNull()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A customer who was a lead before Stripe is known by the external id")
    void aLeadIsFoundByTheExternalIdInTheMetadata(Vocabulary words) {
        Story story = merchant.story(words);
        story.lead(story.click());

        merchant.tell(story.customerCreated().metadata(words.externalIdKey, story.externalId)).processed()
                .did("customer");
        merchant.tell(story.invoice(1)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("What stands in for an external id is replaced by the real one when it comes")
    void aLaterExternalIdReplacesTheStandIn(Vocabulary words) {
        Story story = merchant.story(words);
        merchant.tell(story.customerCreated().metadata(words.clickIdKey, story.click())).processed();
        assertThat(story.buyerAtStripe().path("externalId").asText()).isEqualTo(story.customer);

        merchant.tell(story.customerCreated().metadata(words.externalIdKey, story.externalId)
                .as("customer.updated")).processed();

        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(story.customer);
        assertThat(merchant.api().get("/api/customers/ext_" + story.customer).status()).isEqualTo(404);
        assertThat(story.buyers("live")).hasSize(1);
    }

    @Test
    void anUpdateWithoutANameLeavesTheNameAlone() {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();

        merchant.tell(story.customerCreated().with("name", "").with("email", null).as("customer.updated"))
                .processed().did();

        assertThat(story.buyer().path("name").asText()).isEqualTo("Bea");
        assertThat(story.buyer().path("email").asText()).isEqualTo(story.email);
    }

    @ParameterizedTest
    @EnumSource
    void theSubscriptionsMetadataNameTheBuyerInBothShapesOfInvoices(Vocabulary words) {
        Story story = merchant.story(words);
        story.lead(story.click());

        merchant.tell(story.invoice(1).with("parent.subscription_details.metadata",
                Map.of(words.externalIdKey, story.externalId))).processed().did("customer", "sale", "commission");
        merchant.tell(story.oldInvoice(2).with("customer", "cus_other_" + story.name)
                .with("subscription_details.metadata", Map.of(words.externalIdKey, story.externalId))).processed()
                .did("customer", "sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000));
    }

    @Test
    @DisplayName("An invoice that was partly settled from credit counts with the paid share, without tax")
    void onlyThePaidShareOfAnInvoiceCounts() {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();

        Settled told = merchant.tell(story.invoice(1).with("amount_paid", 1200)).processed();

        assertThat(told.amounts("sale")).containsExactly(1000L);
    }

    @Test
    void anInvoiceWithoutTheTotalWithoutTaxCountsWithWhatWasPaid() {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();

        Settled told = merchant.tell(story.invoice(1).with("total_excluding_tax", null)).processed();

        assertThat(told.amounts("sale")).containsExactly(2400L);
    }
}
