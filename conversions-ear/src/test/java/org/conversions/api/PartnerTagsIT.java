package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;

/** Tags of partners, and what is found by them and by groups. */
@OnBothDatabases
class PartnerTagsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Merchant merchant = Merchant.of(PartnerTagsIT.class);
    private final Api api = merchant.api();

    @Test
    void aTagIsMadeRenamedAndDeleted() {
        String name = unique("Bloggers ");
        JsonNode made = expect(201, api.post("/api/partners/tags", object("name", " " + name)));
        assertThat(made.path("name").asText()).isEqualTo(name);
        String path = "/api/partners/tags/" + made.path("id").asText();
        Errors.isError(api.post("/api/partners/tags", object("name", name.toUpperCase())), 409);
        Errors.isError(api.post("/api/partners/tags", object("name", " ")), 422);
        Errors.isError(api.patch("/api/partners/tags/ptag_unknown", object("name", "x")), 404);
        assertThat(expect(200, api.patch(path, object("name", name + "s"))).path("name").asText()).isEqualTo(name + "s");
        assertThat(Walk.ids(api.get("/api/partners/tags?search=" + name.substring(9)))).containsExactly(made.path("id").asText());
        expect(200, api.delete(path));
        Errors.isError(api.delete(path), 404);
    }

    @Test
    void partnersCommissionsAndFiguresAreFoundByTagAndGroup() {
        String tag = expect(201, api.post("/api/partners/tags", object("name", unique("Shops ")))).path("id").asText();
        String other = expect(201, api.post("/api/partners/tags", object("name", unique("Other ")))).path("id").asText();
        String group = expect(201, api.post("/api/groups", object("name", unique("Tagged ")))).path("id").asText();
        String partner = partner(group);
        String stranger = partner(null);
        String path = "/api/partners/" + partner;
        assertThat(expect(200, api.patch(path, object("tagIds", List.of(tag, other)))).path("tags").findValuesAsText("id"))
                .containsExactlyInAnyOrder(tag, other);
        assertThat(expect(200, api.patch(path, object("tagIds", List.of(tag)))).path("tags").findValuesAsText("id")).containsExactly(tag);
        assertThat(expect(200, api.patch(path, object("country", "DE"))).path("tags")).hasSize(1);
        Errors.isError(api.patch(path, object("tagIds", List.of("ptag_unknown"))), 422);
        Errors.isError(api.patch(path, object("tagIds", 5)), 422);
        assertThat(Walk.ids(api.get("/api/partners?partnerTagId=" + tag))).containsExactly(partner);
        assertThat(Walk.ids(api.get("/api/partners?partnerTagId=" + other))).isEmpty();

        String earned = custom(partner, 700);
        custom(stranger, 700);
        for (String of : List.of("partnerTagId=" + tag, "groupId=" + group)) {
            assertThat(Walk.ids(api.get("/api/commissions?" + of))).containsExactly(earned);
            assertThat(expect(200, api.get("/api/analytics?interval=all&" + of)).path("clicks").asLong()).as(of).isZero();
        }
        assertThat(Walk.ids(api.get("/api/commissions?partnerTagId=" + other))).isEmpty();

        merchant.click(expect(201, api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/"))));
        merchant.click(expect(201, api.post("/api/partners/links", object("partnerId", stranger, "url", "https://shop.example/"))));
        for (String of : List.of("partnerTagId=" + tag, "groupId=" + group)) {
            assertThat(expect(200, api.get("/api/analytics?interval=all&" + of)).path("clicks").asLong()).as(of).isEqualTo(1);
            assertThat(expect(200, api.get("/api/analytics?interval=all&groupBy=countries&" + of))).as(of).hasSize(1);
        }
        assertThat(expect(200, api.get("/api/analytics?interval=all&groupBy=top_partner_tags")).findValuesAsText("partnerTagId"))
                .contains(tag).doesNotContain(other);
        assertThat(expect(200, api.get("/api/analytics?interval=all&groupBy=top_groups")).findValuesAsText("groupId")).contains(group);
        assertThat(expect(200, api.get("/api/analytics?interval=all&partnerTagId=-" + tag)).path("clicks").asLong()).isPositive();
    }

    @Test
    void aPartnerIsMovedByTheRulesOfAGroupUnlessSomebodyForbidsIt() {
        String name = unique("Movers ");
        JsonNode rules = expect(201, api.post("/api/groups", object("name", name, "moveRules", List.of(object("attribute", "totalCommissions",
                "operator", "between", "value", List.of(800, 900)))))).path("moveRules");
        assertThat(rules.toString()).isEqualTo("[{\"attribute\":\"totalCommissions\",\"operator\":\"between\",\"value\":[800,900]}]");
        String group = expect(200, api.get("/api/groups")).findParents("moveRules").stream()
                .filter(found -> found.path("name").asText().equals(name)).findFirst().orElseThrow().path("id").asText();
        Errors.isError(api.patch("/api/groups/" + group, object("moveRules", List.of(object("attribute", "totalClicks")))), 422);
        String moved = partner(null);
        String stays = partner(null);
        assertThat(expect(200, api.patch("/api/partners/" + stays, object("groupMoveDisabled", true))).path("groupMoveDisabled").asBoolean()).isTrue();
        custom(stays, 850);
        custom(moved, 850);
        await().atMost(PATIENCE).until(() -> api.get("/api/partners/" + moved).json().path("groupId").asText().equals(group));
        assertThat(expect(200, api.get("/api/partners/" + stays)).path("groupId").asText()).isNotEqualTo(group);
        assertThat(expect(200, api.patch("/api/groups/" + group, object("moveRules", null))).path("moveRules")).isEmpty();
    }

    private String partner(String group) {
        return expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "groupId", group)))
                .path("id").asText();
    }

    private String custom(String partner, long amount) {
        expect(202, api.post("/api/commissions", object("type", "custom", "partnerId", partner, "amount", amount)));
        return Walk.ids(api.get("/api/commissions?partnerId=" + partner)).get(0);
    }
}
