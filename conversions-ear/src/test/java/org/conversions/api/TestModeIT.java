package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant who tries the API out with a test key: nothing of it is live, and nothing live is seen. */
@OnBothDatabases
class TestModeIT {

    private final Merchant merchant = Merchant.of(TestModeIT.class);
    private final Api live = merchant.api();
    private final JsonNode testKey = key("secret", "test");
    private final Api test = ConversionsServer.shared().api(testKey.path("key").asText());
    private final String partnerId = expect(201, live.post("/api/partners",
            object("email", unique("pat") + "@example.com", "name", "Pat"))).path("id").asText();
    private final JsonNode link = expect(201, live.post("/api/partners/links",
            object("partnerId", partnerId, "url", "https://shop.example/" + unique("p"))));
    private final String linkId = link.path("id").asText();
    private final String click = merchant.click(link);
    private final String buyer = unique("buyer");
    private final String invoice = unique("inv_");

    @Test
    void whatATestKeyTracksIsTestDataAndInNoLiveFigure() {
        rewards();
        expect(200, lead(test));
        expect(200, sale(test, 4900));

        JsonNode figures = expect(200, live.get("/api/links/" + linkId));
        assertThat(List.of(figures.path("clicks").asInt(), figures.path("leads").asInt(), figures.path("sales").asInt()))
                .containsExactly(1, 0, 0);
        for (String path : List.of("/api/customers?externalId=" + buyer, "/api/sales?linkId=" + linkId,
                "/api/commissions?partnerId=" + partnerId, "/api/events?event=leads&linkId=" + linkId,
                "/api/events?event=sales&linkId=" + linkId)) {
            assertThat(expect(200, live.get(path))).as(path).isEmpty();
            assertThat(expect(200, live.get(path + "&mode=test"))).as(path).isNotEmpty();
            assertThat(expect(200, test.get(path))).as(path).isNotEmpty();
        }
        assertThat(expect(200, live.get("/api/analytics?event=sales&linkId=" + linkId)).path("sales").asInt()).isZero();
        assertThat(expect(200, live.get("/api/partners/" + partnerId)).path("totalSales").asInt()).isZero();
        assertThat(expect(200, live.get("/api/partners/" + partnerId)).path("owedEarnings").asInt()).isZero();
    }

    @Test
    void aTestKeySeesTheFiguresOfTestData() {
        rewards();
        expect(200, merchant.lead(click, buyer));
        expect(200, lead(test));
        expect(200, lead(test, "eventName", "Demo"));
        expect(200, sale(test, 4900));

        JsonNode figures = expect(200, test.get("/api/links/" + linkId));
        assertThat(List.of(figures.path("clicks").asInt(), figures.path("leads").asInt(), figures.path("saleAmount").asInt()))
                .containsExactly(1, 2, 4900);
        assertThat(expect(200, test.get("/api/analytics?event=composite&linkId=" + linkId)).path("leads").asInt())
                .isEqualTo(2);
        assertThat(expect(200, test.get("/api/partners/" + partnerId)).path("totalSaleAmount").asInt()).isEqualTo(4900);
        assertThat(expect(200, test.get("/api/partners/links?partnerId=" + partnerId)).path(0).path("sales").asInt())
                .isEqualTo(1);
        assertThat(expect(200, test.patch("/api/links/" + linkId, object("comments", "seen"))).path("leads").asInt())
                .isEqualTo(2);
        String token = expect(201, test.post("/api/tokens/embed/referrals", object("partnerId", partnerId)))
                .path("publicToken").asText();
        assertThat(expect(200, ConversionsServer.shared().api(token).get("/api/embed/referrals")).toString())
                .contains("4900");
    }

    @Test
    void whatIsLiveIsUnknownToATestKey() {
        rewards();
        expect(200, merchant.lead(click, buyer));
        expect(200, sale(live, 4900));
        String customer = expect(200, live.get("/api/customers/ext_" + buyer)).path("id").asText();
        String sale = expect(200, live.get("/api/sales/" + invoice)).path("id").asText();
        String commission = expect(200, live.get("/api/commissions?partnerId=" + partnerId)).path(0).path("id").asText();
        for (String path : List.of("/api/customers/" + customer, "/api/customers/ext_" + buyer, "/api/sales/" + sale,
                "/api/sales/" + invoice, "/api/commissions/" + commission, "/api/customers/" + customer + "/activity")) {
            expect(200, live.get(path));
            Errors.isError(test.get(path), 404);
        }
        Errors.isError(test.patch("/api/customers/" + customer, object("name", "Mallory")), 404);
        Errors.isError(test.delete("/api/customers/" + customer), 404);
        Errors.isError(test.patch("/api/commissions/" + commission, object("status", "fraud")), 404);
        Errors.isError(test.patch("/api/commissions/bulk",
                object("commissionIds", List.of(commission), "status", "paid")), 404);
        assertThat(expect(200, live.get("/api/commissions/" + commission)).path("status").asText()).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/customers", "/api/sales", "/api/commissions", "/api/links", "/api/events", "/api/analytics",
        "/api/customers/count"})
    void aTestKeyThatAsksForWhatIsLiveLearnsWhyNot(String path) {
        Answer refused = test.get(path + "?mode=live");
        Errors.isError(refused, 403);
        assertThat(refused.body()).contains("mode: ");
        expect(200, test.get(path + "?mode=test"));
        expect(200, test.get(path + "?mode=sandbox"));
    }

    @Test
    void aTestCommissionIsNeverPaid() {
        rewards();
        expect(200, sale(test, 4900, "clickId", click));
        String commission = expect(200, test.get("/api/commissions?partnerId=" + partnerId)).path(0).path("id").asText();
        for (Api key : List.of(test, live)) {
            Answer refused = key.patch("/api/commissions/" + commission, object("status", "paid"));
            Errors.isError(refused, 422);
            assertThat(refused.body()).contains("test data");
        }
    }

    @Test
    void theSameInvoiceIsASaleInEitherMode() {
        expect(200, merchant.lead(click, buyer));
        expect(200, lead(test));
        String call = unique("call");
        JsonNode tried = expect(200, sale(test, 100));
        JsonNode sold = expect(200, sale(live, 4900));
        assertThat(tried.path("sale").path("amount").asInt()).isEqualTo(100);
        assertThat(sold.path("sale").path("amount").asInt()).isEqualTo(4900);
        assertThat(sale(test, 7).json()).isEqualTo(tried);
        assertThat(sale(live, 7).json()).isEqualTo(sold);
        assertThat(expect(200, test.get("/api/sales/" + invoice)).path("amount").asInt()).isEqualTo(100);
        assertThat(expect(200, live.get("/api/sales/" + invoice)).path("amount").asInt()).isEqualTo(4900);
        Map<String, Object> again = object("customerExternalId", buyer, "amount", 5);
        expect(200, test.post("/api/track/sale", again, "Idempotency-Key", call));
        assertThat(live.post("/api/track/sale", again, "Idempotency-Key", call).header("Idempotent-Replayed")).isNull();
        assertThat(expect(200, test.get("/api/links/" + linkId)).path("saleAmount").asInt()).isEqualTo(105);
        assertThat(expect(200, live.get("/api/links/" + linkId)).path("saleAmount").asInt()).isEqualTo(4905);
    }

    @Test
    void aPageWithAPublishableTestKeyReportsTestData() {
        Api page = ConversionsServer.shared().api(key("publishable", "test").path("key").asText());
        expect(200, page.post("/api/track/lead/client",
                object("clickId", click, "eventName", "Sign up", "customerExternalId", buyer)));
        assertThat(expect(200, live.get("/api/links/" + linkId)).path("leads").asInt()).isZero();
        assertThat(expect(200, test.get("/api/links/" + linkId)).path("leads").asInt()).isEqualTo(1);
    }

    @Test
    void aTestKeySeesAndChangesNoLiveConnectionAndNoLiveEvent() {
        String account = unique("acct_1");
        JsonNode own = expect(201, test.post("/api/stripe/connections", object("signingSecrets", List.of("whsec_" + unique("s0123456789")))));
        assertThat(own.path("mode").asText()).isEqualTo("test");
        Errors.isError(test.post("/api/stripe/connections", object("mode", "live", "accountId", account)), 403);
        JsonNode connected = expect(200, live.get("/api/stripe/connections"));
        assertThat(connected.findValuesAsText("mode")).contains("live", "test");
        assertThat(expect(200, test.get("/api/stripe/connections")).findValuesAsText("mode")).containsOnly("test");
        for (JsonNode connection : connected) {
            if (connection.path("mode").asText().equals("live")) {
                Errors.isError(test.delete("/api/stripe/connections/" + connection.path("id").asText()), 404);
            }
        }
        String session = merchant.pays(click, unique("cus_"), 100);
        String event = expect(200, live.get("/api/stripe/events?objectId=" + session)).path(0).path("id").asText();
        assertThat(expect(200, test.get("/api/stripe/events?objectId=" + session))).isEmpty();
        Errors.isError(test.get("/api/stripe/events/" + event), 404);
        Errors.isError(test.post("/api/stripe/events/" + event + "/replay", object()), 404);
        expect(200, test.delete("/api/stripe/connections/" + own.path("id").asText()));
    }

    @Test
    void aTestKeyMakesSeesAndEndsTestKeysOnly() {
        JsonNode made = expect(201, test.post("/api/keys", object("name", "Another")));
        assertThat(made.path("mode").asText()).isEqualTo("test");
        assertThat(made.path("key").asText()).matches("conv_test_[0-9A-Za-z]{32}");
        assertThat(key("publishable", "test").path("key").asText()).matches("conv_test_pk_[0-9A-Za-z]{32}");
        Errors.isError(test.post("/api/keys", object("name", "Live", "mode", "live")), 403);
        Errors.isError(live.post("/api/keys", object("name", "Box", "mode", "sandbox")), 422);
        JsonNode liveKey = expect(201, live.post("/api/keys", object("name", "Live")));
        assertThat(liveKey.path("mode").asText()).isEqualTo("live");
        assertThat(test.get("/api/keys").body()).doesNotContain("\"live\"");
        Errors.isError(test.delete("/api/keys/" + liveKey.path("id").asText()), 404);
        Errors.isError(test.patch("/api/keys/" + liveKey.path("id").asText(), object("name", "Mine")), 404);
        expect(200, test.delete("/api/keys/" + made.path("id").asText()));
        expect(200, live.delete("/api/keys/" + liveKey.path("id").asText()));
    }

    @Test
    void aTestKeyDoesNotTakeTheLastLiveKeysPlace() {
        JsonNode made = expect(201, operator().post("/api/server/workspaces",
                object("name", "Test keys", "slug", unique("test-keys-"))));
        assertThat(made.path("testApiKey").asText()).startsWith("conv_test_");
        assertThat(made.path("testPublishableKey").asText()).startsWith("conv_test_pk_");
        Api owner = ConversionsServer.shared().api(made.path("apiKey").asText());
        for (JsonNode key : expect(200, owner.get("/api/keys"))) {
            boolean last = key.path("mode").asText().equals("live") && key.path("kind").asText().equals("secret");
            expect(last ? 409 : 200, owner.delete("/api/keys/" + key.path("id").asText()));
        }
    }

    @Test
    void theSettingsOfTheFirstStartGiveATestKey() {
        Api first = ConversionsServer.shared().api(ServerSettings.TEST_API_KEY);
        expect(200, first.get("/api/customers?mode=test"));
        Errors.isError(first.get("/api/customers?mode=live"), 403);
    }

    @Test
    void whoHasLostEveryKeyGetsOneFromTheOperator() {
        String path = "/api/server/workspaces/" + merchant.workspace().id() + "/keys";
        JsonNode made = expect(201, operator().post(path, object("name", "Found again")));
        assertThat(made.path("scopes")).hasToString("[\"apis.all\"]");
        assertThat(made.path("mode").asText()).isEqualTo("live");
        Api owner = ConversionsServer.shared().api(made.path("key").asText());
        assertThat(expect(200, owner.get("/api/workspace")).path("id").asText()).isEqualTo(merchant.workspace().id());
        assertThat(expect(201, operator().post(path, object("name", "To try", "mode", "test"))).path("key").asText())
                .startsWith("conv_test_");
        Errors.isError(operator().post("/api/server/workspaces/ws_unknown/keys", object("name", "x")), 404);
        Errors.isError(live.post(path, object("name", "x")), 403);
    }

    private void rewards() {
        for (String event : List.of("sale", "lead")) {
            Answer made = live.post("/api/rewards", object("event", event, "type", "flat", "amountInCents", 400));
            assertThat(made.status()).isIn(201, 409);
        }
    }

    private Answer lead(Api key, Object... fields) {
        Map<String, Object> body = object("clickId", click, "customerExternalId", buyer, "eventName", "Sign up");
        body.putAll(object(fields));
        return key.post("/api/track/lead", body);
    }

    private Answer sale(Api key, long amount, Object... fields) {
        Map<String, Object> body = object("customerExternalId", buyer, "amount", amount, "invoiceId", invoice);
        body.putAll(object(fields));
        return key.post("/api/track/sale", body);
    }

    private JsonNode key(String kind, String mode) {
        return expect(201, live.post("/api/keys", object("name", "Test", "kind", kind, "mode", mode)));
    }

    private static Api operator() {
        return ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN);
    }
}
