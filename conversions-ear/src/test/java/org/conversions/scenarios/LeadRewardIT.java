package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads earn nothing but for a free trial: 8.00 for each seat. */
class LeadRewardIT {

    private final Merchant merchant = Merchant.of(LeadRewardIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String click = story.click();
    private String reward;

    @BeforeEach
    void trialsAreTrackedAndRewarded() {
        settings(true);
        reward = Merchant.created(merchant.api().post("/api/rewards", Api.object("event", "lead", "type", "flat",
                "amountInCents", 0, "modifiers", List.of(Api.object("conditions", List.of(Api.object("entity", "customer",
                        "attribute", "source", "operator", "equals_to", "value", "trial")), "amountInCents", 800)))))
                .path("id").asText();
    }

    @AfterEach
    void asBefore() {
        Merchant.ok(merchant.api().delete("/api/rewards/" + reward));
        settings(false);
    }

    @Test
    void aTrialIsRewardedByItsSeatsAndMoreSeatsAddTheDifference() {
        merchant.tell(story.customerCreated(click)).processed().did("customer", "lead");
        assertThat(story.commissions()).isEmpty();

        assertThat(merchant.tell(trial("created", 2)).processed().did("lead", "commission").amounts("commission"))
                .containsExactly(1600L);
        assertThat(merchant.tell(trial("updated", 5)).processed().did("lead", "commission").amounts("commission"))
                .containsExactly(2400L);
        merchant.tell(trial("updated", 5)).processed().did();

        assertThat(commission()).isEqualTo("5 seats, 4000, pending");
    }

    @ParameterizedTest
    @CsvSource({"5, 2", "2, 5", "5, 5"})
    void theOrderOfWhatIsReportedOfATrialDoesNotMatter(int first, int second) {
        StripeEvent one = trial("created", first);
        StripeEvent other = trial("updated", second);
        merchant.deliverTogether(one, other, story.customerCreated(click));
        merchant.processed(one);
        merchant.processed(other);

        assertThat(commission()).isEqualTo("5 seats, 4000, pending");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralTrialsTheEarliestIsRewardedWhicheverIsReportedFirst(boolean earliestFirst) {
        merchant.tell(story.customerCreated(click)).processed();
        Instant now = Instant.now();
        StripeEvent earliest = trial("created", 3).with("trial_start", now.getEpochSecond());
        StripeEvent later = trial("created", 1).with("id", "sub_2_" + story.name)
                .with("trial_start", now.plusSeconds(2).getEpochSecond());

        merchant.tell(earliestFirst ? earliest : later).processed().did("lead", "commission");
        Settled second = merchant.tell(earliestFirst ? later : earliest).processed();

        assertThat(second.amounts("commission")).isEqualTo(earliestFirst ? List.of() : List.of(1600L));
        assertThat(commission()).isEqualTo("3 seats, 2400, pending");
    }

    @Test
    void aRefundOfThePaymentDoesNotTakeBackWhatTheLeadEarned() {
        merchant.tell(story.customerCreated(click)).processed();
        merchant.tell(trial("created", 1)).processed();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(story.refundOfInvoice(1, 2400)).processed();

        assertThat(story.commissions()).extracting(found -> found.path("type").asText() + " " + found.path("status").asText()
                + " " + found.path("earnings").asLong()).containsExactlyInAnyOrder("lead pending 800", "sale refunded 0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSaleThatGoesBackToAnotherPartnersClickAfterAllCreditsThatPartnerAlone(boolean paid) {
        Story other = merchant.story(Vocabulary.DUB);
        Instant now = Instant.now();
        merchant.tell(story.customerCreated(click).madeAt(now)).processed();
        merchant.tell(story.invoice(1).madeAt(now.plusSeconds(20))).processed();
        if (paid) {
            Merchant.ok(merchant.api().patch("/api/commissions/" + story.commissions().get(0).path("id").asText(),
                    Api.object("status", "paid")));
        }

        merchant.tell(story.customerCreated(other.click()).as("customer.updated").madeAt(now.plusSeconds(10))).processed();

        assertThat(other.earnings()).containsExactly(400L);
        assertThat(story.commissions()).hasSize(paid ? 1 : 0);
        JsonNode found = merchant.read("/api/commissions?partnerId=" + story.partnerId + "&status="
                + (paid ? "paid" : "canceled"));
        assertThat(found).singleElement().satisfies(commission -> {
            assertThat(commission.path("earnings").asLong()).isZero();
            assertThat(commission.path("amount").asLong()).isZero();
            assertThat(commission.path("status").asText()).isEqualTo(paid ? "paid" : "canceled");
            assertThat(commission.path("clawbackEarnings").asLong()).isEqualTo(paid ? 400 : 0);
        });
        assertThat(owed(story)).isEqualTo(paid ? -400 : 0);
        assertThat(owed(other)).isEqualTo(400);
    }

    private StripeEvent trial(String happening, int seats) {
        return StripeEvent.of("customer.subscription." + happening, "subscription", "sub_" + story.name)
                .with("customer", story.customer).with("status", "trialing").with("metadata", Map.of())
                .with("trial_start", Instant.now().getEpochSecond())
                .with("items", Map.of("object", "list", "data", List.of(Map.of("id", "si_1", "quantity", seats))));
    }

    private String commission() {
        assertThat(story.commissions()).hasSize(1);
        JsonNode commission = story.commissions().get(0);
        assertThat(commission.path("type").asText()).isEqualTo("lead");
        return commission.path("quantity").asText() + " seats, " + commission.path("earnings").asText() + ", "
                + commission.path("status").asText();
    }

    private long owed(Story ofPartner) {
        return merchant.read("/api/partners/" + ofPartner.partnerId).path("owedEarnings").asLong();
    }

    private void settings(boolean on) {
        Merchant.ok(merchant.api().patch("/api/stripe/integration/settings",
                Api.object("trackFreeTrials", on, "trackQuantity", on)));
    }
}
