package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A buyer opens a short link to a payment link and pays: Stripe's {@code client_reference_id} names the click. */
class PaymentLinkIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(PaymentLinkIT.class);

    @ParameterizedTest
    @EnumSource
    @DisplayName("A click and one payment make a lead, a sale without tax and the partner's 20 %")
    void oneTimePayment(Vocabulary words) {
        Story story = merchant.story(words);
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference());

        Settled told = merchant.tell(paid).processed().did("customer", "lead", "sale", "commission");

        assertThat(told.amounts("sale")).containsExactly(2000L);
        assertThat(told.amounts("commission")).containsExactly(400L);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        JsonNode buyer = story.buyerAtStripe();
        assertThat(buyer.path("stripeCustomerId").asText()).isEqualTo(story.customer);
        assertThat(buyer.path("name").asText()).isEqualTo("Bea");
        assertThat(buyer.path("email").asText()).isEqualTo(story.email);
        assertThat(buyer.path("sales").asLong()).isEqualTo(1);
        assertThat(buyer.path("saleAmount").asLong()).isEqualTo(2000);
        assertThat(story.sales()).singleElement().satisfies(sale -> {
            assertThat(sale.path("eventName").asText()).isEqualTo("Purchase");
            assertThat(sale.at("/sale/amount").asLong()).isEqualTo(2000);
            assertThat(sale.at("/sale/netAmount").asLong()).isEqualTo(2000);
            assertThat(sale.at("/sale/paymentProcessor").asText()).isEqualTo("stripe");
            assertThat(sale.at("/sale/currency").asText()).isEqualTo("usd");
        });
        assertThat(story.commissions()).singleElement().satisfies(commission -> {
            assertThat(commission.path("earnings").asLong()).isEqualTo(400);
            assertThat(commission.path("amount").asLong()).isEqualTo(2000);
            assertThat(commission.path("status").asText()).isEqualTo("pending");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriptionIsKnownByItsFirstInvoiceAndItsRenewalsCountToo(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.subscriptionCheckout().with("client_reference_id", story.reference())).processed()
                .did("customer", "lead", "sale", "commission");
        merchant.tell(story.invoice(2)).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000));
        assertThat(story.earnings()).containsExactly(400L, 400L);
        assertThat(story.sales()).extracting(sale -> sale.path("eventName").asText())
                .containsExactlyInAnyOrder("Subscription creation", "Invoice paid");
        assertThat(story.sales()).extracting(sale -> sale.at("/sale/invoiceId").asText())
                .containsExactlyInAnyOrder("in_" + story.name + "_1", "in_" + story.name + "_2");
    }

    @ParameterizedTest
    @EnumSource
    void aGuestIsTrackedByTheEmail(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.guestCheckout().with("client_reference_id", story.reference())).processed()
                .did("customer", "lead", "sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyers("live")).singleElement().satisfies(buyer -> {
            assertThat(buyer.path("externalId").asText()).isEqualTo(story.email.toLowerCase(Locale.ROOT));
            assertThat(buyer.path("stripeCustomerId").isNull()).isTrue();
        });
    }

    @Test
    void aGuestWithoutEmailIsTrackedToo() {
        Story story = merchant.story(Vocabulary.DUB);

        merchant.tell(story.guestCheckout().with("client_reference_id", story.reference())
                .with("customer_details", null)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    void aGuestWhoComesBackIsTheSameBuyer() {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.guestCheckout().with("client_reference_id", story.reference())).processed();

        merchant.tell(story.guestCheckout().with("id", "cs_again_" + story.name)
                .with("client_reference_id", story.reference())).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.clicks(2).sales(2, 4000));
        assertThat(story.buyers("live")).hasSize(1);
    }

    @Test
    void aReferenceOfTheMerchantsOwnIsNoClick() {
        Story story = merchant.story(Vocabulary.DUB);
        String clickId = story.click();

        merchant.tell(story.guestCheckout().with("client_reference_id", clickId)).ignored("guest_checkout").did();
        merchant.tell(story.checkout().with("client_reference_id", "order-4711")).waiting("customer_unknown").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
    }

    @Test
    void aClickThatIsNoneIsSaidSo() {
        Story story = merchant.story(Vocabulary.DUB);

        merchant.tell(story.guestCheckout().with("client_reference_id", "dub_id_0123456789abcdef"))
                .ignored("click_unknown").did();
        merchant.tell(story.checkout().with("client_reference_id", "dub_id_'; drop table click; --"))
                .waiting("click_unknown").did();

        assertThat(story.figures()).isEqualTo(Figures.NONE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A payment link bought by a buyer who is known leaves the merchant's id alone")
    void theIdentityIsNeverOverwrittenByAClick(Vocabulary words) {
        Story first = merchant.story(words);
        first.lead(first.click());
        merchant.tell(first.customerCreated().metadata(words.externalIdKey, first.externalId)).processed();
        Story second = merchant.story(words);

        merchant.tell(first.checkout().with("client_reference_id", second.reference())).processed()
                .did("sale", "commission");

        assertThat(first.buyer().path("stripeCustomerId").asText()).isEqualTo(first.customer);
        assertThat(first.buyer().path("sales").asLong()).isEqualTo(1);
        assertThat(second.figures()).as("the last click brought the sale")
                .isEqualTo(Figures.NONE.clicks(1).buyers(1).sales(1, 2000));
        assertThat(first.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Both a click and an external id: the one for attribution, the other for identity")
    void clickAndExternalIdAreBothUsed(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .metadata(words.externalIdKey, story.externalId)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(story.customer);
    }
}
