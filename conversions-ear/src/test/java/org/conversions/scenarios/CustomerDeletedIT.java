package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Later reports of a customer by Stripe: that it changed, late or without a name, and that it is no more. */
@OnBothDatabases
class CustomerDeletedIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(CustomerDeletedIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final Instant now = Instant.now();

    @ParameterizedTest
    @EnumSource
    void whatADeletedCustomerBoughtStays(Vocabulary words) {
        Story buyer = merchant.story(words);
        merchant.tell(buyer.customerCreated(buyer.click())).processed();
        merchant.tell(buyer.oldInvoice(1)).processed();

        merchant.tell(deleted(buyer)).processed().did();

        assertThat(buyer.figures()).isEqualTo(ONE_SALE);
        assertThat(buyer.buyer().path("saleAmount").asLong()).isEqualTo(2000);
        assertThat(buyer.earnings()).containsExactly(400L);
    }

    @Test
    void whatComesOfADeletedCustomerAfterwardsCountsAllTheSame() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(deleted(story)).processed();

        merchant.tell(story.oldInvoice(2)).processed().did("sale", "commission");
        merchant.tell(story.refundOfInvoice(1, 1200)).processed().did("refund", "commission");
        merchant.tell(story.subscriptionEnded()).processed().did("churn");

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000).refunds(1, 1000));
        assertThat(story.buyer().path("subscriptionCanceledAt").isNull()).isFalse();
    }

    @Test
    void aDeletedCustomerThatNobodyKnowsIsSaidSo() {
        merchant.tell(deleted(story)).ignored("not_a_customer").did();
    }

    @Test
    @DisplayName("A deletion that is reported before the customer has been named takes no sale")
    void theDeletionComesFirst() {
        String click = story.click();
        StripeEvent paid = story.invoice(1);
        merchant.tell(deleted(story)).ignored("not_a_customer");
        merchant.tell(paid).waiting("customer_unknown");

        merchant.tell(story.customerCreated(click)).processed();

        merchant.processed(paid);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A change that is reported after a newer one changes nothing")
    void aStaleChange(Vocabulary words) {
        Story buyer = merchant.story(words);
        merchant.tell(buyer.customerCreated(buyer.click()).madeAt(now.minusSeconds(120))).processed();
        merchant.tell(renamed(buyer, "Beatrix", "beatrix." + buyer.name + "@example.com").madeAt(now)).processed();

        merchant.tell(renamed(buyer, "Beata", "beata." + buyer.name + "@example.com").madeAt(now.minusSeconds(60)))
                .processed().did();

        assertThat(buyer.buyer().path("name").asText()).isEqualTo("Beatrix");
        assertThat(buyer.buyer().path("email").asText()).isEqualTo("beatrix." + buyer.name + "@example.com");
    }

    @Test
    @DisplayName("What an invoice or a checkout repeats of the customer is never newer than what the customer says")
    void unverified() {
        merchant.tell(story.customerCreated(story.click()).with("name", "Beatrix").madeAt(now.minusSeconds(120)))
                .processed();

        merchant.tell(story.invoice(1).with("customer_name", "Bea Old").with("customer_email", "old@example.com"))
                .processed();
        merchant.tell(story.checkout().with("customer_details", Map.of("name", "B. Old", "email", "x@example.com")))
                .processed();

        assertThat(story.buyer().path("name").asText()).isEqualTo("Beatrix");
        assertThat(story.buyer().path("email").asText()).isEqualTo(story.email);
    }

    @Test
    void withoutANameTheNameOfTheInvoiceIsBetterThanNone() {
        merchant.tell(story.customerCreated(story.click()).with("name", null).with("email", null)).processed();
        assertThat(story.buyer().path("name").isNull()).isTrue();

        merchant.tell(story.invoice(1)).processed();

        assertThat(story.buyer().path("name").asText()).isEqualTo("Bea");
        assertThat(story.buyer().path("email").asText()).isEqualTo(story.email);
    }

    @Test
    void aChangeThatIsAboutNeitherNameNorIdDoesNothing() {
        merchant.tell(story.customerCreated(story.click())).processed();

        for (StripeEvent change : List.of(story.customerCreated().as("customer.updated").with("balance", -500),
                story.customerCreated().as("customer.updated").with("name", " ").with("metadata", null))) {
            merchant.tell(change).processed().did();
        }

        assertThat(story.buyer().path("name").asText()).isEqualTo("Bea");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Two Stripe customers with one external id are one buyer, lost when both have ended")
    void twoStripeCustomersOfOneBuyer(Vocabulary words) {
        Story buyer = merchant.story(words);
        String second = "cus_second_" + buyer.name;
        merchant.tell(buyer.customerCreated(buyer.click())).processed();
        merchant.tell(buyer.customerCreated().with("id", second).metadata(words.externalIdKey, buyer.externalId))
                .processed().did("customer");

        merchant.tell(buyer.invoice(1)).processed().did("sale", "commission");
        merchant.tell(buyer.invoice(2, "sub_2_" + buyer.name).with("customer", second)).processed()
                .did("sale", "commission");
        assertThat(buyer.figures()).isEqualTo(ONE_SALE.sales(2, 4000));
        assertThat(buyer.buyers("live")).hasSize(1);

        merchant.tell(buyer.subscriptionEnded()).processed().did();
        merchant.tell(buyer.subscriptionEnded("sub_2_" + buyer.name).with("customer", second)).processed()
                .did("churn");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("Of two external ids that a Stripe customer was given the newer one counts, whichever is reported first")
    void aStripeCustomerWhoIsGivenAnotherExternalId(boolean newerFirst) {
        Story other = merchant.story(Vocabulary.DUB);
        story.lead(story.click());
        other.lead(other.click());
        StripeEvent older = story.customerCreated().metadata("dubCustomerExternalId", story.externalId)
                .madeAt(now.minusSeconds(60));
        StripeEvent newer = story.customerCreated().metadata("dubCustomerExternalId", other.externalId)
                .as("customer.updated").madeAt(now);

        merchant.tell(newerFirst ? newer : older).processed();
        merchant.tell(newerFirst ? older : newer).processed();
        merchant.tell(story.invoice(1)).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.buyers(0).sales(0, 0));
        assertThat(other.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    void aCustomerMayBeAnAccount() {
        StripeEvent paid = byAccount(story.invoice(1));
        merchant.tell(paid).waiting("customer_unknown").did();

        merchant.tell(byAccount(story.subscriptionCheckout()).with("client_reference_id", story.reference())).processed()
                .did("customer", "lead", "sale", "commission");

        merchant.processed(paid);
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
    }

    @Test
    void anInvoiceOfNobodyIsSaidSo() {
        merchant.tell(story.invoice(1).with("customer", null)).ignored("no_customer").did();
    }

    private StripeEvent byAccount(StripeEvent event) {
        return event.with("customer", null).with("customer_account", "acct_" + story.name);
    }

    private static StripeEvent deleted(Story buyer) {
        return buyer.customerCreated().as("customer.deleted").with("deleted", true);
    }

    private static StripeEvent renamed(Story buyer, String name, String email) {
        return buyer.customerCreated().as("customer.updated").with("name", name).with("email", email);
    }
}
