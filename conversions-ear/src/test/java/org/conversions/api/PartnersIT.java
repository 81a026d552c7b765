package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners, their links, the program's one reward, and the commissions that come of them. */
@OnBothDatabases
class PartnersIT {

    private final Merchant merchant = Merchant.of(PartnersIT.class);
    private final Api api = merchant.api();
    private final String email = unique("pat") + "@partners.example";

    @BeforeEach
    @AfterEach
    void theProgramHasNoReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @Test
    void aPartnerIsEnrolledAndTheSameEmailBringsItUpToDate() {
        String tenant = unique("tenant");
        JsonNode partner = expect(201, api.post("/api/partners",
                object("email", email, "name", "Pat", "country", "DE", "tenantId", tenant)));
        Shapes.isPartner(partner);
        JsonNode again = expect(201, api.post("/api/partners", object("email", email.toUpperCase(), "image",
                "https://partners.example/pat.png", "name", null)));
        assertThat(again.path("id")).isEqualTo(partner.path("id"));
        assertThat(again.path("name").asText()).isEqualTo("Pat");
        assertThat(again.path("tenantId").asText()).isEqualTo(tenant);
        assertThat(again.path("image").asText()).isEqualTo("https://partners.example/pat.png");
        Errors.isError(api.post("/api/partners", object("email", "other-" + email, "tenantId", tenant)), 409);
    }

    @Test
    void aPartnerIsEnrolledWithTheLinkThatIsDescribed() {
        String external = unique("ext");
        Map<String, Object> props = object("url", "https://shop.example/" + unique("p"), "externalId", external,
                "comments", "first", "title", "Title");
        JsonNode partner = expect(201, api.post("/api/partners", object("email", email, "linkProps", props)));
        assertThat(partner.path("links")).hasSize(1);
        JsonNode link = expect(200, api.get("/api/links/ext_" + external));
        assertThat(link.path("partnerId")).isEqualTo(partner.path("id"));
        assertThat(link.path("title").asText()).isEqualTo("Title");
        props.put("comments", "second");
        JsonNode again = expect(201, api.post("/api/partners", object("email", email, "linkProps", props)));
        assertThat(again.path("links")).hasSize(1);
        assertThat(expect(200, api.get("/api/links/ext_" + external)).path("comments").asText()).isEqualTo("second");
    }

    @Test
    void whoCannotHaveTheLinkThatIsDescribedIsNotEnrolled() {
        for (Object props : List.of("x", object("url", "javascript:x"), object("url", "https://a.example", "partnerId", "pn_1"),
                object("url", "https://a.example", "tenantId", "x"), object("url", "https://a.example", "key", "a b"),
                object("comments", "no url"))) {
            Errors.isError(api.post("/api/partners", object("email", email, "linkProps", props)), 422);
        }
        assertThat(Walk.ids(api.get("/api/partners?email=" + email))).isEmpty();
    }

    @Test
    void aLinkWithoutAnAddressLeadsToTheProgramsUrl() {
        String id = expect(201, api.post("/api/partners", object("email", email))).path("id").asText();
        Answer refused = api.post("/api/partners/links", object("partnerId", id, "url", null));
        Errors.isError(refused, 422);
        assertThat(refused.body()).contains("url: ");
        try {
            String url = "https://shop.example/" + unique("program");
            assertThat(expect(200, api.patch("/api/program", object("url", url))).path("url").asText()).isEqualTo(url);
            JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", id, "url", null)));
            assertThat(link.path("url").asText()).isEqualTo(url);
            JsonNode other = expect(201, api.post("/api/partners", object("email", "other-" + email)));
            assertThat(other.path("links")).hasSize(1);
            assertThat(other.path("links").path(0).path("url").asText()).isEqualTo(url);
            assertThat(expect(201, api.post("/api/partners", object("email", "other-" + email))).path("links")).hasSize(1);
            JsonNode third = expect(201, api.post("/api/partners",
                    object("email", "third-" + email, "linkProps", object("comments", "mine"))));
            assertThat(third.path("links").path(0).path("url").asText()).isEqualTo(url);
            Errors.isError(api.patch("/api/program", object("url", "javascript:x")), 422);
            Errors.isError(api.patch("/api/program", object("name", " ")), 422);
            assertThat(expect(200, api.get("/api/program")).path("url").asText()).isEqualTo(url);
        } finally {
            assertThat(expect(200, api.patch("/api/program", object("url", ""))).path("url").isNull()).isTrue();
        }
    }

    @Test
    void aPartnerIsReadAndFoundByEmailAndTenantAndTheIteratorMeetsAll() {
        String tenant = unique("tenant");
        JsonNode partner = expect(201, api.post("/api/partners", object("email", email, "tenantId", tenant)));
        expect(201, api.post("/api/partners", object("email", "other-" + email)));
        JsonNode read = expect(200, api.get("/api/partners/" + partner.path("id").asText()));
        Shapes.isPartner(read);
        assertThat(read).isEqualTo(partner);
        for (String by : List.of("email=" + email.toUpperCase(), "tenantId=" + tenant)) {
            assertThat(Walk.ids(api.get("/api/partners?" + by))).as(by).containsExactly(partner.path("id").asText());
        }
        List<String> ids = Walk.byCursor(api, "/api/partners?pageSize=50");
        assertThat(ids).contains(partner.path("id").asText()).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(Walk.byPage(api, "/api/partners?pageSize=50")).isEqualTo(ids);
        Errors.isError(api.get("/api/partners?sortBy=x"), 422);
        assertThat(Walk.ids(api.get("/api/partners?groupId=grp_1&tenantId=" + tenant))).isEmpty();
        assertThat(Walk.ids(api.get("/api/partners?status=approved&search=" + email.toUpperCase())))
                .contains(partner.path("id").asText());
        assertThat(Walk.ids(api.get("/api/partners?status=banned&search=" + email))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"totalClicks", "totalLeads", "totalConversions", "totalSaleAmount", "totalCommissions",
        "netRevenue", "earningsPerClick", "averageLifetimeValue", "clickToLeadRate", "clickToConversionRate",
        "leadToConversionRate", "returnOnAdSpend"})
    void partnersAreSortedByWhatCameOfThem(String sortBy) {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 10)));
        JsonNode seller = expect(201, api.post("/api/partners", object("email", "seller-" + email)));
        JsonNode nothing = expect(201, api.post("/api/partners", object("email", email)));
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", seller.path("id").asText(),
                "url", "https://shop.example/")));
        expect(200, api.post("/api/track/sale", object("customerExternalId", unique("buyer"), "amount", 5_000,
                "clickId", merchant.click(link))));
        Answer best = api.get("/api/partners?search=" + email + "&sortBy=" + sortBy);
        assertThat(Walk.ids(best)).containsExactly(seller.path("id").asText(), nothing.path("id").asText());
        JsonNode first = expect(200, best).path(0);
        Shapes.isPartner(first);
        assertThat(first.path("totalSaleAmount").asLong()).isEqualTo(5_000);
        assertThat(first.path("totalCommissions").asLong()).isEqualTo(500);
        assertThat(first.path("netRevenue").asLong()).isEqualTo(4_500);
        assertThat(first.path("owedEarnings").asLong()).isEqualTo(500);
        assertThat(first.path("links").path(0).path("id")).isEqualTo(link.path("id"));
        Errors.isError(api.get("/api/partners?startingAfter=pn_1&sortBy=" + sortBy), 422);
    }

    @Test
    void manyEnrollmentsOfOnePersonAtOnceMakeOnePartner() {
        Callable<String> enroll = () -> {
            var answer = api.post("/api/partners", object("email", email));
            return answer.status() == 201 ? answer.json().path("id").asText() : "conflict " + answer.status();
        };
        List<String> answers = AtOnce.all(Collections.nCopies(8, enroll));
        assertThat(answers.stream().filter(answer -> !answer.equals("conflict 409")).distinct()).hasSize(1);
        expect(201, api.post("/api/partners", object("email", email)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"email | null", "email | ''", "email | nobody", "email | a b@c",
        "country | de", "country | DEU", "groupId | grp_1"})
    void aPartnerThatCannotBeIsRefused(String field, String value) {
        var body = object("email", email);
        body.put(field, value);
        Errors.isError(api.post("/api/partners", body), 422);
    }

    @ParameterizedTest
    @CsvSource({"name, 190", "username, 190", "tenantId, 190", "image, 2000", "description, 5000"})
    void noTextOfAPartnerIsEndless(String field, int max) {
        String begin = field.equals("image") ? "https://a.example/" : unique("x");
        String text = begin + "x".repeat(max - begin.length());
        Errors.isError(api.post("/api/partners", object("email", email, field, text + "x")), 422);
        expect(201, api.post("/api/partners", object("email", email, field, text)));
    }

    @Test
    void aPartnersLinkNamesThePartnerAndAlwaysTracks() {
        String tenant = unique("tenant");
        JsonNode partner = expect(201, api.post("/api/partners", object("email", email, "tenantId", tenant)));
        for (var by : List.of(object("partnerId", partner.path("id").asText()), object("tenantId", tenant))) {
            by.put("url", "https://shop.example/");
            JsonNode link = expect(201, api.post("/api/partners/links", by));
            Shapes.isLink(link);
            assertThat(link.path("partnerId")).isEqualTo(partner.path("id"));
            assertThat(link.path("programId")).isEqualTo(partner.path("programId"));
            assertThat(link.path("tenantId").asText()).isEqualTo(tenant);
            assertThat(link.path("trackConversion").asBoolean()).isTrue();
            Errors.isError(api.patch("/api/links/" + link.path("id").asText(), object("trackConversion", false)), 422);
        }
        Errors.isError(api.post("/api/partners/links", object("url", "https://shop.example/")), 422);
        Errors.isError(api.post("/api/partners/links", object("partnerId", "pn_unknown", "url", "https://a.example")), 404);
        Errors.isError(api.post("/api/partners/links", object("tenantId", "unknown", "url", "https://a.example")), 404);
        Errors.isError(api.post("/api/partners/links", object("tenantId", tenant, "url", "javascript:x")), 422);
    }

    @Test
    void aPartnersLinkHasWhatElseIsSaidOfIt() {
        JsonNode partner = expect(201, api.post("/api/partners", object("email", email, "tenantId", unique("tenant"))));
        String id = partner.path("id").asText();
        String external = unique("ext");
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", id, "url", "https://shop.example/p",
                "comments", "outer", "linkProps", object("externalId", external, "prefix", "c", "comments", "inner",
                        "tenantId", partner.path("tenantId").asText(),
                        "title", "Title", "proxy", true, "password", "pass", "expiresAt", "2030-01-01", "trackConversion", true))));
        Shapes.isLink(link);
        assertThat(link.path("externalId").asText()).isEqualTo(external);
        assertThat(link.path("key").asText()).startsWith("c/");
        assertThat(link.path("comments").asText()).isEqualTo("outer");
        assertThat(link.path("tenantId")).isEqualTo(partner.path("tenantId"));
        assertThat(link.path("title").asText()).isEqualTo("Title");
        assertThat(link.path("trackConversion").asBoolean()).isTrue();
        for (Object props : List.of("x", List.of(), object("geo", 5), object("tagIds", List.of("tag_unknown")),
                object("tenantId", "x"), object("trackConversion", false), object("partnerId", id), object("programId", "x"))) {
            Errors.isError(api.post("/api/partners/links", object("partnerId", id, "url", "https://a.example", "linkProps", props)), 422);
        }
        JsonNode rows = expect(200, api.get("/api/partners/links?partnerId=" + id));
        Shapes.hasTexts(rows.path(0), "id", "domain", "key", "shortLink", "url");
        assertThat(expect(200, api.get("/api/partners/links?tenantId=" + partner.path("tenantId").asText()))).isEqualTo(rows);
        Errors.isError(api.get("/api/partners/links"), 422);
        Errors.isError(api.get("/api/partners/links?partnerId=pn_unknown"), 404);
    }

    @Test
    void aPartnersLinkIsUpsertedByItsDestination() {
        String id = expect(201, api.post("/api/partners", object("email", email))).path("id").asText();
        String other = expect(201, api.post("/api/partners", object("email", "other-" + email))).path("id").asText();
        String url = "https://shop.example/" + unique("upsert");
        merchant.link("url", url);
        JsonNode made = expect(200, api.put("/api/partners/links/upsert", object("partnerId", id, "url", url)));
        Shapes.isLink(made);
        assertThat(made.path("partnerId").asText()).isEqualTo(id);
        JsonNode again = expect(200, api.put("/api/partners/links/upsert", object("partnerId", id, "url", url, "comments", "again")));
        assertThat(again.path("id")).isEqualTo(made.path("id"));
        assertThat(again.path("comments").asText()).isEqualTo("again");
        assertThat(again.path("partnerId").asText()).isEqualTo(id);
        JsonNode others = expect(200, api.put("/api/partners/links/upsert", object("partnerId", other, "url", url)));
        assertThat(others.path("id")).isNotEqualTo(made.path("id"));
        Errors.isError(api.put("/api/partners/links/upsert", object("partnerId", other, "url", url, "key", made.path("key").asText())),
                409);
        Errors.isError(api.put("/api/partners/links/upsert", object("partnerId", id)), 422);
    }

    @Test
    void theProgramHasOneRewardWhoseTermsChangeAndEnd() {
        JsonNode reward = expect(201, api.post("/api/rewards",
                object("event", "sale", "type", "percentage", "amountInPercentage", 12.5)));
        Shapes.hasTexts(reward, "id", "event", "type");
        assertThat(reward.path("amountInPercentage").decimalValue()).isEqualByComparingTo("12.5");
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5)), 409);
        String path = "/api/rewards/" + reward.path("id").asText();
        JsonNode flat = expect(200, api.patch(path, object("type", "flat", "amountInCents", 500)));
        assertThat(flat.path("id")).isEqualTo(reward.path("id"));
        assertThat(flat.path("amountInCents").asLong()).isEqualTo(500);
        assertThat(flat.path("amountInPercentage").isNull()).isTrue();
        assertThat(Walk.ids(api.get("/api/rewards"))).containsExactly(reward.path("id").asText());
        expect(200, api.delete(path));
        assertThat(Walk.ids(api.get("/api/rewards"))).isEmpty();
        Errors.isError(api.delete(path), 404);
        Errors.isError(api.patch(path, object("amountInCents", 5)), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event\":\"click\",\"type\":\"percentage\",\"amountInPercentage\":5}",
        "{\"event\":\"sale\"}", "{\"event\":\"sale\",\"type\":\"gift\"}", "{\"event\":\"sale\",\"type\":\"percentage\"}",
        "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":-1}",
        "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":100.01}",
        "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":1.005}",
        "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":1e999999}",
        "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":\"5\"}",
        "{\"event\":\"sale\",\"type\":\"flat\",\"amountInCents\":-1}",
        "{\"event\":\"sale\",\"type\":\"flat\",\"amountInCents\":1.5}",
        "{\"event\":\"sale\",\"type\":\"flat\",\"amountInCents\":99999999999999999999}",
        "{\"event\":\"sale\",\"type\":\"flat\",\"amountInCents\":5,\"maxDuration\":-1}",
        "{\"event\":\"sale\",\"type\":\"flat\",\"amountInCents\":5,\"modifiers\":[{}]}"})
    void termsThatCannotBeAreRefused(String terms) {
        Errors.isError(api.post("/api/rewards", terms), 422);
        assertThat(Walk.ids(api.get("/api/rewards"))).isEmpty();
    }

    @Test
    void everySaleOfAPartnersLinkIsACommissionAndTheIteratorMeetsAll() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        JsonNode partner = expect(201, api.post("/api/partners", object("email", email, "name", "Pat")));
        String partnerId = partner.path("id").asText();
        JsonNode link = expect(201, api.post("/api/partners/links",
                object("partnerId", partnerId, "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
        List<String> buyers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            buyers.add(unique("cus_"));
            merchant.pays(merchant.click(link), buyers.get(i), 1_000 * (i + 1));
        }
        String list = "/api/commissions?pageSize=2&partnerId=" + partnerId;
        List<String> ids = Walk.byCursor(api, list);
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(Walk.byPage(api, list)).isEqualTo(ids);
        assertThat(Walk.byCursor(api, list + "&sortOrder=asc")).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        JsonNode rows = expect(200, api.get("/api/commissions?sortBy=amount&partnerId=" + partnerId));
        rows.forEach(Shapes::isCommission);
        assertThat(rows.findValuesAsText("earnings")).containsExactly("600", "400", "200");
        assertThat(rows.path(0).path("type").asText()).isEqualTo("sale");
        assertThat(rows.path(0).path("status").asText()).isEqualTo("pending");
        assertThat(rows.path(0).path("partner").path("id").asText()).isEqualTo(partnerId);
        String customer = rows.path(0).path("customer").path("id").asText();
        assertThat(expect(200, api.get("/api/commissions?customerId=" + customer))).hasSize(1);
        assertThat(expect(200, api.get("/api/commissions?status=paid&partnerId=" + partnerId))).isEmpty();
        assertThat(expect(200, api.get("/api/commissions?interval=24h&type=sale&partnerId=" + partnerId))).hasSize(3);
        assertThat(expect(200, api.get("/api/commissions?end=2020-01-01&partnerId=" + partnerId))).isEmpty();
        Errors.isError(api.get("/api/commissions?sortBy=x"), 422);
        Errors.isError(api.get("/api/commissions?interval=x"), 422);
    }
}
