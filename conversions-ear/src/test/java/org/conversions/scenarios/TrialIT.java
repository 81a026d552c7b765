package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A free trial is a lead when the workspace wants that, for one or for as many as it has seats. */
class TrialIT {

    private static final String STARTED = "Started Trial";

    private final Merchant merchant = Merchant.of(TrialIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @BeforeEach
    void trialsAreLeads() {
        merchant.stripeSettings("trackFreeTrials", true);
    }

    @AfterEach
    void asAtFirst() {
        merchant.stripeSettingsAsAtFirst();
    }

    @Test
    void aTrialIsNoLeadUntilTheWorkspaceWantsIt() {
        merchant.stripeSettingsAsAtFirst();
        comes(story);

        merchant.tell(story.subscription("trialing")).ignored("trials_not_tracked").did();

        assertThat(story.figures()).isEqualTo(leads(1));
    }

    @Test
    @DisplayName("A trial that began before the workspace wanted it is a lead by a replay")
    void aReplayAfterTheSwitchWasTurnedOn() {
        merchant.stripeSettingsAsAtFirst();
        comes(story);
        StripeEvent trial = story.subscription("trialing").with("items", items(3));
        merchant.tell(trial).ignored("trials_not_tracked");
        merchant.stripeSettings("trackFreeTrials", true, "trackQuantity", true);

        Merchant.ok(merchant.api().post("/api/stripe/events/replay?type=" + trial.type() + "&customerId="
                + story.customer, ""));

        merchant.processed(trial).did("lead");
        assertThat(story.figures()).isEqualTo(leads(4));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A trial is one lead, whatever its seats, and a sale when it is paid")
    void oneLead(Vocabulary words) {
        Story buyer = merchant.story(words);
        comes(buyer);

        merchant.tell(buyer.subscription("trialing").with("items", items(5))).processed().did("lead");
        assertThat(buyer.figures()).isEqualTo(leads(2));
        assertThat(trials(buyer)).singleElement().satisfies(lead ->
                assertThat(lead.path("eventName").asText()).isEqualTo(STARTED));

        merchant.tell(Story.priced(buyer.invoice(1), 0, 0)).ignored("nothing_paid");
        merchant.tell(buyer.invoice(2)).processed().did("sale", "commission");
        assertThat(buyer.figures()).isEqualTo(leads(2).buyers(1).sales(1, 2000));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("With quantity on, one lead for each seat over all items; a metered item has no seats")
    void aLeadForEachSeat(Vocabulary words) {
        Story buyer = merchant.story(words);
        merchant.stripeSettings("trackQuantity", true);
        comes(buyer);

        merchant.tell(buyer.subscription("trialing").with("items", items(3, 4, null))).processed().did("lead");

        assertThat(buyer.figures()).isEqualTo(leads(8));
        assertThat(trials(buyer)).hasSize(1);
    }

    @Test
    @DisplayName("A trial of nothing but a metered item is one lead")
    void meteredOnly() {
        merchant.stripeSettings("trackQuantity", true);
        comes(story);

        merchant.tell(story.subscription("trialing").with("items", items((Integer) null))).processed().did("lead");

        assertThat(story.figures()).isEqualTo(leads(2));
    }

    @Test
    @DisplayName("Before 2018 the quantity stood on the subscription itself")
    void anOldShape() {
        merchant.stripeSettings("trackQuantity", true);
        comes(story);

        merchant.tell(story.subscription("trialing").ofVersion("2017-08-15").with("items", null)
                .with("quantity", 3)).processed();

        assertThat(story.figures()).isEqualTo(leads(4));
    }

    @Test
    @DisplayName("More seats later in the trial add the difference, fewer change nothing")
    void seatsChange() {
        merchant.stripeSettings("trackQuantity", true);
        comes(story);
        StripeEvent created = story.subscription("trialing").with("items", items(2));
        merchant.tell(created).processed();
        assertThat(story.figures()).isEqualTo(leads(3));

        merchant.tell(created.as("customer.subscription.updated").with("items", items(5))).processed().did("lead");
        assertThat(story.figures()).isEqualTo(leads(6));

        merchant.tell(created.as("customer.subscription.updated").with("items", items(1))).processed().did();
        assertThat(story.figures()).isEqualTo(leads(6));
    }

    @Test
    @DisplayName("Seats that are added once the trial is over are no leads")
    void seatsAfterTheTrial() {
        merchant.stripeSettings("trackQuantity", true);
        comes(story);
        StripeEvent created = story.subscription("trialing").with("items", items(2));
        merchant.tell(created).processed();

        merchant.tell(created.as("customer.subscription.updated").with("status", "active").with("items", items(9)))
                .processed().did();

        assertThat(story.figures()).isEqualTo(leads(3));
    }

    @Test
    @DisplayName("The update may be reported before the creation")
    void theUpdateComesFirst() {
        merchant.stripeSettings("trackQuantity", true);
        comes(story);
        StripeEvent created = story.subscription("trialing").with("items", items(2));

        merchant.tell(created.as("customer.subscription.updated").with("items", items(5))).processed().did("lead");
        merchant.tell(created).processed().did();

        assertThat(story.figures()).isEqualTo(leads(6));
    }

    @Test
    @DisplayName("Reported again, a trial is the same lead")
    void reportedAgain() {
        comes(story);
        StripeEvent created = story.subscription("trialing");
        merchant.tell(created).processed().did("lead");

        merchant.tell(created.underAnotherId()).processed().did();
        merchant.tell(created.as("customer.subscription.updated")).processed().did();

        assertThat(story.figures()).isEqualTo(leads(2));
    }

    @Test
    @DisplayName("A second subscription on trial is a second lead")
    void twoSubscriptions() {
        comes(story);

        merchant.tell(story.subscription("sub_a_" + story.name, "trialing")).processed().did("lead");
        merchant.tell(story.subscription("sub_b_" + story.name, "trialing")).processed().did("lead");

        assertThat(story.figures()).isEqualTo(leads(3));
        assertThat(trials(story)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A trial that begins before the buyer is known waits and is a lead then")
    void beforeTheBuyerIsKnown(Vocabulary words) {
        Story buyer = merchant.story(words);
        String click = buyer.click();
        StripeEvent trial = buyer.subscription("trialing");
        merchant.tell(trial).waiting("customer_unknown").did();

        merchant.tell(buyer.customerCreated(click)).processed();

        merchant.processed(trial).did("lead");
        assertThat(buyer.figures()).isEqualTo(leads(2));
    }

    @ParameterizedTest
    @EnumSource
    void theSubscriptionsMetadataNameTheBuyer(Vocabulary words) {
        Story buyer = merchant.story(words);
        buyer.lead(buyer.click());

        merchant.tell(buyer.subscription("trialing").metadata(words.externalIdKey, buyer.externalId)).processed()
                .did("customer", "lead");

        assertThat(buyer.figures()).isEqualTo(leads(2));
        assertThat(buyer.buyer().path("stripeCustomerId").asText()).isEqualTo(buyer.customer);
    }

    @Test
    void aTrialByAPaymentLinkIsTwoLeadsAndNoSale() {
        merchant.tell(Story.priced(story.subscriptionCheckout(), 0, 0)
                .with("payment_status", "no_payment_required").with("client_reference_id", story.reference()))
                .processed().because("nothing_paid").did("customer", "lead");

        merchant.tell(story.subscription("trialing")).processed().did("lead");

        assertThat(story.figures()).isEqualTo(leads(2));
    }

    @Test
    void aTrialIsOfTheTimeItBegan() {
        comes(story);
        Instant began = Instant.ofEpochSecond(Instant.now().getEpochSecond());

        merchant.tell(story.subscription("trialing").with("trial_start", began.getEpochSecond())
                .madeAt(began.plusSeconds(3600))).processed();

        assertThat(trials(story)).singleElement().satisfies(lead ->
                assertThat(Instant.parse(lead.path("timestamp").asText())).isEqualTo(began));
    }

    @Test
    void aTrialThatEndsUnpaidLosesTheBuyer() {
        comes(story);
        merchant.tell(story.subscription("trialing")).processed();

        merchant.tell(story.subscriptionEnded()).processed().did("churn");

        assertThat(story.buyer().path("subscriptionCanceledAt").isNull()).isFalse();
    }

    /** The buyer is a lead by a Stripe customer with metadata. */
    private void comes(Story buyer) {
        merchant.tell(buyer.customerCreated(buyer.click())).processed();
    }

    private static Figures leads(long count) {
        return Figures.NONE.clicks(1).leads(count);
    }

    private static List<JsonNode> trials(Story buyer) {
        return buyer.leads().stream().filter(lead -> lead.path("eventName").asText().equals(STARTED)).toList();
    }

    /** @param quantities of the items; null for a metered one */
    private static Map<String, Object> items(Integer... quantities) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Integer quantity : quantities) {
            Map<String, Object> item = new HashMap<>(Map.of("id", "si_" + items.size()));
            if (quantity != null) {
                item.put("quantity", quantity);
            }
            items.add(item);
        }
        return Map.of("object", "list", "data", items);
    }
}
