package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads and sales that pages and apps report with a key that every visitor can see. */
class ClientTrackingIT {

    private final Merchant merchant = Merchant.of(ClientTrackingIT.class);
    private final Api api = merchant.api();
    private final Api page = ConversionsServer.shared().api(merchant.workspace().publishableKey());
    private final Api nobody = ConversionsServer.shared().api(null);
    private final JsonNode link = merchant.link();
    private final String click = merchant.click(link);
    private final String buyer = unique("buyer");

    @AfterEach
    void everySiteMayReportEverythingButSales() {
        expect(200, api.patch("/api/workspace", object("allowedHostnames", List.of(), "clientSales", false)));
    }

    @Test
    void aPageReportsALead() {
        JsonNode lead = expect(200, lead("customerName", "Bea", "customerEmail", "bea@buyers.example"));
        assertThat(lead.path("click").path("id").asText()).isEqualTo(click);
        assertThat(lead.path("link").isNull()).as("a page learns nothing about links").isTrue();
        assertThat(lead.path("customer").path("name").asText()).isEqualTo("Bea");
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
        assertThat(lead("customerName", "Bea", "customerEmail", "bea@buyers.example").json()).isEqualTo(lead);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
    }

    @Test
    void whoHoldsASecretKeyMayUseTheSameAddresses() {
        restrict("shop.example");
        expect(200, api.post("/api/track/lead/client", object("clickId", click, "eventName", "Sign up",
                "customerExternalId", buyer)));
        assertThat(expect(200, api.post("/api/track/sale/client", object("customerExternalId", buyer, "amount", 100)))
                .path("sale").path("amount").asLong()).isEqualTo(100);
    }

    @Test
    @DisplayName("A page reports no sales until the workspace allows it, and learns where")
    void aPageReportsSalesWhenTheWorkspaceAllowsIt() {
        expect(200, lead());
        Answer refused = sale("amount", 4900);
        Errors.isError(refused, 403);
        assertThat(refused.body()).contains("clientSales", "/api/workspace");
        assertThat(merchant.read(link).path("sales").asLong()).isZero();
        allowSales();
        JsonNode sale = expect(200, sale("amount", 4900, "invoiceId", unique("inv"), "metadata", object("hat", "red",
                "size", "58")));
        assertThat(sale.path("eventName").asText()).isEqualTo("Purchase");
        assertThat(sale.path("sale").path("amount").isInt()).isTrue();
        assertThat(sale.path("sale").path("currency").asText()).isEqualTo("usd");
        assertThat(sale.path("sale").path("paymentProcessor").asText()).isEqualTo("custom");
        assertThat(sale.path("sale").path("metadata")).hasToString("{\"hat\":\"red\",\"size\":\"58\"}");
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(4900);
    }

    @Test
    void aVisitorLearnsNothingAboutACustomerAndChangesNothingThatIsKnown() {
        expect(200, merchant.lead(click, buyer, "customerName", "Bea", "customerEmail", "bea@buyers.example",
                "customerAvatar", "https://a.example/bea.png"));
        allowSales();
        Answer lead = page.post("/api/track/lead/client", object("clickId", "", "eventName", "Sign up",
                "customerExternalId", buyer, "customerEmail", "mallory@example.com", "customerAvatar", "https://a.example/m.png"));
        expect(200, lead);
        Answer sale = sale("amount", 100, "customerName", "Mallory");
        expect(200, sale);
        assertThat(lead.body() + sale.body()).doesNotContain("Bea", "bea@", "bea.png");
        JsonNode customer = expect(200, api.get("/api/customers/ext_" + buyer));
        assertThat(customer.path("name").asText()).isEqualTo("Bea");
        assertThat(customer.path("email").asText()).isEqualTo("bea@buyers.example");
        assertThat(customer.path("avatar").asText()).isEqualTo("https://a.example/bea.png");
    }

    @Test
    void aPageIsAnsweredTheSameWhetherTheCustomerIsKnownOrNot() {
        expect(200, merchant.lead(click, buyer, "customerName", "Bea"));
        allowSales();
        String invoice = unique("inv");
        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 4900, "invoiceId", invoice,
                "metadata", object("secret", "hat"))));
        for (Object clickId : new Object[] {null, "", click}) {
            JsonNode known = expect(200, lead("clickId", clickId));
            JsonNode unknown = expect(200, page.post("/api/track/lead/client", object("clickId", clickId, "eventName",
                    "Sign up", "customerExternalId", "nobody")));
            assertThat(known.toString().replace(buyer, "nobody")).isEqualTo(unknown.toString());
        }
        JsonNode known = expect(200, sale("amount", 1, "invoiceId", invoice));
        JsonNode unknown = expect(200, page.post("/api/track/sale/client", object("customerExternalId", "stranger",
                "amount", 1, "invoiceId", invoice)));
        assertThat(known.toString().replace(buyer, "stranger")).isEqualTo(unknown.toString());
        assertThat(known.toString()).doesNotContain("4900", "hat", "cus_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-click", "first-click"})
    void aPageCannotMoveACustomerToAnotherLink(String model) {
        expect(200, api.patch("/api/workspace", object("attributionModel", model)));
        JsonNode others = merchant.link();
        String older = merchant.click(others);
        String brought = merchant.click(link);
        expect(200, merchant.lead(brought, buyer));
        String newer = merchant.click(others);
        for (String own : List.of(older, newer)) {
            expect(200, lead("clickId", own, "eventName", "Moved by " + own, "eventQuantity", 100));
        }

        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 4900)));

        assertThat(merchant.read(link).path("sales").asLong()).isEqualTo(1);
        assertThat(merchant.read(others).path("sales").asLong()).isZero();
        assertThat(merchant.read(others).path("leads").asLong()).isZero();
        assertThat(merchant.read(link).path("leads").asLong()).as("each of a page is one").isEqualTo(3);
        expect(200, api.patch("/api/workspace", object("attributionModel", "last-click")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-click", "first-click"})
    void whoeverAPageHasBroughtIsTheMerchantsOnceTheMerchantSaysSo(String model) {
        expect(200, api.patch("/api/workspace", object("attributionModel", model)));
        JsonNode others = merchant.link();
        expect(200, lead("clickId", merchant.click(others)));
        expect(200, merchant.lead(merchant.click(link), buyer, "eventName", "Account opened"));

        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 4900)));

        assertThat(merchant.read(link).path("sales").asLong()).isEqualTo(1);
        assertThat(merchant.read(others).path("sales").asLong()).isZero();
        expect(200, api.patch("/api/workspace", object("attributionModel", "last-click")));
    }

    @Test
    void aPageThatReportsAnInvoiceFirstSuppressesNoSaleOfTheMerchant() {
        expect(200, merchant.lead(click, buyer));
        allowSales();
        String invoice = unique("inv");
        JsonNode others = merchant.link();
        expect(200, page.post("/api/track/sale/client", object("customerExternalId", unique("mallory"), "clickId",
                merchant.click(others), "amount", 1, "invoiceId", invoice, "metadata", object("made", "up"))));
        assertThat(merchant.read(others).path("sales").asLong()).isEqualTo(1);

        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 4900, "invoiceId", invoice)));

        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(4900);
        assertThat(merchant.read(others).path("sales").asLong()).isZero();
        expect(200, sale("amount", 7, "invoiceId", invoice));
        assertThat(merchant.read(link).path("saleAmount").asLong()).as("no page corrects it").isEqualTo(4900);
        assertThat(expect(200, api.get("/api/sales?linkId=" + link.path("id").asText())).toString()).doesNotContain("made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "picture"})
    void aPictureIsAWebAddress(String avatar) {
        Errors.isError(lead("customerAvatar", avatar), 422);
        Errors.isError(api.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId",
                buyer, "customerAvatar", avatar)), 422);
    }

    @Test
    void onlyAllowedSitesMayReport() {
        allowSales();
        restrict("shop.example", "*.shop.example");
        expect(200, leadFrom("Origin", "https://shop.example"));
        expect(200, leadFrom("Origin", "https://www.shop.example:8443"));
        expect(200, leadFrom("Origin", "https://a.b.shop.example"));
        expect(200, leadFrom("Referer", "https://shop.example/cart"));
        for (Answer refused : List.of(leadFrom("Origin", "https://evil.example"), leadFrom("Origin", "https://evilshop.example"),
                leadFrom("Origin", "null", "Referer", "https://shop.example/"), leadFrom(),
                page.post("/api/track/sale/client", object("customerExternalId", buyer, "amount", 1), "Origin", "https://evil.example"),
                click("https://evil.example"), visit("https://evil.example"))) {
            Errors.isError(refused, 403);
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(refused.body()).contains("allowedHostnames");
        }
        expect(200, click("https://shop.example"));
        expect(200, visit("https://shop.example"));
        assertThat(expect(200, api.get("/api/workspace")).path("allowedHostnames"))
                .hasToString("[\"shop.example\",\"*.shop.example\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"allowedHostnames\":\"shop.example\"}", "{\"allowedHostnames\":[\"https://shop.example\"]}",
        "{\"allowedHostnames\":[1]}", "{\"allowedHostnames\":[null]}", "{\"allowedHostnames\":[\"\"]}", "{\"clientSales\":\"yes\"}",
        "{\"allowedHostnames\":[\"shop.example\"],\"clientSales\":1}"})
    void aSettingThatCannotBeChangesNothing(String change) {
        JsonNode before = expect(200, api.get("/api/workspace"));
        Errors.isError(api.patch("/api/workspace", change), 422);
        assertThat(expect(200, api.get("/api/workspace"))).isEqualTo(before);
    }

    @Test
    void anUnknownKeyOpensNothing() {
        Answer refused = ConversionsServer.shared().api("dub_pk_unknown").post("/api/track/lead/client", object());
        Errors.isError(refused, 401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Errors.isError(nobody.post("/api/track/sale/client", object()), 401);
        Errors.isError(nobody.post("/api/track/lead/client", object(), "Authorization", "Basic x"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/track/click", "/api/track/visit", "/api/track/lead/client", "/api/track/sale/client",
        "/track/click", "/track/visit", "/track/open", "/track/lead/client", "/track/sale/client"})
    void aBrowserMayAskBeforehand(String path) {
        Answer preflight = nobody.send("OPTIONS", path, BodyPublishers.noBody(), "Origin", "https://shop.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type,authorization");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("POST, OPTIONS");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("Content-Type, Authorization");
    }

    @Test
    @DisplayName("An app: opened by a link, then a lead, then a sale")
    void anAppFromTheLinkToTheSale() {
        allowSales();
        String clickId = expect(200, nobody.post("/api/track/open", object("deepLink", link.path("shortLink").asText()),
                "User-Agent", "MyApp/1 CFNetwork/1410.1")).path("clickId").asText();
        expect(200, page.post("/api/track/lead/client", object("clickId", clickId, "eventName", "Installed",
                "customerExternalId", buyer, "metadata", object("os", "iOS"))));
        expect(200, sale("amount", 999));
        JsonNode now = merchant.read(link);
        assertThat(List.of(now.path("leads").asInt(), now.path("sales").asInt(), now.path("saleAmount").asInt()))
                .containsExactly(1, 1, 999);
    }

    private void restrict(String... hostnames) {
        expect(200, api.patch("/api/workspace", object("allowedHostnames", List.of(hostnames))));
    }

    private void allowSales() {
        assertThat(expect(200, api.patch("/api/workspace", object("clientSales", true))).path("clientSales").asBoolean())
                .isTrue();
    }

    private Answer lead(Object... fields) {
        Map<String, Object> body = object("clickId", click, "eventName", "Sign up", "customerExternalId", buyer);
        body.putAll(object(fields));
        return page.post("/api/track/lead/client", body);
    }

    private Answer leadFrom(String... headers) {
        return page.post("/api/track/lead/client",
                object("clickId", click, "eventName", "Sign up", "customerExternalId", buyer), headers);
    }

    private Answer sale(Object... fields) {
        Map<String, Object> body = object("customerExternalId", buyer);
        body.putAll(object(fields));
        return page.post("/api/track/sale/client", body);
    }

    private Answer click(String origin) {
        return nobody.post("/api/track/click", object("domain", link.path("domain").asText(), "key",
                link.path("key").asText()), "User-Agent", Visitor.BROWSER, "Origin", origin);
    }

    private Answer visit(String origin) {
        return nobody.post("/api/track/visit", object("domain", link.path("domain").asText(), "url",
                origin + "/" + link.path("key").asText()), "User-Agent", Visitor.BROWSER, "Origin", origin);
    }
}
