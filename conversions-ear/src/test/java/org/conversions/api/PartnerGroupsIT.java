package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The groups of partners, and partners who are let go, thrown out and taken back. */
@OnBothDatabases
class PartnerGroupsIT {

    private final Merchant merchant = Merchant.of(PartnerGroupsIT.class);
    private final Api api = merchant.api();
    private final String email = unique("pat") + "@partners.example";

    @BeforeEach
    @AfterEach
    void theProgramHasNoReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @Test
    void aProgramHasOneGroupFromTheStartAndEveryPartnerIsInOne() {
        JsonNode first = expect(200, api.get("/api/groups")).path(0);
        assertThat(first.path("isDefault").asBoolean()).isTrue();
        assertThat(first.path("slug").asText()).isEqualTo("default");
        assertThat(partner().path("groupId")).isEqualTo(first.path("id"));
        Errors.isError(api.delete("/api/groups/" + first.path("id").asText()), 409);

        String name = unique("Creators ");
        JsonNode made = group("name", name, "holdingPeriodDays", 30);
        assertThat(made.path("isDefault").asBoolean()).isFalse();
        assertThat(made.path("slug").asText()).isEqualTo(name.toLowerCase().replace(' ', '-'));
        Errors.isError(api.post("/api/groups", object("name", name)), 409);
        String path = "/api/groups/" + made.path("id").asText();
        JsonNode changed = expect(200, api.patch(path, object("holdingPeriodDays", 60, "color", "pink")));
        assertThat(changed.path("holdingPeriodDays").asInt()).isEqualTo(60);
        assertThat(changed.path("name").asText()).isEqualTo(name);
        assertThat(expect(200, api.get(path))).isEqualTo(changed);
        assertThat(Walk.ids(api.get("/api/groups"))).contains(made.path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"a\",\"holdingPeriodDays\":91}", "{\"name\":\"a\",\"holdingPeriodDays\":-1}",
        "{\"name\":\"a\",\"holdingPeriodDays\":1.5}", "{\"name\":\"a\",\"slug\":\"A b\"}", "{\"name\":\"a\",\"color\":\"mauve\"}",
        "{\"name\":\"a\",\"maxPartnerLinks\":0}", "{\"name\":\"a\",\"linkDefaults\":{\"urls\":[\"javascript:x\"]}}",
        "{\"name\":\"a\",\"linkDefaults\":{\"other\":1}}", "[]"})
    void aGroupThatCannotBeIsRefused(String body) {
        Errors.isError(api.post("/api/groups", body), 422);
    }

    @Test
    void aPartnerHasTheLinksOfTheGroupFromTheStartAsLinkPropsSay() {
        String id = group("name", unique("Shops "), "maxPartnerLinks", 3, "linkDefaults", object("urls",
                List.of("https://shop.example/a", "https://shop.example/b"), "allowedHostnames", List.of("shop.example"),
                "prefix", "c", "utm_source", "creators")).path("id").asText();
        String external = unique("ext");
        JsonNode made = expect(201, api.post("/api/partners", object("email", email, "groupId", id, "linkProps",
                object("externalId", external, "comments", "theirs"))));
        assertThat(made.path("groupId").asText()).isEqualTo(id);
        assertThat(made.path("links")).hasSize(2);
        assertThat(made.path("links").findValuesAsText("url")).containsExactlyInAnyOrder(
                "https://shop.example/a?utm_source=creators", "https://shop.example/b?utm_source=creators");
        assertThat(made.path("links").findValuesAsText("key")).allMatch(key -> key.startsWith("c/"));
        JsonNode first = expect(200, api.get("/api/links/ext_" + external));
        assertThat(first.path("url").asText()).startsWith("https://shop.example/a");
        assertThat(first.path("comments").asText()).isEqualTo("theirs");
        assertThat(expect(201, api.post("/api/partners", object("email", email, "linkProps",
                object("externalId", external, "comments", "again")))).path("links")).hasSize(2);

        String partnerId = made.path("id").asText();
        Answer elsewhere = api.post("/api/partners/links", object("partnerId", partnerId, "url", "https://evil.example/"));
        Errors.isError(elsewhere, 422);
        assertThat(elsewhere.body()).contains("url: ");
        JsonNode third = expect(201, api.post("/api/partners/links", object("partnerId", partnerId)));
        assertThat(third.path("url").asText()).isEqualTo("https://shop.example/a?utm_source=creators");
        Errors.isError(api.post("/api/partners/links", object("partnerId", partnerId)), 403);
        Errors.isError(api.put("/api/partners/links/upsert", object("partnerId", partnerId, "url", "https://shop.example/c")), 403);
        expect(200, api.put("/api/partners/links/upsert", object("partnerId", partnerId, "url", "https://shop.example/b")));
    }

    @Test
    void aPartnerIsMovedAndItsGroupIsDeleted() {
        JsonNode partner = partner();
        String path = "/api/partners/" + partner.path("id").asText();
        String id = group("name", unique("Movers ")).path("id").asText();
        JsonNode moved = expect(200, api.patch(path, object("groupId", id, "country", "DE", "name", "Patty")));
        assertThat(moved.path("groupId").asText()).isEqualTo(id);
        assertThat(moved.path("name").asText()).isEqualTo("Patty");
        assertThat(expect(200, api.patch(path, object("country", null))).path("country").isNull()).isTrue();
        assertThat(Walk.ids(api.get("/api/partners?groupId=" + id))).containsExactly(partner.path("id").asText());
        assertThat(expect(200, api.get("/api/groups/" + id)).path("partners").asInt()).isEqualTo(1);
        for (var refused : List.of(object("groupId", "grp_unknown"), object("groupId", null), object("name", ""),
                object("country", "de"), object("email", "x"), object("status", "banned"), object("name", 5))) {
            Errors.isError(api.patch(path, refused), 422);
        }
        Errors.isError(api.patch("/api/partners/pn_unknown", object("name", "x")), 404);
        Errors.isError(api.post("/api/partners", object("email", "other-" + email, "groupId", "grp_unknown")), 422);
        expect(201, api.post("/api/partners", object("email", "other-" + email)));
        Errors.isError(api.patch(path, object("email", "other-" + email)), 409);

        expect(200, api.delete("/api/groups/" + id));
        assertThat(expect(200, api.get(path)).path("groupId")).isEqualTo(partner.path("groupId"));
        Errors.isError(api.get("/api/groups/" + id), 404);
    }

    @Test
    void whoIsBannedLosesLinksAndWhatWasNotPaidAndMayComeBack() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        JsonNode partner = partner();
        String id = partner.path("id").asText();
        JsonNode link = link(id);
        String early = merchant.click(link);
        String paid = commission(link, id, 1_000);
        expect(200, api.patch("/api/commissions/" + paid, object("status", "paid")));
        String open = commission(link, id, 2_000);

        Errors.isError(api.post("/api/partners/ban", object("partnerId", id, "reason", "boredom")), 422);
        Errors.isError(api.post("/api/partners/ban", object("reason", "spam")), 422);
        Errors.isError(api.post("/api/partners/ban", object("partnerId", "pn_unknown", "reason", "spam")), 404);
        assertThat(expect(200, api.post("/api/partners/ban", object("partnerId", id, "reason", "fake_traffic")))
                .path("partnerId").asText()).isEqualTo(id);
        JsonNode banned = expect(200, api.get("/api/partners/" + id));
        Shapes.isPartner(banned);
        assertThat(banned.path("status").asText()).isEqualTo("banned");
        assertThat(banned.path("bannedReason").asText()).isEqualTo("fake_traffic");
        assertThat(banned.path("bannedAt").asText()).isNotEmpty();
        assertThat(banned.path("owedEarnings").asLong()).isZero();
        assertThat(expect(200, api.get("/api/commissions/" + open)).path("status").asText()).isEqualTo("canceled");
        assertThat(expect(200, api.get("/api/commissions/" + paid)).path("status").asText()).isEqualTo("paid");
        assertThat(new Visitor().opens("/" + link.path("key").asText()).header("Location")).isNotEqualTo("https://shop.example/");
        merchant.pays(early, unique("cus_"), 3_000);
        assertThat(Walk.ids(api.get("/api/commissions?partnerId=" + id))).hasSize(2);
        Errors.isError(api.post("/api/partners/links", object("partnerId", id, "url", "https://shop.example/")), 409);
        Errors.isError(api.post("/api/links", object("partnerId", id, "url", "https://shop.example/")), 409);
        Errors.isError(api.post("/api/tokens/embed/referrals", object("partnerId", id)), 409);
        Errors.isError(api.post("/api/partners/ban", object("partnerId", id, "reason", "spam")), 400);
        Errors.isError(api.post("/api/partners/deactivate", object("partnerId", id)), 400);

        JsonNode back = expect(200, api.patch("/api/partners/" + id, object("status", "approved")));
        assertThat(back.path("bannedAt").isNull()).isTrue();
        assertThat(back.path("status").asText()).isEqualTo("approved");
        assertThat(expect(200, api.get("/api/links/" + link.path("id").asText())).path("disabledAt").isNull()).isTrue();
        assertThat(expect(200, api.get("/api/commissions/" + open)).path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void whoIsDeactivatedKeepsWhatWasEarnedAndEarnsNothingNew() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        String id = partner().path("id").asText();
        JsonNode link = link(id);
        String buyer = unique("buyer");
        String invoice = unique("in_");
        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "clickId", merchant.click(link), "amount", 1_000,
                "invoiceId", invoice)));
        pause();
        expect(200, api.post("/api/partners/deactivate", object("partnerId", id)));
        Errors.isError(api.post("/api/partners/deactivate", object("partnerId", id)), 400);
        assertThat(expect(200, api.get("/api/partners/" + id)).path("status").asText()).isEqualTo("deactivated");
        String late = merchant.click(link);
        expect(200, api.post("/api/track/sale", object("customerExternalId", unique("buyer"), "clickId", late, "amount", 5_000)));
        String sale = expect(200, api.get("/api/sales?sortOrder=asc&linkId=" + link.path("id").asText())).path(0).path("id").asText();
        expect(201, api.post("/api/sales/" + sale + "/refunds", object("refundId", unique("re_"), "amount", 250)));
        JsonNode commissions = expect(200, api.get("/api/commissions?partnerId=" + id));
        assertThat(commissions).hasSize(1);
        assertThat(commissions.path(0).path("status").asText()).isEqualTo("pending");
        assertThat(commissions.path(0).path("earnings").asLong()).isEqualTo(150);
    }

    /** Changes are dated by whole seconds, as Stripe's times are. */
    private static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode group(Object... fields) {
        return expect(201, api.post("/api/groups", object(fields)));
    }

    private JsonNode partner() {
        return expect(201, api.post("/api/partners", object("email", email, "name", "Pat")));
    }

    private JsonNode link(String partnerId) {
        return expect(201, api.post("/api/partners/links", object("partnerId", partnerId, "url",
                "https://buy.stripe.com/x?dub_client_reference_id=1")));
    }

    /** @return the id of the commission of a new buyer */
    private String commission(JsonNode link, String partnerId, long amount) {
        merchant.pays(merchant.click(link), unique("cus_"), amount);
        return expect(200, api.get("/api/commissions?partnerId=" + partnerId)).path(0).path("id").asText();
    }
}
