package org.conversions.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two workspaces on one server: every id of the first, in the hands of the second, is unknown. */
@OnBothDatabases
class OtherTenantIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final TestWorkspace FIRST = TestWorkspace.create(SERVER, "First");
    private static final TestWorkspace SECOND = TestWorkspace.create(SERVER, "Second");

    @Test
    void everyIdOfTheFirstIsUnknownToTheSecond() {
        Tenant first = tenant(FIRST).busy();
        Api second = tenant(SECOND).api();
        JsonNode link = first.link();
        String linkId = link.path("id").asText();
        for (String path : List.of("/api/links/" + linkId, "/api/links/ext_" + link.path("externalId").asText(),
                "/api/links/info?linkId=" + linkId, "/api/links/info?externalId=" + link.path("externalId").asText(),
                "/api/links/info?domain=" + link.path("domain").asText() + "&key=" + link.path("key").asText(),
                "/api/customers/" + first.customerId(), "/api/customers/ext_" + first.buyer(),
                "/api/partners/" + first.partnerId(), "/api/commissions/" + first.commissionId(),
                "/api/sales/" + first.event().path("objectId").asText(), "/api/sales/" + first.saleId(),
                "/api/stripe/events/" + first.event().path("id").asText(),
                "/api/stripe/events/" + first.event().path("stripeEventId").asText())) {
            assertThat(first.api().get(path).status()).as(path).isEqualTo(200);
            Errors.isError(second.get(path), 404);
        }
        for (String path : List.of("/api/links/" + linkId, "/api/rewards/" + first.rewardId(),
                "/api/stripe/connections/" + first.connectionId(), "/api/keys/" + keyOf(first))) {
            Errors.isError(second.delete(path), 404);
        }
        Errors.isError(second.patch("/api/links/" + linkId, object("url", "https://mallory.example/")), 404);
        Errors.isError(second.put("/api/links/" + linkId, object("url", "https://mallory.example/")), 404);
        Errors.isError(second.patch("/api/rewards/" + first.rewardId(), object("amountInPercentage", 1)), 404);
        Errors.isError(second.patch("/api/commissions/" + first.commissionId(), object("status", "fraud")), 404);
        Errors.isError(second.patch("/api/commissions/bulk",
                object("commissionIds", List.of(first.commissionId()), "status", "paid")), 404);
        Errors.isError(second.patch("/api/stripe/connections/" + first.connectionId(),
                object("signingSecrets", List.of("whsec_mallorys_own_secret"))), 404);
        Errors.isError(second.post("/api/stripe/events/" + first.event().path("id").asText() + "/replay", object()), 404);
        Errors.isError(second.post("/api/partners/links",
                object("partnerId", first.partnerId(), "url", "https://mallory.example/")), 404);
        Errors.isError(second.post("/api/partners/links",
                object("tenantId", first.partnersTenantId(), "url", "https://mallory.example/")), 404);
        Errors.isError(second.post("/api/track/lead", object("clickId", first.clickId(), "eventName", "Sign up",
                "customerExternalId", "mallory")), 404);
        Errors.isError(second.post("/api/track/lead", object("clickId", "", "eventName", "Sign up",
                "customerExternalId", first.buyer())), 400);
        Errors.isError(second.post("/api/track/sale", object("clickId", first.clickId(), "amount", 100,
                "customerExternalId", "mallory")), 404);
        assertThat(second.post("/api/track/sale", object("amount", 100, "customerExternalId", first.buyer(),
                "invoiceId", first.event().path("objectId").asText())).json().path("sale").isNull()).isTrue();
        Errors.isError(second.post("/api/links", object("url", "https://mallory.example/", "key", link.path("key").asText())),
                409);
        assertThat(first.link()).isEqualTo(link);
    }

    @Test
    void tagsFoldersAndDomainsOfTheFirstAreUnknownToTheSecond() {
        Tenant owner = tenant(FIRST);
        Api first = owner.api();
        Api second = tenant(SECOND).api();
        String tag = first.post("/api/tags", object("name", unique(""))).json().path("id").asText();
        String folder = first.post("/api/folders", object("name", unique(""))).json().path("id").asText();
        String slug = unique("") + ".example";
        assertThat(first.post("/api/domains", object("slug", slug)).status()).isEqualTo(201);
        JsonNode link = first.post("/api/links", object("url", "https://shop.example/", "tagIds", tag, "folderId", folder)).json();
        String linkId = link.path("id").asText();
        for (String path : List.of("/api/tags/" + tag, "/api/folders/" + folder, "/api/domains/" + slug)) {
            Errors.isError(second.delete(path), 404);
            Errors.isError(second.patch(path, object("name", "mallory", "archived", true)), 404);
            Errors.isError(second.put(path, object("name", "mallory", "archived", true)), 404);
        }
        Errors.isError(second.get("/api/folders/" + folder), 404);
        Errors.isError(second.get("/api/domains/" + slug), 404);
        Errors.isError(second.post("/api/domains/" + slug + "/verify", object()), 404);
        Errors.isError(second.get("/api/links/exists?domain=" + slug + "&key=a"), 404);
        for (Map<String, Object> foreign : List.of(object("tagIds", tag), object("tagId", tag),
                object("folderId", folder), object("domain", slug))) {
            Map<String, Object> body = object("url", "https://mallory.example/");
            body.putAll(foreign);
            Errors.isError(second.post("/api/links", body), 422);
            Errors.isError(second.put("/api/links/upsert", body), 422);
            assertThat(second.post("/api/links/bulk", List.of(body)).json().path(0).path("code").asText())
                    .isEqualTo("unprocessable_entity");
        }
        Errors.isError(second.patch("/api/links/bulk", object("linkIds", List.of(linkId), "data", object("archived", true))), 404);
        assertThat(second.delete("/api/links/bulk?linkIds=" + linkId).body()).isEqualTo("{\"deletedCount\":0}");
        Errors.isError(second.post("/api/links/" + linkId + "/transfer",
                object("newWorkspaceId", SECOND.id(), "token", SECOND.apiKey())), 404);
        for (String path : List.of("/api/tags", "/api/folders", "/api/domains", "/api/tags?ids=" + tag,
                "/api/links?tagIds=" + tag, "/api/links?folderId=" + folder)) {
            assertThat(second.get(path).body()).as(path).startsWith("[").doesNotContain(tag, folder, slug, linkId);
        }
        assertThat(second.get("/api/links/count?tagIds=" + tag).body()).isEqualTo("0");
        assertThat(first.get("/api/links/" + linkId).json()).isEqualTo(link);
    }

    @Test
    void aLinkThatIsGivenToTheSecondLeadsOnFromThereAndItsPastStays() {
        Tenant owner = tenant(FIRST);
        JsonNode link = owner.api().post("/api/links", object("url", "https://shop.example/given", "trackConversion", true,
                "password", "", "comments", "given")).json();
        String path = "/api/links/" + link.path("id").asText();
        Errors.isError(owner.api().post(path + "/transfer", object("newWorkspaceId", SECOND.id(), "token", FIRST.apiKey())), 403);
        JsonNode given = owner.api().post(path + "/transfer", object("newWorkspaceId", SECOND.id(), "token", SECOND.apiKey())).json();
        assertThat(given.path("workspaceId").asText()).isEqualTo(SECOND.id());
        assertThat(given.path("key")).isEqualTo(link.path("key"));
        assertThat(given.path("comments").asText()).isEqualTo("given");
        Errors.isError(owner.api().get(path), 404);
        Errors.isError(owner.api().post(path + "/transfer", object("newWorkspaceId", SECOND.id(), "token", SECOND.apiKey())), 404);
        assertThat(tenant(SECOND).api().get("/api/links/" + given.path("id").asText()).json()).isEqualTo(given);
        JsonNode partners = owner.busy().link();
        Errors.isError(owner.api().post("/api/links/" + partners.path("id").asText() + "/transfer",
                object("newWorkspaceId", SECOND.id(), "token", SECOND.apiKey())), 409);
    }

    @Test
    void noListAndNoFigureOfTheSecondShowsAnythingOfTheFirst() {
        Tenant first = tenant(FIRST).busy();
        Api second = tenant(SECOND).api();
        String linkId = first.link().path("id").asText();
        for (String path : List.of("/api/links?search=" + first.link().path("key").asText(),
                "/api/links?tenantId=" + first.partnersTenantId(), "/api/customers?externalId=" + first.buyer(),
                "/api/customers?linkId=" + linkId, "/api/customers?partnerId=" + first.partnerId(),
                "/api/customers?search=" + first.buyer(), "/api/commissions?partnerId=" + first.partnerId(),
                "/api/commissions?customerId=" + first.customerId(), "/api/commissions?tenantId=" + first.partnersTenantId(),
                "/api/partners?tenantId=" + first.partnersTenantId(),
                "/api/stripe/events?objectId=" + first.event().path("objectId").asText(),
                "/api/stripe/events?customerId=" + first.event().path("customerId").asText(),
                "/api/events?linkId=" + linkId, "/api/events?event=leads&linkId=" + linkId,
                "/api/events?event=sales&customerId=" + first.customerId(),
                "/api/sales?linkId=" + linkId, "/api/sales?customerId=" + first.customerId(),
                "/api/analytics?groupBy=top_links&linkId=" + linkId,
                "/api/analytics?groupBy=top_links&partnerId=" + first.partnerId())) {
            assertThat(first.api().get(path).json()).as(path).isNotEmpty();
            assertThat(second.get(path).body()).as(path).isEqualTo("[]");
        }
        for (String path : List.of("/api/links?pageSize=100", "/api/customers", "/api/commissions", "/api/partners", "/api/sales", "/api/stripe/events",
                "/api/stripe/connections", "/api/rewards", "/api/keys", "/api/events", "/api/events?event=leads",
                "/api/events?event=sales", "/api/analytics?groupBy=top_links&interval=all",
                "/api/links?startingAfter=" + linkId, "/api/links?endingBefore=" + linkId)) {
            assertThat(second.get(path).body()).as(path).startsWith("[").doesNotContain(linkId, first.customerId(),
                    first.partnerId(), first.connectionId(), first.event().path("id").asText(), keyOf(first),
                    first.rewardId());
        }
        for (String by : List.of("linkId=" + linkId, "partnerId=" + first.partnerId(),
                "externalId=" + first.link().path("externalId").asText(), "tenantId=" + first.partnersTenantId())) {
            JsonNode count = second.get("/api/analytics?event=composite&interval=all&" + by).json();
            assertThat(List.of("clicks", "leads", "sales", "saleAmount")).as(by)
                    .allMatch(figure -> count.path(figure).asLong(-1) == 0);
        }
        assertThat(second.post("/api/stripe/events/replay?objectId=" + first.event().path("objectId").asText(), object())
                .json().path("replayed").asInt(-1)).isZero();
    }

    @Test
    @DisplayName("A payment that names a click of another workspace credits nobody")
    void aPaymentToTheSecondThatNamesAClickOfTheFirstCreditsNobody() {
        Tenant first = tenant(FIRST).busy();
        Tenant second = tenant(SECOND);
        JsonNode before = first.link();
        JsonNode event = second.isPaid(first.clickId());
        assertThat(event.path("state").asText()).isEqualTo("waiting");
        assertThat(event.path("reason").asText()).isEqualTo("click_of_another_workspace");
        assertThat(first.link()).isEqualTo(before);
        assertThat(second.api().get("/api/customers?search=" + event.path("customerId").asText()).body()).isEqualTo("[]");
        assertThat(second.api().get("/api/analytics?event=sales&interval=all").json().path("sales").asInt(-1)).isZero();
    }

    @Test
    void neitherCanConnectAnAccountByItsNameAlone() {
        String account = unique("acct_1");
        Api first = tenant(FIRST).api();
        Errors.isError(first.post("/api/stripe/connections", object("accountId", account)), 422);
        Errors.isError(tenant(SECOND).api().post("/api/stripe/connections", object("accountId", account)), 422);
    }

    @Test
    void theExchangeRatesOfTheFirstAreNotThoseOfTheSecond() {
        Api first = tenant(FIRST).api();
        Api second = tenant(SECOND).api();
        String before = second.get("/api/exchange-rates").body();
        assertThat(first.put("/api/exchange-rates", object("base", "USD", "rates", object("CAD", "1.5", "JPY", "1")))
                .json().path("own").has("CAD")).isTrue();
        assertThat(first.get("/api/exchange-rates").json().path("held").path(0).path("currency").asText()).isEqualTo("JPY");
        assertThat(second.get("/api/exchange-rates").body()).isEqualTo(before).contains("\"held\":[]", "\"own\":{}");
        Errors.isError(second.delete("/api/exchange-rates/CAD"), 404);
        assertThat(first.delete("/api/exchange-rates/CAD").status()).isEqualTo(200);
        assertThat(first.delete("/api/exchange-rates/JPY").status()).isEqualTo(200);
        assertThat(first.get("/api/exchange-rates").json().path("rates")).isEqualTo(
                second.get("/api/exchange-rates").json().path("rates"));
    }

    @Test
    void anIdempotencyKeyOfTheFirstIsNotOneOfTheSecond() {
        String key = unique("");
        Api first = tenant(FIRST).api();
        Api second = tenant(SECOND).api();
        JsonNode link = first.post("/api/links", object("url", "https://shop.example/"), "Idempotency-Key", key).json();
        Answer other = second.post("/api/links", object("url", "https://other.example/"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Idempotent-Replayed")).isNull();
        assertThat(first.post("/api/links", object("url", "https://shop.example/"), "Idempotency-Key", key).json())
                .isEqualTo(link);
        assertThat(second.post("/api/links", object("url", "https://other.example/"), "Idempotency-Key", key).json())
                .isEqualTo(other.json()).isNotEqualTo(link);
    }

    private static Tenant tenant(TestWorkspace workspace) {
        return new Tenant(SERVER.api(workspace.apiKey()), SERVER.api(null));
    }

    private static String keyOf(Tenant tenant) {
        return tenant.api().get("/api/keys").json().path(0).path("id").asText();
    }
}
