package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripePayloads;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each plan lets a workspace use, and the limits that the operator sets beside it. */
@OnBothDatabases
class PlansIT {

    private static final String CONDITIONS = "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":10,\"modifiers\":"
            + "[{\"conditions\":[{\"entity\":\"customer\",\"attribute\":\"source\",\"operator\":\"equals_to\","
            + "\"value\":\"tracked\"}],\"amountInPercentage\":20}]}";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Api operator = server.api(ServerSettings.OPERATOR_TOKEN);
    private final TestWorkspace workspace = TestWorkspace.create(server, "Plans");
    private final Api api = server.api(workspace.apiKey());
    private final Api page = server.api(workspace.publishableKey());
    private final String path = "/api/server/workspaces/" + workspace.id();

    @ParameterizedTest
    @CsvSource({"free, false, false", "pro, false, false", "business, true, false", "advanced, true, true",
        "enterprise, true, true"})
    void aPlanOpensWhatItIncludes(String plan, boolean tracking, boolean conditions) {
        JsonNode link = expect(200, api.post("/api/links", object("url", "https://shop.example/", "trackConversion", true)));
        Map<String, Object> reported = object("clickId", click(link), "customerExternalId", unique("buyer"), "eventName", "Sign up");
        change("plan", plan);

        isOpen(tracking, api.post("/api/track/lead", reported));
        isOpen(tracking, api.post("/track/lead", reported));
        isOpen(tracking, page.post("/api/track/lead/client", reported));
        isOpen(tracking, api.post("/api/track/sale", object("customerExternalId", "nobody", "amount", 100)));
        isOpen(tracking, page.post("/api/track/sale/client", object("customerExternalId", "nobody", "amount", 100)));
        isOpen(tracking, api.post("/api/sales/nothing/refunds", object("amount", 1)));
        isOpen(tracking, api.post("/api/customers", object("externalId", unique("buyer"))));
        isOpen(tracking, api.patch("/api/customers/nobody", object("name", "Bea")));
        isOpen(tracking, api.post("/api/stripe/connections", object("mode", "live")));
        isOpen(tracking, api.patch("/api/stripe/connections/nothing", object("apiKey", "")));
        isOpen(tracking, api.patch("/api/stripe/integration/settings", object("trackFreeTrials", true)));
        isOpen(tracking, api.post("/api/stripe/events/nothing/replay", ""));
        isOpen(tracking, api.post("/api/stripe/events/replay?state=failed", ""));
        isOpen(tracking, api.get("/api/stripe/app"));
        isOpen(conditions, api.post("/api/rewards", CONDITIONS));

        for (String read : List.of("links", "customers", "sales", "stripe/connections", "stripe/events",
                "stripe/integration/settings", "analytics", "rewards")) {
            expect(200, api.get("/api/" + read));
        }
        expect(200, api.post("/api/links", object("url", "https://shop.example/")));
        expect(200, api.delete("/api/stripe/connections/" + api.get("/api/stripe/connections").json().path(0).path("id").asText()));
        click(link);
        assertThat(api.get("/api/workspace").json().path("plan").asText()).isEqualTo(plan);
    }

    @Test
    void aRewardWithoutConditionsIsOnEveryPlanAndConditionsThatWerePromisedStay() {
        JsonNode reward = expect(201, api.post("/api/rewards", CONDITIONS));
        String rewardPath = "/api/rewards/" + reward.path("id").asText();
        change("plan", "free");
        assertThat(expect(200, api.patch(rewardPath, object("amountInPercentage", 11))).path("modifiers"))
                .isEqualTo(reward.path("modifiers"));
        isOpen(false, api.patch(rewardPath, "{\"modifiers\":" + reward.path("modifiers") + "}"));
        expect(200, api.patch(rewardPath, "{\"modifiers\":[]}"));
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 5)));
    }

    @Test
    @DisplayName("What Stripe reports to a workspace whose plan is too low is stored, says why, and is the sale after an upgrade")
    void whatStripeReportsIsMadeUpForAfterAnUpgrade() {
        JsonNode link = expect(200, api.post("/api/links", object("url", "https://shop.example/", "trackConversion", true)));
        String clickId = click(link);
        change("plan", "pro");
        String session = unique("cs_");
        reports("checkout.session.completed", StripePayloads.checkout(session, 5_000, "customer", unique("cus_"),
                "client_reference_id", "dub_id_" + clickId));
        String charge = unique("ch_");
        reports("charge.refunded", object("id", charge, "object", "charge", "amount", 100, "amount_refunded", 100,
                "payment_intent", unique("pi_")));
        JsonNode ignored = settled(session, "ignored");
        assertThat(ignored.path("reason").asText()).isEqualTo("plan_too_low");
        assertThat(ignored.path("explanation").asText()).contains("it is pro and must be business or above");
        assertThat(settled(charge, "ignored").path("reason").asText()).isEqualTo("plan_too_low");
        assertThat(expect(200, api.get("/api/links/" + link.path("id").asText())).path("sales").asInt()).isZero();
        assertThat(expect(200, api.get("/api/stripe/events?reason=plan_too_low"))).hasSize(2);
        assertThat(expect(200, api.get("/api/stripe/events?reason=guest_checkout"))).isEmpty();
        Errors.isError(api.get("/api/stripe/events?reason=gold"), 422);

        change("plan", "business");
        assertThat(expect(200, api.post("/api/stripe/events/replay?reason=plan_too_low", "")).path("replayed").asInt()).isEqualTo(2);

        settled(session, "processed");
        assertThat(expect(200, api.get("/api/links/" + link.path("id").asText())).path("saleAmount").asInt()).isEqualTo(5_000);
    }

    @Test
    void onEveryPlanAnAccountThatTakesItsAccessBackIsDisconnected() {
        change("plan", "free");
        String application = unique("ca_");
        reports("account.application.deauthorized", object("id", application, "object", "application"));
        await().atMost(30, SECONDS).until(() -> expect(200, api.get("/api/stripe/connections")).isEmpty());
    }

    @Test
    void theOperatorAloneSetsPlansAndLimits() {
        for (Api other : List.of(api, page)) {
            Errors.isError(other.patch(path, object("plan", "enterprise")), 403);
        }
        Errors.isError(server.api(null).patch(path, object("plan", "enterprise")), 401);
        Answer named = api.patch("/api/workspace", object("plan", "enterprise", "timezone", "Europe/Berlin"));
        Errors.isError(named, 422);
        assertThat(named.json().at("/error/message").asText()).startsWith("plan: ");
        JsonNode workspaceNow = expect(200, api.get("/api/workspace"));
        assertThat(workspaceNow.path("plan").asText()).isEqualTo("advanced");
        assertThat(workspaceNow.path("timezone").asText()).isEqualTo("UTC");
        Errors.isError(operator.patch("/api/server/workspaces/ws_nothing", object("plan", "free")), 404);
    }

    @Test
    void aWorkspaceIsMadeOnThePlanThatIsNamed() {
        JsonNode made = expect(201, operator.post("/api/server/workspaces", object("name", "Small", "slug", unique("ws-"),
                "plan", "free")));
        assertThat(made.path("plan").asText()).isEqualTo("free");
        isOpen(false, server.api(made.path("apiKey").asText()).post("/api/stripe/connections", object("mode", "live")));
    }

    @Test
    void whatIsLeftOutStaysAndWhatIsNullIsTakenAway() {
        assertThat(change("plan", "business", "limits", object("links", 7, "apiPerMinute", 9_000)).path("limits"))
                .hasToString("{\"links\":7,\"apiPerMinute\":9000}");
        assertThat(change("limits", object("apiPerMinute", null)).path("limits")).hasToString("{\"links\":7,\"apiPerMinute\":null}");
        JsonNode other = change("plan", "pro");
        assertThat(other.path("plan").asText()).isEqualTo("pro");
        assertThat(other.path("limits").path("links").asInt()).isEqualTo(7);
        assertThat(expect(200, api.get("/api/workspace")).path("limits")).isEqualTo(other.path("limits"));
        assertThat(change("limits", null).path("limits").path("links").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"plan\":\"gold\"}", "{\"plan\":null}", "{\"plan\":3}", "{\"limits\":7}", "{\"limits\":{\"links\":-1}}",
        "{\"limits\":{\"links\":100001}}", "{\"limits\":{\"apiPerMinute\":0}}", "{\"limits\":{\"apiPerMinute\":\"many\"}}", "[]",
        "{\"plan\":\"free\",\"limits\":{\"links\":0.5}}"})
    void aChangeThatCannotBeChangesNothing(String wish) {
        JsonNode before = expect(200, api.get("/api/workspace"));
        Errors.isError(operator.patch(path, wish), 422);
        assertThat(expect(200, api.get("/api/workspace"))).isEqualTo(before);
    }

    @Test
    void asManyLinksAreMadeAsThereArePlacesHoweverManyAskAtOnce() {
        change("limits", object("links", 3));
        Callable<Answer> make = () -> api.post("/api/links", object("url", "https://shop.example/"));
        List<Answer> answers = AtOnce.all(Collections.nCopies(8, make));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 403).filteredOn(status -> status == 200).hasSize(3);
        answers.stream().filter(answer -> answer.status() == 403).forEach(PlansIT::isFull);
        isFull(api.put("/api/links/upsert", object("url", "https://shop.example/other")));

        String id = expect(200, api.get("/api/links")).path(0).path("id").asText();
        expect(200, api.patch("/api/links/" + id, object("comments", "full")));
        expect(200, api.delete("/api/links/" + id));
        JsonNode made = expect(200, api.post("/api/links/bulk", List.of(object("url", "https://shop.example/1"),
                object("url", "https://shop.example/2"))));
        assertThat(made.path(0).path("shortLink").asText()).isNotEmpty();
        assertThat(made.path(1).path("error").asText() + made.path(1).path("message").asText()).contains("may have 3 links");

        TestWorkspace other = TestWorkspace.create(server, "Other");
        String theirs = expect(200, server.api(other.apiKey()).post("/api/links", object("url", "https://shop.example/"))).path("id")
                .asText();
        Map<String, Object> to = object("newWorkspaceId", workspace.id(), "token", workspace.apiKey());
        isFull(server.api(other.apiKey()).post("/api/links/" + theirs + "/transfer", to));
        change("limits", object("links", null));
        expect(200, server.api(other.apiKey()).post("/api/links/" + theirs + "/transfer", to));
    }

    @Test
    void aLimitOfItsOwnTakesThePlaceOfTheServers() {
        change("limits", object("apiPerMinute", 3));
        for (int remaining = 2; remaining >= 0; remaining--) {
            Answer answer = api.get("/api/tags");
            expect(200, answer);
            assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("3");
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(remaining));
        }
        Answer refused = api.get("/api/tags");
        Errors.isError(refused, 429);
        assertThat(refused.json().at("/error/message").asText()).contains("More than 3 requests");
        Errors.isError(api.post("/api/track/lead", object()), 422);
        change("limits", object("apiPerMinute", null));
        expect(200, api.get("/api/tags"));
    }

    private JsonNode change(Object... fields) {
        return expect(200, operator.patch(path, object(fields)));
    }

    private void reports(String type, Map<String, Object> data) {
        expect(200, server.api(null).postStripeEvent("/api/stripe/integration/webhook",
                StripePayloads.of(type, workspace.stripeAccount(), data, Instant.now()), ServerSettings.WEBHOOK_SECRET_LIVE));
    }

    private JsonNode settled(String objectId, String state) {
        String events = "/api/stripe/events?objectId=" + objectId;
        await().atMost(30, SECONDS).until(() -> api.get(events).json().path(0).path("state").asText().equals(state));
        return api.get(events).json().path(0);
    }

    private static String click(JsonNode link) {
        return new Visitor().isSentTo("/" + link.path("key").asText()).replaceFirst(".*dub_id=", "");
    }

    /** Another refusal, or a success, says that the plan was high enough. */
    private static void isOpen(boolean open, Answer answer) {
        if (open) {
            assertThat(answer.header("Conversions-Reason")).isNotEqualTo("plan_too_low");
        } else {
            Errors.isError(answer, 403);
            assertThat(answer.header("Conversions-Reason")).isEqualTo("plan_too_low");
            assertThat(answer.json().at("/error/message").asText()).matches(".* needs the plan (business|advanced) or above\\.");
        }
    }

    private static void isFull(Answer answer) {
        Errors.isError(answer, 403);
        assertThat(answer.header("Conversions-Reason")).isEqualTo("limit_reached");
    }
}
