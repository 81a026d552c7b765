package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rewards of a program for sales and for leads, their conditions, and the commissions that follow. */
class RewardsIT {

    private static final String ON_TRIAL =
            "{\"conditions\":[{\"entity\":\"customer\",\"attribute\":\"source\",\"operator\":\"equals_to\",\"value\":\"trial\"}]";
    private static final String ON_TRACKED = ON_TRIAL.replace("\"trial\"", "\"tracked\"");

    private final Merchant merchant = Merchant.of(RewardsIT.class);
    private final Api api = merchant.api();

    @BeforeEach
    @AfterEach
    void theProgramHasNoReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @Test
    void aProgramHasOneRewardForSalesAndOneForLeads() {
        JsonNode sale = expect(201, api.post("/api/rewards",
                object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        JsonNode lead = expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 500)));
        assertThat(Walk.ids(api.get("/api/rewards")))
                .containsExactlyInAnyOrder(sale.path("id").asText(), lead.path("id").asText());
        assertThat(lead.path("event").asText()).isEqualTo("lead");
        assertThat(lead.path("modifiers")).isEmpty();
        for (String event : List.of("sale", "lead")) {
            Errors.isError(api.post("/api/rewards", object("event", event, "type", "flat", "amountInCents", 5)), 409);
        }
    }

    @Test
    void manyRewardsForLeadsAtOnceAreOne() {
        Callable<Integer> create = () -> api.post("/api/rewards",
                object("event", "lead", "type", "flat", "amountInCents", 5)).status();
        assertThat(AtOnce.all(Collections.nCopies(8, create))).containsOnlyOnce(201)
                .filteredOn(status -> status != 201).containsOnly(409);
        assertThat(Walk.ids(api.get("/api/rewards"))).hasSize(1);
    }

    @Test
    void modifiersAreShownAndStayUntilTheyAreChanged() {
        JsonNode reward = expect(201, api.post("/api/rewards", "{\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":0,"
                + "\"modifiers\":[" + ON_TRIAL + ",\"amountInCents\":800}]}"));
        String path = "/api/rewards/" + reward.path("id").asText();
        String shown = "[{\"operator\":\"AND\"," + ON_TRIAL.substring(1) + ",\"type\":\"flat\",\"amountInCents\":800}]";
        assertThat(reward.path("modifiers")).hasToString(shown);
        assertThat(expect(200, api.patch(path, object("amountInCents", 100))).path("modifiers")).hasToString(shown);
        assertThat(expect(200, api.get("/api/rewards")).path(0).path("modifiers")).hasToString(shown);
        JsonNode other = expect(200, api.patch(path, "{\"modifiers\":[" + ON_TRACKED + ",\"amountInCents\":7}]}"));
        assertThat(other.path("amountInCents").asLong()).isEqualTo(100);
        assertThat(other.at("/modifiers/0/amountInCents").asLong()).isEqualTo(7);
        for (String none : List.of("[]", "null")) {
            assertThat(expect(200, api.patch(path, "{\"modifiers\":" + none + "}")).path("modifiers")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"event\":\"click\",\"type\":\"percentage\",\"amountInPercentage\":5 | type: a click reward is flat",
        "\"event\":\"click\",\"type\":\"flat\",\"amountInCents\":5,\"maxSales\":3 | maxSales: only rewards for sales",
        "\"event\":\"click\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[TRIAL,\"amountInCents\":5}] | a click reward may look at customer.country",
        "\"event\":\"referral\",\"type\":\"flat\",\"amountInCents\":5 | event: must be one of",
        "\"event\":\"lead\",\"type\":\"percentage\",\"amountInPercentage\":5 | type: a lead reward is flat",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"amountInPercentage\":5 | amountInPercentage: does not belong",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"maxDuration\":3 | maxDuration: only rewards for sales",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"groupId\":\"g\" | groupId: there is no such group",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":{} | modifiers: must be an array",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[{}] | modifiers[0].conditions",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[TRIAL}] | modifiers[0].amountInCents",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[TRIAL,\"amountInCents\":5,\"maxDuration\":1}] | modifiers[0].maxDuration: only rewards for sales",
        "\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[TRIAL,\"type\":\"percentage\",\"amountInPercentage\":5}] | type: a lead reward is flat"})
    void whatIsNotSupportedIsRefusedByItsName(String terms, String why) {
        Answer answer = api.post("/api/rewards", "{" + terms.replace("TRIAL", ON_TRIAL) + "}");
        Errors.isError(answer, 422);
        assertThat(answer.json().at("/error/message").asText()).contains(why);
        assertThat(Walk.ids(api.get("/api/rewards"))).isEmpty();
    }

    @Test
    void theEventOfARewardCannotBeChanged() {
        String path = "/api/rewards/" + expect(201, api.post("/api/rewards",
                object("event", "lead", "type", "flat", "amountInCents", 5))).path("id").asText();
        Errors.isError(api.patch(path, object("event", "sale")), 422);
        Errors.isError(api.patch(path, object("type", "percentage", "amountInPercentage", 5)), 422);
        expect(200, api.patch(path, object("event", "lead", "amountInCents", 6)));
    }

    @Test
    void aPartnerIsRewardedOnceForABuyersLeadsTimesItsQuantity() {
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 250)));
        JsonNode partner = partner();
        JsonNode link = linkOf(partner);
        String buyer = unique("buyer");
        expect(200, merchant.lead(merchant.click(link), buyer, "eventName", "Demo", "eventQuantity", 3));
        expect(200, merchant.lead(merchant.click(link), buyer, "eventName", "Sign up"));
        JsonNode commission = commissions(partner).path(0);
        Shapes.isCommission(commission);
        assertThat(commissions(partner)).hasSize(1);
        assertThat(commission.path("type").asText()).isEqualTo("lead");
        assertThat(commission.path("quantity").asInt()).isEqualTo(3);
        assertThat(commission.path("earnings").asLong()).isEqualTo(750);
        assertThat(commission.path("amount").asLong()).isZero();
        assertThat(commission.path("leadId").asText()).startsWith("lead_");
        assertThat(commission.path("saleId").isNull()).isTrue();
        assertThat(commission.path("customer").path("externalId").asText()).isEqualTo(buyer);
        assertThat(expect(200, api.get("/api/commissions?type=lead&partnerId=" + partner.path("id").asText()))).hasSize(1);
        JsonNode other = partner();
        expect(200, merchant.lead(merchant.click(linkOf(other)), buyer, "eventName", "Called us"));
        assertThat(commissions(other).findValuesAsText("earnings")).containsExactly("250");
        assertThat(commissions(partner)).hasSize(1);
    }

    @Test
    void differentLeadsOfABuyerAtOnceAreOneCommission() {
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 250)));
        JsonNode partner = partner();
        String click = merchant.click(linkOf(partner));
        String buyer = unique("buyer");
        List<Callable<Integer>> leads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "Lead " + i;
            leads.add(() -> merchant.lead(click, buyer, "eventName", name).status());
        }
        assertThat(AtOnce.all(leads)).containsOnly(200);
        assertThat(commissions(partner).findValuesAsText("earnings")).containsExactly("250");
    }

    @Test
    void aLeadThatEarnsNothingByTheConditionsMakesNoCommission() {
        expect(201, api.post("/api/rewards", "{\"event\":\"lead\",\"type\":\"flat\",\"amountInCents\":0,\"modifiers\":["
                + ON_TRIAL + ",\"amountInCents\":800}]}"));
        JsonNode partner = partner();
        JsonNode link = linkOf(partner);
        String buyer = unique("buyer");
        expect(200, merchant.lead(merchant.click(link), buyer));
        assertThat(commissions(partner)).isEmpty();
    }

    @Test
    void ofTwoConditionsThatMatchTheOneThatEarnsMoreCounts() {
        expect(201, api.post("/api/rewards", "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":90,"
                + "\"modifiers\":[" + ON_TRACKED + ",\"amountInPercentage\":10}," + ON_TRACKED
                + ",\"type\":\"flat\",\"amountInCents\":50}]}"));
        JsonNode partner = partner();
        JsonNode link = linkOf(partner);
        merchant.pays(merchant.click(link), unique("cus_"), 400);
        merchant.pays(merchant.click(link), unique("cus_"), 600);
        assertThat(commissions(partner).findValuesAsText("earnings")).containsExactly("60", "50");
    }

    private JsonNode partner() {
        return expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat")));
    }

    private JsonNode linkOf(JsonNode partner) {
        return expect(201, api.post("/api/partners/links", object("partnerId", partner.path("id").asText(),
                "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
    }

    private JsonNode commissions(JsonNode partner) {
        return expect(200, api.get("/api/commissions?partnerId=" + partner.path("id").asText()));
    }
}
