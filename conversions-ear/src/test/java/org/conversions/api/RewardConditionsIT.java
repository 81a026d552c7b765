package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.StripePayloads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rewards with limits and conditions, of groups, and what partners earn by them. */
@OnBothDatabases
class RewardConditionsIT {

    private final Merchant merchant = Merchant.of(RewardConditionsIT.class);
    private final Api api = merchant.api();
    private final String partner = expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example",
            "country", "DE"))).path("id").asText();
    private final JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", partner, "url",
            "https://shop.example/")));
    private final String buyer = unique("buyer");
    private String click = merchant.click(link);

    @BeforeEach
    @AfterEach
    void theProgramHasNoReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @Test
    void theFirstSaleOnlyAndOneThatWasAllRefundedLeavesItsPlaceToTheNext() {
        reward("amountInPercentage", 10, "maxDuration", 0);
        String first = sells(buyer, 1_000);
        sells(buyer, 2_000);
        assertThat(earnings()).containsExactly(100L);
        refund(first, 400);
        sells(buyer, 3_000);
        assertThat(earnings()).containsExactly(60L);
        assertThat(earnings()).containsExactly(60L);
        String other = unique("other");
        refund(sells(other, 700), 700);
        sells(other, 4_000);
        sells(other, 5_000);
        assertThat(earnings()).containsExactly(60L, 0L, 400L);
    }

    @Test
    void aSaleThatBecomesKnownLateTakesTheFirstPlaceOfALaterOne() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String group = expect(201, api.post("/api/groups", object("name", unique("Early ")))).path("id").asText();
        String early = expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "groupId", group)))
                .path("id").asText();
        click = merchant.click(expect(201, api.post("/api/partners/links", object("partnerId", early, "url",
                "https://buy.stripe.com/x?dub_client_reference_id=1"))));
        reward("amountInPercentage", 10, "maxDuration", 0, "groupId", group, "startsAt", now.minus(Duration.ofDays(10)).toString());
        String stripeCustomer = unique("cus_");
        pays(stripeCustomer, 2_000, now.minus(Duration.ofDays(1)));
        assertThat(earnings(early)).containsExactly(200L);
        pays(stripeCustomer, 1_000, now.minus(Duration.ofDays(2)));
        assertThat(earnings(early)).containsExactly(100L);
        pays(stripeCustomer, 3_000, now.minus(Duration.ofDays(11)));
        assertThat(earnings(early)).isEmpty();
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5, "groupId", group)), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "all"})
    void soManySalesOfABuyerAndSoMuchInAll(String interval) {
        reward("amountInPercentage", 10, "maxSales", 2, "spendLimit", object("amount", 250, "interval", interval));
        sells(buyer, 1_000);
        sells(buyer, 1_000);
        sells(buyer, 1_000);
        assertThat(earnings()).containsExactly(100L, 100L);
        String clamped = sells(unique("other"), 1_000);
        assertThat(earnings()).containsExactly(100L, 100L, 50L);
        sells(unique("third"), 1_000);
        assertThat(earnings()).hasSize(3);
        refund(clamped, 1_000);
        sells(unique("fourth"), 200);
        assertThat(earnings()).containsExactly(100L, 100L, 0L, 20L);
    }

    @Test
    void aRewardForClicksIsTriedAndEarnsNothingBeforeTheDayIsOver() {
        String id = expect(201, api.post("/api/rewards", object("event", "click", "type", "flat", "amountInCents", 10, "startsAt",
                Instant.now().minus(Duration.ofDays(3)).toString(), "modifiers", List.of(object("type", "flat", "amountInCents", 30, "conditions",
                List.of(condition("customer", "country", "in", List.of("DE", "AT")))))))).path("id").asText();
        assertThat(expect(200, api.get("/api/rewards")).path(0).path("text").asText())
                .isEqualTo("0.10 USD for each click; 0.30 USD if the customer's country is DE or AT");
        JsonNode tried = expect(200, api.post("/api/rewards/preview", object("rewardId", id, "example", object("customer", object("country", "AT"),
                "click", object("quantity", 7)))));
        assertThat(tried.path("earnings").asLong()).isEqualTo(210);
        merchant.click(link);
        assertThat(expect(200, api.get("/api/commissions?type=click&partnerId=" + partner))).isEmpty();
    }

    @Test
    void conditionsLookAtTheBuyerThePartnerAndTheSaleAndStayDecided() {
        reward("amountInPercentage", 10, "modifiers", List.of(
                modifier(20, condition("customer", "country", "equals_to", "FR")),
                modifier(30, condition("sale", "metadata", "equals_to", "annual", "metadataField", "plan"),
                        condition("partner", "country", "in", List.of("DE", "AT"))),
                modifier(40, condition("sale", "amount", "greater_than_or_equal", 100_000)),
                modifier(50, condition("sale", "type", "equals_to", "recurring"), condition("partner", "totalConversions", "less_than", 1))));
        String first = sells(buyer, 1_000);
        sells(unique("other"), 1_000, "metadata", object("plan", "annual"));
        sells(unique("third"), 1_000, "metadata", object("plan", "monthly"));
        sells(unique("fourth"), 100_000);
        assertThat(earnings()).containsExactly(100L, 300L, 100L, 40_000L);
        String customer = expect(200, api.get("/api/customers?externalId=" + buyer)).path(0).path("id").asText();
        expect(200, api.patch("/api/customers/" + customer, object("country", "FR")));
        refund(first, 500);
        assertThat(earnings()).containsExactly(50L, 300L, 100L, 40_000L);
        sells(buyer, 2_000);
        assertThat(earnings()).containsExactly(50L, 300L, 100L, 40_000L, 400L);
    }

    @Test
    void aGroupHasARewardOfItsOwnAndWhatWasSoldBeforeKeepsTheOther() {
        reward("amountInPercentage", 10);
        String group = expect(201, api.post("/api/groups", object("name", unique("Best ")))).path("id").asText();
        JsonNode own = reward("amountInPercentage", 30, "groupId", group);
        assertThat(own.path("groupId").asText()).isEqualTo(group);
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5, "groupId", group)), 409);
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5, "startsAt", "2020-01-01T00:00:00Z",
                "groupId", "grp_unknown")), 422);
        Errors.isError(api.patch("/api/rewards/" + own.path("id").asText(), object("groupId", "grp_other")), 422);
        String before = sells(buyer, 1_000);
        pause(1_100);
        expect(200, api.patch("/api/partners/" + partner, object("groupId", group)));
        refund(before, 500);
        sells(buyer, 1_000);
        assertThat(earnings()).containsExactly(50L, 300L);
        pause(1_100);
        expect(200, api.delete("/api/groups/" + group));
        assertThat(Walk.ids(api.get("/api/rewards"))).doesNotContain(own.path("id").asText());
        sells(buyer, 1_000);
        assertThat(earnings()).containsExactly(50L, 300L, 100L);
    }

    @Test
    void aLeadRewardLooksAtWhatIsSaidOfTheLead() {
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 100, "spendLimit",
                object("amount", 5_150, "interval", "all"), "modifiers", List.of(Map.of("type", "flat", "amountInCents", 5_000,
                        "conditions", List.of(condition("lead", "metadata", "greater_than", 50, "metadataField", "employees")))))));
        expect(200, merchant.lead(click, buyer, "metadata", object("employees", "120")));
        for (int i = 0; i < 2; i++) {
            expect(200, merchant.lead(merchant.click(link), unique("buyer"), "metadata", object("employees", "12")));
        }
        assertThat(earnings()).containsExactly(5_000L, 100L, 50L);
    }

    @Test
    void aRewardIsSaidInASentenceAndTriedBefore() {
        Map<String, Object> draft = object("event", "sale", "type", "percentage", "amountInPercentage", 25, "maxDuration", 12, "modifiers",
                List.of(modifier(40, condition("customer", "country", "in", List.of("US", "CA")))));
        String text = "25 % of each sale for 12 months; 40 % if the customer's country is US or CA";
        JsonNode tried = expect(200, api.post("/api/rewards/preview", object("reward", draft, "example",
                object("customer", object("country", "CA"), "sale", object("amount", 9_900)))));
        assertThat(tried.path("earnings").asLong()).isEqualTo(3_960);
        assertThat(tried.path("matched")).hasToString("[0]");
        assertThat(tried.path("text").asText()).isEqualTo(text);
        assertThat(expect(200, api.get("/api/rewards"))).isEmpty();
        JsonNode made = expect(201, api.post("/api/rewards", draft));
        assertThat(made.path("text").asText()).isEqualTo(text);
        assertThat(made.path("maxDuration").asInt()).isEqualTo(12);
        JsonNode late = expect(200, api.post("/api/rewards/preview", object("rewardId", made.path("id").asText(), "example",
                object("sale", object("amount", 9_900, "earlierSales", 12, "paidAt", "2026-01-31T00:00:00Z", "firstSalePaidAt", "2025-01-31T00:00:00Z")))));
        assertThat(late.path("earnings").asLong()).isZero();
        JsonNode changed = expect(200, api.patch("/api/rewards/" + made.path("id").asText(), object("maxDuration", null, "maxSales", 3)));
        assertThat(changed.path("text").asText()).startsWith("25 % of each sale, at most 3 sales of a customer; 40 %");
        for (var refused : List.of(object(), object("rewardId", "rw_x", "reward", draft), object("reward", object("event", "sale")),
                object("reward", draft, "example", object("sale", object("amount", -1))))) {
            Errors.isError(api.post("/api/rewards/preview", refused), 422);
        }
        Errors.isError(api.post("/api/rewards/preview", object("rewardId", "rw_unknown")), 404);
    }

    private JsonNode reward(Object... fields) {
        Map<String, Object> body = object("event", "sale", "type", "percentage");
        body.putAll(object(fields));
        return expect(201, api.post("/api/rewards", body));
    }

    private static Map<String, Object> modifier(int percentage, Object... conditions) {
        return object("type", "percentage", "amountInPercentage", percentage, "conditions", List.of(conditions));
    }

    private static Map<String, Object> condition(String entity, String attribute, String operator, Object value, Object... more) {
        Map<String, Object> condition = object("entity", entity, "attribute", attribute, "operator", operator, "value", value);
        condition.putAll(object(more));
        return condition;
    }

    /** @return the id of the sale */
    private String sells(String customer, long amount, Object... fields) {
        Map<String, Object> body = object("customerExternalId", customer, "clickId", click, "amount", amount, "invoiceId", unique("in_"));
        body.putAll(object(fields));
        expect(200, api.post("/api/track/sale", body));
        pause(5);
        return expect(200, api.get("/api/sales/" + body.get("invoiceId"))).path("id").asText();
    }

    private void pays(String stripeCustomer, long amount, Instant at) {
        String session = unique("cs_");
        expect(200, merchant.stripeSends("checkout.session.completed", StripePayloads.checkout(session, amount, "customer",
                stripeCustomer, "client_reference_id", "dub_id_" + click, "created", at.getEpochSecond()), at));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + session).json().path(0).path("state").asText()));
    }

    private void refund(String sale, long amount) {
        expect(201, api.post("/api/sales/" + sale + "/refunds", object("refundId", unique("re_"), "amount", amount)));
    }

    /** Of the partner's commissions, in the order in which they were earned. */
    private List<Long> earnings() {
        return earnings(partner);
    }

    private List<Long> earnings(String of) {
        List<Long> earnings = new ArrayList<>();
        expect(200, api.get("/api/commissions?sortOrder=asc&partnerId=" + of))
                .forEach(commission -> earnings.add(commission.path("earnings").asLong()));
        return earnings;
    }

    /** Sales have an order in time; changes of groups are dated by whole seconds. */
    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
