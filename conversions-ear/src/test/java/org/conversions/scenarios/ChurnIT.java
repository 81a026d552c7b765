package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer is lost when the last subscription ends, and found again by the next payment; W30 throughout. */
class ChurnIT {

    private static final int BUYERS_AT_ONCE = 10;

    private final Merchant merchant = Merchant.shared();
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    void theEndOfTheOnlySubscriptionLosesTheBuyerAtStripesTime() {
        subscribe(story, "sub_" + story.name);
        Instant end = Instant.parse("2026-03-04T05:06:07Z");

        merchant.tell(story.subscriptionEnded().with("ended_at", end.getEpochSecond())).processed().did("churn");

        assertThat(Instant.parse(story.buyer().path("subscriptionCanceledAt").asText())).isEqualTo(end);
    }

    @Test
    void theEndOfOneOfTwoSubscriptionsLosesNobody() {
        subscribe(story, "sub_a_" + story.name);
        merchant.tell(story.invoice(2, "sub_b_" + story.name)).processed();

        merchant.tell(story.subscriptionEnded("sub_a_" + story.name)).processed().did();
        assertThat(isLost(story)).isFalse();

        merchant.tell(story.subscriptionEnded("sub_b_" + story.name)).processed().did("churn");
        assertThat(isLost(story)).isTrue();
    }

    @Test
    void anEndThatComesBeforeTheBuyerIsKnownWaits() {
        StripeEvent ended = story.subscriptionEnded();
        merchant.tell(ended).waiting("customer_unknown").did();

        subscribe(story, "sub_" + story.name);

        merchant.processed(ended);
        assertThat(isLost(story)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("A payment by a new subscription brings a lost buyer back, whichever of the two is told first")
    void aNewSubscriptionBringsTheBuyerBack(boolean endFirst) {
        subscribe(story, "sub_" + story.name);
        StripeEvent ended = story.subscriptionEnded();
        StripeEvent back = story.invoice(2, "sub_again_" + story.name);

        merchant.tell(endFirst ? ended : back).processed();
        Settled told = merchant.tell(endFirst ? back : ended).processed();

        assertThat(isLost(story)).isFalse();
        if (endFirst) {
            told.did("sale", "commission", "return");
        }
    }

    @Test
    void aOneTimePaymentAfterTheEndBringsTheBuyerBackToo() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(story.subscriptionEnded().with("ended_at", Instant.now().minusSeconds(60).getEpochSecond()))
                .processed();
        assertThat(isLost(story)).isTrue();

        merchant.tell(story.checkout()).processed().did("sale", "commission", "return");

        assertThat(isLost(story)).isFalse();
    }

    @Test
    void aLateInvoiceOfTheEndedSubscriptionBringsNobodyBack() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(story.subscriptionEnded()).processed();

        merchant.tell(story.invoice(2)).processed();

        assertThat(isLost(story)).isTrue();
    }

    @Test
    void anEndWithoutACustomerIsSaidSo() {
        merchant.tell(story.subscriptionEnded().with("customer", null)).ignored("no_customer").did();
    }

    @Test
    @DisplayName("Stripe ends all subscriptions of a deleted customer at once: whichever comes last loses the buyer")
    void subscriptionsThatEndAtTheSameMoment() {
        List<Story> stories = new ArrayList<>();
        List<StripeEvent> ends = new ArrayList<>();
        for (int i = 0; i < BUYERS_AT_ONCE; i++) {
            Story one = merchant.story(Vocabulary.DUB);
            subscribe(one, "sub_1_" + one.name);
            merchant.tell(one.invoice(2, "sub_2_" + one.name)).processed();
            ends.add(one.subscriptionEnded("sub_1_" + one.name));
            ends.add(one.subscriptionEnded("sub_2_" + one.name));
            stories.add(one);
        }

        merchant.deliverTogether(ends.toArray(StripeEvent[]::new));

        ends.forEach(merchant::processed);
        assertThat(stories).allMatch(this::isLost);
    }

    @Test
    @DisplayName("A subscription that ends while the next one is paid does not lose the buyer")
    void aSubscriptionThatBeginsAtTheMomentTheOtherEnds() {
        List<Story> stories = new ArrayList<>();
        List<StripeEvent> events = new ArrayList<>();
        for (int i = 0; i < BUYERS_AT_ONCE; i++) {
            Story one = merchant.story(Vocabulary.DUB);
            subscribe(one, "sub_1_" + one.name);
            events.add(one.subscriptionEnded("sub_1_" + one.name));
            events.add(one.invoice(2, "sub_2_" + one.name));
            stories.add(one);
        }

        merchant.deliverTogether(events.toArray(StripeEvent[]::new));

        events.forEach(merchant::processed);
        assertThat(stories).noneMatch(this::isLost);
    }

    /** The buyer comes by the link and pays the first invoice of a subscription. */
    private void subscribe(Story buyer, String subscription) {
        merchant.tell(buyer.customerCreated(buyer.click())).processed();
        merchant.tell(buyer.invoice(1, subscription)).processed();
    }

    private boolean isLost(Story buyer) {
        JsonNode canceledAt = buyer.buyer().path("subscriptionCanceledAt");
        return !canceledAt.isNull();
    }
}
