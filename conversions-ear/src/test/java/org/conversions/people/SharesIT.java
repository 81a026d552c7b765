package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures are shared by a link. One link of the shop sold once, for much; the other twice, for little; each buyer has a name
 * that nobody outside may see.
 */
@OnBothDatabases
class SharesIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final TestWorkspace WORKSPACE = TestWorkspace.create(SERVER, "Sharing");
    private static final Merchant MERCHANT = Merchant.of(WORKSPACE);
    private static final Api KEY = MERCHANT.api();
    private static final String WORD = unique("secret");

    private static String dear;
    private static String cheap;

    @BeforeAll
    static void twoLinksSell() {
        dear = sells(90_000);
        cheap = sells(1_000, 2_000);
    }

    @Test
    void whoHasTheLinkSeesTheFiguresWithinItsFilters() {
        JsonNode share = shared("name", "Board", "query", "?interval=30d&linkId=" + dear, "money", true);
        assertThat(share.path("url").asText()).matches("https?://[^/]+/share/share_[0-9A-Za-z]{32}");
        Api guest = guest(share);
        assertThat(guest.get("/api/share").expect(200)).hasToString("{\"name\":\"Board\",\"workspaceName\":\"Sharing\",\"mode\":\"live\","
                + "\"money\":true,\"currency\":\"usd\",\"timezone\":\"UTC\",\"query\":\"?interval=30d&linkId=" + dear
                + "\",\"needsPassword\":false}");
        for (String query : List.of("", "?linkId=" + dear, "?linkId=" + dear + "," + cheap, "?mode=test", "?interval=all", "?linkId=",
                "?linkId=-" + cheap, "?start=2020-01-01&timezone=Asia/Kolkata")) {
            JsonNode count = guest.get("/api/share/analytics" + query).expect(200);
            assertThat(count.path("saleAmount").asLong()).as(query).isEqualTo(90_000);
            assertThat(count.path("clicks").asLong()).as(query).isEqualTo(1);
        }
        assertThat(guest.get("/api/share/analytics?linkId=-" + dear).expect(200).path("clicks").asLong()).isZero();
        assertThat(guest.get("/api/share/analytics?device=Mobile").expect(200).path("clicks").asLong()).isZero();
        JsonNode links = guest.get("/api/share/analytics?groupBy=top_links&event=sales").expect(200);
        assertThat(links.findValuesAsText("link")).containsExactly(dear);
        assertThat(guest.get("/api/share/analytics?groupBy=timeseries&granularity=week&interval=90d").expect(200)).hasSizeBetween(13, 14);
        for (String outside : List.of("linkId=" + cheap, "customerId=cus_1", "query=metadata%5B%27plan%27%5D:1", "tenantId=x", "groupBy=top_partners",
                "groupBy=top_urls", "groupBy=referer_urls", "externalId=" + WORD, "partnerId=pn_1")) {
            Errors.isError(guest.get("/api/share/analytics?" + outside), 422);
        }
        assertThat(guest.get("/api/share/events?event=sales").expect(200)).hasSize(1);
        Errors.isError(guest.get("/api/share/events?event=sales&linkId=" + cheap), 422);
    }

    @Test
    void theModeIsThatOfTheView() {
        Api guest = guest(shared("query", "mode=test&interval=all", "money", true));
        assertThat(guest.get("/api/share/analytics?mode=live").expect(200).path("sales").asLong()).isZero();
        assertThat(guest.get("/api/share").expect(200).path("mode").asText()).isEqualTo("test");
        Api test = SERVER.api(KEY.post("/api/keys", object("name", "t", "mode", "test", "scopes", List.of("apis.all"))).expect(201).path("key").asText());
        Errors.isError(test.post("/api/shares", object("query", "mode=live")), 403);
        String live = "/api/shares/" + shared("query", "").path("id").asText();
        assertThat(test.get("/api/shares").expect(200).findValuesAsText("mode")).doesNotContain("live");
        Errors.isError(test.patch(live, object("money", true)), 404);
        Errors.isError(test.delete(live), 404);
    }

    @Test
    void withoutMoneyNoAmountIsSeenOrOrderedBy() {
        Api money = guest(shared("query", "", "money", true));
        Api none = guest(shared("query", ""));
        String first = "/api/share/analytics?groupBy=top_links&interval=all&event=";
        for (String event : List.of("sales", "composite")) {
            assertThat(money.get(first + event).expect(200).findValuesAsText("link")).containsExactly(dear, cheap);
            assertThat(none.get(first + event).expect(200).findValuesAsText("link")).containsExactly(cheap, dear);
        }
        for (String groupBy : List.of("count", "timeseries", "top_links", "countries", "devices", "top_domains", "referers")) {
            Answer answer = none.get("/api/share/analytics?event=composite&interval=7d&sortBy=saleAmount&groupBy=" + groupBy);
            assertThat(names(answer.expect(200))).as(groupBy).contains("clicks", "leads", "sales", "refunds")
                    .doesNotContain("saleAmount", "grossSaleAmount", "refundedAmount", "earnings", "amount", "netAmount");
            assertThat(answer.body()).doesNotContain("90000", "3000");
        }
        assertThat(none.get("/api/share").expect(200).path("money").asBoolean()).isFalse();
        Errors.isError(none.get("/api/share/events?event=sales"), 403);
        Errors.isError(none.get("/api/share/events"), 403);
    }

    @Test
    void nobodyIsRecognised() {
        Api guest = guest(shared("query", "", "money", true));
        for (String path : List.of("events?interval=all&event=sales", "events?interval=all&event=leads", "events?interval=all", "analytics?groupBy=top_links",
                "analytics?groupBy=cities&event=composite", "analytics?groupBy=top_base_urls")) {
            Answer answer = guest.get("/api/share/" + path);
            assertThat(answer.expect(200)).as(path).isNotEmpty();
            assertThat(answer.body()).as(path).doesNotContain(WORD).doesNotContain("\"cus_", "@", "\"ip\"", "\"ua\"", "click_id", "metadata",
                    "invoiceId", "externalId", "comments");
        }
        JsonNode sale = guest.get("/api/share/events?interval=all&event=sales").expect(200).path(0);
        assertThat(sale.at("/customer/name").asText()).isEqualTo("•••");
        assertThat(sale.path("customer")).hasSize(1);
        assertThat(sale.at("/sale/currency").asText()).isEqualTo("usd");
    }

    @Test
    void membersShareViewersDoNotAndItIsWrittenDown() {
        Person member = Person.join(SERVER, WORKSPACE.apiKey(), "member");
        Person viewer = Person.join(SERVER, WORKSPACE.apiKey(), "viewer");
        JsonNode share = member.post("/api/shares", object("name", "By a member", "query", "country=DE", "password", "a long secret")).expect(201);
        assertThat(share.at("/author/id").asText()).isEqualTo(member.id());
        String path = "/api/shares/" + share.path("id").asText();
        Errors.isError(viewer.post("/api/shares", object("query", "")), 403);
        Errors.isError(viewer.patch(path, object("money", true)), 403);
        Errors.isError(viewer.delete(path, null), 403);
        assertThat(viewer.get("/api/shares").expect(200).findValuesAsText("name")).contains("By a member");
        assertThat(viewer.get("/api/shares").body()).doesNotContain("share_made", "/share/");
        Api other = SERVER.api(TestWorkspace.create(SERVER, "Other").apiKey());
        Errors.isError(other.patch(path, object("money", true)), 404);
        Errors.isError(other.delete(path), 404);
        assertThat(other.get("/api/shares").expect(200)).isEmpty();
        JsonNode changed = member.patch(path, object("money", true, "query", "country=FR")).expect(200);
        assertThat(changed.path("name").asText()).isEqualTo("By a member");
        assertThat(changed.has("url") && !changed.path("url").isNull()).isFalse();
        member.delete(path, null).expect(200);
        for (String action : List.of("share_made", "share_changed", "share_deleted")) {
            JsonNode entry = KEY.get("/api/audit?action=" + action + "&person=" + member.id()).expect(200).path(0);
            assertThat(entry.path("subject").asText()).as(action).isEqualTo(share.path("id").asText());
            assertThat(entry.toString()).doesNotContain("a long secret", share.path("url").asText().replaceAll(".*/", ""));
        }
        assertThat(KEY.get("/api/audit?action=share_changed&person=" + member.id()).expect(200).path(0).at("/details/to/money").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"query\":null}", "{\"query\":\"a b\"}", "{\"query\":\"qr=1\"}", "{\"query\":\"country=DE,-FR\"}",
        "{\"query\":\"mode=x\"}", "{\"query\":\"\",\"password\":\"short\"}", "{\"query\":\"\",\"expiresAt\":\"2020-01-01\"}",
        "{\"query\":\"\",\"expiresAt\":\"soon\"}", "{\"query\":\"\",\"money\":\"yes\"}", "{\"query\":\"query=x\"}"})
    void aShareThatCannotBeIsRefused(String body) {
        Errors.isError(KEY.post("/api/shares", body), 422);
    }

    private static JsonNode shared(Object... fields) {
        return KEY.post("/api/shares", object(fields)).expect(201);
    }

    private static Api guest(JsonNode share) {
        return SERVER.api(share.path("url").asText().replaceAll(".*/", ""));
    }

    /** @return the id of a link by which somebody came who bought for these amounts */
    private static String sells(long... amounts) {
        JsonNode link = MERCHANT.link("comments", WORD, "externalId", WORD + amounts.length, "tenantId", WORD);
        String buyer = WORD + amounts.length + "@buyers.example";
        MERCHANT.lead(MERCHANT.click(link), buyer, "customerName", WORD, "customerEmail", buyer, "metadata", Map.of("plan", WORD)).expect(200);
        for (long amount : amounts) {
            KEY.post("/api/track/sale", object("customerExternalId", buyer, "amount", amount, "currency", "usd", "invoiceId", unique(WORD),
                    "metadata", Map.of("plan", WORD))).expect(200);
        }
        return link.path("id").asText();
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names.addAll(names(child)));
        return names;
    }
}
