package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounties, what partners hand in for them, and what they are paid. */
@OnBothDatabases
class BountiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Merchant merchant = Merchant.of(BountiesIT.class);
    private final Api api = merchant.api();
    private final String group = expect(201, api.post("/api/groups", object("name", unique("Writers ")))).path("id").asText();
    private final String partner = partner(group);

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":\"submission\"}", "{\"name\":\"a\",\"type\":\"other\"}",
        "{\"name\":\"a\",\"type\":\"submission\",\"rewardAmount\":0}", "{\"name\":\"a\",\"type\":\"submission\",\"maxSubmissions\":11}",
        "{\"name\":\"a\",\"type\":\"submission\",\"groupIds\":[\"grp_unknown\"]}", "{\"name\":\"a\",\"type\":\"performance\"}",
        "{\"name\":\"a\",\"type\":\"submission\",\"performanceCondition\":{\"attribute\":\"totalLeads\",\"value\":1}}",
        "{\"name\":\"a\",\"type\":\"performance\",\"performanceCondition\":{\"attribute\":\"totalClicks\",\"value\":1}}",
        "{\"name\":\"a\",\"type\":\"performance\",\"performanceCondition\":{\"attribute\":\"totalLeads\",\"operator\":\"lte\",\"value\":1}}",
        "{\"name\":\"a\",\"type\":\"performance\",\"performanceCondition\":{\"attribute\":\"totalLeads\",\"value\":1},\"startsAt\":\"2020-01-01\"}",
        "{\"name\":\"a\",\"type\":\"submission\",\"endsAt\":\"2020-01-01\"}", "{\"name\":\"a\",\"type\":\"submission\",\"holdingPeriodDays\":91}"})
    void aBountyThatCannotBeIsRefused(String body) {
        Errors.isError(api.post("/api/bounties", body), 422);
    }

    @Test
    void whatIsHandedInIsApprovedOnceAndPaid() {
        String path = bounty("name", "Write about us", "type", "submission", "rewardAmount", 5_000, "groupIds", List.of(group),
                "maxSubmissions", 2, "holdingPeriodDays", 14);
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner)), 422);
        for (Object proof : List.of(List.of("javascript:x"), Collections.singletonList(null), List.of("https://a.example/\nhttps://b.example/"))) {
            Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "urls", proof)), 422);
        }
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "files", Collections.singletonList(null))), 422);
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner(null), "description", "x")), 400);
        Errors.isError(api.post("/api/bounties/bnty_unknown/submissions", object("partnerId", partner, "description", "x")), 404);
        JsonNode first = handsIn(path, "My review");
        Shapes.isSubmission(first);
        assertThat(first.path("periodNumber").asInt()).isEqualTo(1);
        JsonNode second = handsIn(path, "Another");
        assertThat(second.path("periodNumber").asInt()).isEqualTo(2);
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "description", "A third")), 400);

        String one = path + "/submissions/" + first.path("id").asText();
        List<Callable<Integer>> twice = Stream.generate(() -> (Callable<Integer>) () -> api.post(one + "/approve", object()).status())
                .limit(4).toList();
        assertThat(AtOnce.all(twice)).containsExactlyInAnyOrder(200, 400, 400, 400);
        Errors.isError(api.post(one + "/reject", object()), 400);
        JsonNode approved = expect(200, api.get(path + "/submissions?status=approved")).path(0);
        JsonNode commission = expect(200, api.get("/api/commissions/" + approved.path("commissionId").asText()));
        assertThat(commission.path("type").asText()).isEqualTo("custom");
        assertThat(commission.path("earnings").asLong()).isEqualTo(5_000);
        assertThat(commission.path("description").asText()).isEqualTo("Write about us");
        assertThat(Duration.between(Instant.parse(commission.path("createdAt").asText()), Instant.parse(commission.path("dueAt").asText())))
                .isEqualTo(Duration.ofDays(14));
        assertThat(expect(200, api.get("/api/commissions?partnerId=" + partner))).hasSize(1);

        String other = path + "/submissions/" + second.path("id").asText();
        Errors.isError(api.post(other + "/reject", object("rejectionReason", "mood")), 422);
        JsonNode rejected = expect(200, api.post(other + "/reject", object("rejectionReason", "invalidProof", "rejectionNote", "Not found")));
        assertThat(rejected.path("rejectionReason").asText()).isEqualTo("invalidProof");
        Errors.isError(api.post(other + "/approve", object()), 400);
        assertThat(handsIn(path, "Once more").path("periodNumber").asInt()).as("what was rejected leaves its place").isEqualTo(3);

        assertThat(expect(200, api.patch(path, object("rewardAmount", null))).path("rewardAmount").isNull()).isTrue();
        JsonNode third = expect(200, api.get(path + "/submissions?status=submitted&groupId=" + group)).path(0);
        String last = path + "/submissions/" + third.path("id").asText();
        Errors.isError(api.post(last + "/approve", object()), 422);
        expect(200, api.delete(path));
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "description", "Too late")), 400);
        assertThat(expect(200, api.post(last + "/approve", object("rewardAmount", 700))).path("status").asText()).isEqualTo("approved");
        Errors.isError(api.patch(path, object("type", "performance")), 422);
    }

    @Test
    void figuresSinceItBeganEarnAPerformanceBounty() {
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
        sells(link, 900);
        String path = bounty("name", "Sell", "type", "performance", "rewardAmount", 1_000, "groupIds", List.of(group),
                "performanceCondition", object("attribute", "totalSaleAmount", "operator", "gte", "value", 1_000));
        await().atMost(PATIENCE).until(() -> api.get(path + "/submissions?partnerId=" + partner).json().size() == 1);
        JsonNode draft = expect(200, api.get(path + "/submissions?partnerId=" + partner)).path(0);
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("performanceCount").asLong()).isZero();
        Errors.isError(api.post(path + "/submissions/" + draft.path("id").asText() + "/approve", object()), 400);
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "description", "x")), 400);
        Errors.isError(api.patch(path, object("performanceCondition", object("attribute", "totalLeads", "value", 5))), 422);
    }

    @Test
    void whoIsBannedGetsNothingMore() {
        String path = bounty("name", "Write", "type", "submission", "rewardAmount", 5_000);
        JsonNode first = handsIn(path, "x");
        expect(200, api.post("/api/partners/ban", object("partnerId", partner, "reason", "spam")));
        JsonNode after = expect(200, api.get(path + "/submissions")).path(0);
        assertThat(after.path("status").asText()).isEqualTo("rejected");
        Errors.isError(api.post(path + "/submissions/" + first.path("id").asText() + "/approve", object()), 400);
        Errors.isError(api.post(path + "/submissions", object("partnerId", partner, "description", "y")), 400);
    }

    private String bounty(Object... fields) {
        JsonNode made = expect(201, api.post("/api/bounties", object(fields)));
        assertThat(expect(200, api.get("/api/bounties/" + made.path("id").asText()))).isEqualTo(made);
        assertThat(Walk.ids(api.get("/api/bounties"))).contains(made.path("id").asText());
        return "/api/bounties/" + made.path("id").asText();
    }

    private JsonNode handsIn(String path, String text) {
        return expect(201, api.post(path + "/submissions", object("partnerId", partner, "description", text, "urls",
                List.of("https://blog.example/review"), "files", List.of(object("url", "https://blog.example/a.png", "fileName", "a.png",
                        "size", 17)))));
    }

    private void sells(JsonNode link, long amount) {
        expect(200, api.post("/api/track/sale", object("customerExternalId", unique("buyer"), "clickId", merchant.click(link), "amount", amount)));
    }

    private String partner(String inGroup) {
        return expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "groupId", inGroup)))
                .path("id").asText();
    }
}
