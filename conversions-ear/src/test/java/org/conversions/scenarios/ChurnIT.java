package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer is lost when the last subscription ends, and found again by the next payment. */
class ChurnIT {

    private static final int BUYERS_AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(ChurnIT.class);
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
            told.did("return", "sale", "commission");
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
    @DisplayName("An end that is scheduled is no end until it comes")
    void aScheduledEnd() {
        subscribe(story, "sub_" + story.name);
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond()).plusSeconds(30L * 24 * 3600);

        merchant.tell(scheduled(end)).processed().did();
        assertThat(isLost(story)).isFalse();
        assertThat(merchant.tell(scheduled(end).underAnotherId()).event().path("explanation").asText())
                .contains(end.toString());

        merchant.tell(story.subscriptionEnded().with("ended_at", end.getEpochSecond()).madeAt(end)).processed()
                .did("churn");
        assertThat(Instant.parse(story.buyer().path("subscriptionCanceledAt").asText())).isEqualTo(end);
    }

    @Test
    @DisplayName("A scheduled end that is taken back loses nobody")
    void aScheduledEndThatIsTakenBack() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(scheduled(Instant.now().plusSeconds(3600))).processed();

        merchant.tell(story.subscription("active").as("customer.subscription.updated")
                .madeAt(Instant.now().plusSeconds(60))).processed().did();

        assertThat(isLost(story)).isFalse();
    }

    @Test
    @DisplayName("A subscription that was never begun is none: it keeps nobody and loses nobody")
    void anIncompleteSubscription() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(story.subscription("sub_try_" + story.name, "incomplete")).processed().did();

        merchant.tell(story.subscriptionEnded()).processed().did("churn");
        assertThat(isLost(story)).isTrue();
    }

    @Test
    @DisplayName("The end of a subscription that never began loses nobody who has none")
    void aSubscriptionThatExpiresBeforeItsFirstPayment() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.subscription("incomplete")).processed().did();

        merchant.tell(story.subscription("incomplete_expired").as("customer.subscription.updated")
                .with("canceled_at", Instant.now().getEpochSecond())).processed();

        assertThat(isLost(story)).isFalse();
    }

    @Test
    @DisplayName("A subscription that is paused runs on")
    void pausedAndResumed() {
        subscribe(story, "sub_" + story.name);

        merchant.tell(story.subscription("paused").as("customer.subscription.paused")).processed().did();
        assertThat(isLost(story)).isFalse();
        merchant.tell(story.subscription("active").as("customer.subscription.resumed")).processed().did();
        assertThat(isLost(story)).isFalse();
    }

    @Test
    @DisplayName("A subscription that begins without payment brings a lost buyer back")
    void aNewTrialBringsTheBuyerBack() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(story.subscriptionEnded()).processed().did("churn");

        merchant.tell(story.subscription("sub_again_" + story.name, "trialing")).processed().did("return");

        assertThat(isLost(story)).isFalse();
    }

    @Test
    @DisplayName("Of three subscriptions that end in any order the last end counts")
    void theLastOfThreeEndsCounts() {
        merchant.tell(story.customerCreated(story.click())).processed();
        Instant first = Instant.parse("2026-03-01T00:00:00Z");
        for (int number = 1; number <= 3; number++) {
            merchant.tell(story.invoice(number, "sub_" + number + story.name)).processed();
        }

        for (int number : List.of(2, 3, 1)) {
            assertThat(isLost(story)).isFalse();
            merchant.tell(story.subscriptionEnded("sub_" + number + story.name)
                    .with("ended_at", first.plusSeconds(number * 3600L).getEpochSecond())).processed();
        }

        assertThat(Instant.parse(story.buyer().path("subscriptionCanceledAt").asText()))
                .isEqualTo(first.plusSeconds(3 * 3600));
    }

    @Test
    @DisplayName("An old update that comes after the end does not raise the dead")
    void aStaleUpdateAfterTheEnd() {
        subscribe(story, "sub_" + story.name);
        merchant.tell(story.subscriptionEnded()).processed().did("churn");

        merchant.tell(story.subscription("active").as("customer.subscription.updated")
                .madeAt(Instant.now().minusSeconds(3600))).processed().did();

        assertThat(isLost(story)).isTrue();
    }

    private StripeEvent scheduled(Instant end) {
        return story.subscription("active").as("customer.subscription.updated").with("cancel_at_period_end", true)
                .with("canceled_at", Instant.now().getEpochSecond()).with("cancel_at", end.getEpochSecond());
    }

    @Test
    void anEndWithoutACustomerIsSaidSo() {
        merchant.tell(story.subscriptionEnded().with("customer", null)).ignored("no_customer").did();
    }

    @Test
    @DisplayName("Stripe ends all subscriptions of a deleted customer at once: whichever comes last loses the buyer")
    void subscriptionsThatEndAtTheSameMoment() {
        List<Story> buyers = subscribers();
        told(buyers, buyer -> List.of(buyer.invoice(2, "sub_2_" + buyer.name)));

        told(buyers, buyer -> List.of(buyer.subscriptionEnded("sub_" + buyer.name),
                buyer.subscriptionEnded("sub_2_" + buyer.name)));

        assertThat(buyers).allMatch(this::isLost);
    }

    @Test
    @DisplayName("A subscription that ends while the next one is paid does not lose the buyer")
    void aSubscriptionThatBeginsAtTheMomentTheOtherEnds() {
        List<Story> buyers = subscribers();

        told(buyers, buyer -> List.of(buyer.subscriptionEnded("sub_" + buyer.name),
                buyer.invoice(2, "sub_2_" + buyer.name)));

        // An end and a payment that do not see one another are looked at again.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(buyers).noneMatch(this::isLost));
    }

    @Test
    @DisplayName("An end is looked at again when the buyer begins another subscription, which it may not have seen")
    void anEndIsLookedAtAgain() {
        subscribe(story, "sub_" + story.name);
        StripeEvent end = story.subscriptionEnded();
        JsonNode settledAt = merchant.tell(end).processed().event().path("settledAt");

        merchant.tell(story.invoice(2, "sub_2_" + story.name)).processed();

        await().atMost(PATIENCE).until(() -> !merchant.stored(end).event().path("settledAt").equals(settledAt));
        assertThat(isLost(story)).isFalse();
    }

    /** Buyers with one subscription each. */
    private List<Story> subscribers() {
        List<Story> buyers = Stream.generate(() -> merchant.story(Vocabulary.DUB)).limit(BUYERS_AT_ONCE).toList();
        told(buyers, buyer -> List.of(buyer.customerCreated(buyer.click()), buyer.invoice(1)));
        return buyers;
    }

    /** Delivers events of all buyers at once and waits until all are processed. */
    private void told(List<Story> buyers, Function<Story, List<StripeEvent>> events) {
        List<StripeEvent> all = buyers.stream().flatMap(buyer -> events.apply(buyer).stream()).toList();
        merchant.deliverTogether(all.toArray(StripeEvent[]::new));
        all.forEach(merchant::processed);
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
