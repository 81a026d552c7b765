package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A buyer is recognised by the email alone only when the workspace wants that, and beyond doubt. */
@OnBothDatabases
class EmailMatchIT {

    private static final Figures LEAD = Figures.NONE.clicks(1).leads(1);
    private static final Figures ONE_SALE = LEAD.buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(EmailMatchIT.class);

    @AfterEach
    void asAtFirst() {
        merchant.stripeSettingsAsAtFirst();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("The email alone credits nobody until the workspace wants it")
    void offAtFirst(Vocabulary words) {
        Story story = merchant.story(words);
        story.leadWithEmail(story.click(), story.email);

        merchant.tell(story.invoice(1)).waiting("customer_unknown").did();
        merchant.tell(story.checkout()).waiting("customer_unknown").did();
        merchant.tell(story.guestCheckout()).ignored("guest_checkout").did();
        merchant.tell(story.customerCreated()).ignored("no_tracking_metadata").did();

        assertThat(story.figures()).isEqualTo(LEAD);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Turned on, a guest is recognised by the email, however it is written")
    void aGuest(Vocabulary words) {
        merchant.stripeSettings("matchByEmail", true);
        Story story = merchant.story(words);
        story.leadWithEmail(story.click(), story.email.toLowerCase(Locale.ROOT));

        merchant.tell(story.guestCheckout()).processed().did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyer().path("sales").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("Turned on, a Stripe customer is recognised by the email, and known by its id from then on")
    void aStripeCustomer() {
        merchant.stripeSettings("matchByEmail", true);
        Story story = merchant.story(Vocabulary.DUB);
        story.leadWithEmail(story.click(), story.email);

        merchant.tell(story.customerCreated()).processed().did("customer");
        merchant.tell(story.invoice(1).with("customer_email", "other@example.com")).processed()
                .did("sale", "commission");

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.buyer().path("stripeCustomerId").asText()).isEqualTo(story.customer);
    }

    @Test
    @DisplayName("An email that only a page has reported gets nobody's payments, and stands in nobody's way")
    void anEmailOfAPage() {
        merchant.stripeSettings("matchByEmail", true);
        Story mallory = merchant.story(Vocabulary.DUB);
        Story victim = merchant.story(Vocabulary.DUB);
        Merchant.ok(merchant.page().post("/api/track/lead/client", Api.object("clickId", mallory.click(), "eventName",
                "Sign up", "customerExternalId", mallory.externalId, "customerEmail", victim.email)));

        String click = victim.click();
        StripeEvent paid = victim.guestCheckout();
        merchant.tell(paid).waiting("customer_unknown").did();
        victim.leadWithEmail(click, victim.email);

        merchant.processed(paid);
        assertThat(victim.figures()).isEqualTo(ONE_SALE);
        assertThat(mallory.figures()).isEqualTo(LEAD);
    }

    @Test
    @DisplayName("Turned on, an invoice waits for the lead with its email")
    void theLeadComesLater() {
        merchant.stripeSettings("matchByEmail", true);
        Story story = merchant.story(Vocabulary.DUB);
        String click = story.click();
        StripeEvent paid = story.invoice(1);
        merchant.tell(paid).waiting("customer_unknown").did();

        story.leadWithEmail(click, story.email);

        merchant.processed(paid);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    @DisplayName("An email that two buyers have is nobody's")
    void anAmbiguousEmail() {
        merchant.stripeSettings("matchByEmail", true);
        Story one = merchant.story(Vocabulary.DUB);
        Story other = merchant.story(Vocabulary.DUB);
        one.leadWithEmail(one.click(), one.email);
        other.leadWithEmail(other.click(), one.email);

        merchant.tell(one.invoice(1)).waiting("customer_unknown").did();
        merchant.tell(one.guestCheckout()).waiting("customer_unknown").did();

        assertThat(one.figures()).isEqualTo(LEAD);
        assertThat(other.figures()).isEqualTo(LEAD);
    }

    @Test
    @DisplayName("An id goes before an email")
    void theIdGoesFirst() {
        merchant.stripeSettings("matchByEmail", true);
        Story one = merchant.story(Vocabulary.DUB);
        Story other = merchant.story(Vocabulary.DUB);
        one.leadWithEmail(one.click(), one.email);
        other.leadWithEmail(other.click(), other.email);

        merchant.tell(one.guestCheckout().metadata("dubCustomerExternalId", other.externalId)).processed()
                .did("sale", "commission");

        assertThat(one.figures()).isEqualTo(LEAD);
        assertThat(other.figures()).isEqualTo(ONE_SALE);
    }

    @Test
    @DisplayName("An email that is longer than one can be is nobody's, and no hindrance to who is made by it")
    void anEmailOfAnyLength() {
        merchant.stripeSettings("matchByEmail", true);
        Story story = merchant.story(Vocabulary.DUB);
        Map<String, Object> details = Map.of("email", "E" + "e".repeat(5_000) + story.name + "@example.com");

        merchant.tell(story.guestCheckout().with("id", "cs_long_" + story.name).with("customer_details", details))
                .ignored("guest_checkout").did();
        merchant.tell(story.guestCheckout().with("customer_details", details)
                .with("client_reference_id", story.reference())).processed()
                .did("customer", "lead", "sale", "commission");

        assertThat(story.figures().leads()).isEqualTo(1);
    }

    @Test
    @DisplayName("Turned off again, an email that waits is placed by nothing")
    void turnedOffAgain() {
        merchant.stripeSettings("matchByEmail", true);
        Story story = merchant.story(Vocabulary.DUB);
        String click = story.click();
        StripeEvent paid = story.invoice(1);
        merchant.tell(paid).waiting("customer_unknown");
        merchant.stripeSettingsAsAtFirst();

        story.leadWithEmail(click, story.email);

        Merchant.ok(merchant.api().post("/api/stripe/events/" + paid.id() + "/replay", ""));
        merchant.settled(paid).waiting("customer_unknown").did();
        assertThat(story.figures()).isEqualTo(LEAD);
    }
}
