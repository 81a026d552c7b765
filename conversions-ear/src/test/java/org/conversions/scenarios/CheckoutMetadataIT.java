package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.server.Api;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The merchant's server reports the lead, and makes checkout sessions with the external id in their metadata. */
class CheckoutMetadataIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(CheckoutMetadataIT.class);

    @ParameterizedTest
    @ValueSource(strings = {"dubCustomerExternalId", "dubCustomerId", "codeqrCustomerId"})
    void everyNameOfTheExternalIdFindsTheLead(String key) {
        Story story = merchant.story(Vocabulary.DUB);
        story.lead(story.click());

        merchant.tell(story.checkout().metadata(key, story.externalId)).processed()
                .did("customer", "sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(story.customer);
        assertThat(story.earnings()).containsExactly(400L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerExternalId", "customerId", "externalId"})
    void everyNameOfTheExternalIdReportsALead(String key) {
        Story story = merchant.story(Vocabulary.DUB);
        Merchant.ok(merchant.api().post("/api/track/lead",
                Api.object("clickId", story.click(), "eventName", "Sign up", key, story.externalId)));

        merchant.tell(story.checkout().metadata("dubCustomerExternalId", story.externalId)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @ParameterizedTest
    @EnumSource
    void aGuestIsFoundByTheExternalId(Vocabulary words) {
        Story story = merchant.story(words);
        story.lead(story.click());

        merchant.tell(story.guestCheckout().metadata(words.externalIdKey, story.externalId)).processed()
                .did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A checkout that comes before the lead waits for it")
    void theLeadMayComeLater(Vocabulary words) {
        Story story = merchant.story(words);
        String click = story.click();
        StripeEvent paid = story.checkout().metadata(words.externalIdKey, story.externalId);
        merchant.tell(paid).waiting("customer_unknown").did();

        story.lead(click);

        merchant.processed(paid).did("customer", "sale", "commission");
        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    void onceSeenTogetherTheStripeCustomerIsEnough() {
        Story story = merchant.story(Vocabulary.DUB);
        story.lead(story.click());
        merchant.tell(story.subscriptionCheckout().metadata("dubCustomerExternalId", story.externalId)).processed();

        merchant.tell(story.invoice(2)).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE.sales(2, 4000));
    }

    @ParameterizedTest
    @EnumSource
    void aClickInTheMetadataBringsABuyerWithoutALead(Vocabulary words) {
        Story story = merchant.story(words);

        merchant.tell(story.checkout().metadata(words.externalIdKey, story.externalId)
                .metadata(words.clickIdKey, story.click())).processed().did("customer", "lead", "sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyer().path("sales").asLong()).isEqualTo(1);
    }

    @Test
    void anExternalIdThatIsTooLongIsSaidSo() {
        Story story = merchant.story(Vocabulary.DUB);

        merchant.tell(story.checkout().metadata("dubCustomerExternalId", "x".repeat(500)))
                .ignored("malformed_object").did();
    }
}
