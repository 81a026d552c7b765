package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads that the merchant's own server reports. */
@OnBothDatabases
class LeadsIT {

    private static final int AT_ONCE = 50;

    private final Merchant merchant = Merchant.of(LeadsIT.class);
    private final Api api = merchant.api();
    private final JsonNode link = merchant.link("externalId", unique("link"));
    private final String click = merchant.click(link);
    private final String buyer = unique("buyer");

    @Test
    void aLeadIsAnsweredWithItsClickItsLinkAndItsCustomer() {
        JsonNode lead = expect(200, merchant.lead(click, buyer, "customerName", "Bea Buyer", "customerEmail",
                "bea@buyers.example", "customerAvatar", null, "eventQuantity", null, "mode", "async", "metadata",
                object("plan", "pro", "seats", 3)));
        assertThat(lead.path("click").path("id").asText()).isEqualTo(click);
        Shapes.hasTexts(lead.path("link"), "id", "domain", "key", "shortLink", "url", "externalId");
        Shapes.hasKeys(lead.path("link"), "partnerId", "programId", "tenantId");
        assertThat(lead.path("link").path("id")).isEqualTo(link.path("id"));
        assertThat(lead.path("customer").path("externalId").asText()).isEqualTo(buyer);
        assertThat(lead.path("customer").path("name").asText()).isEqualTo("Bea Buyer");
        assertThat(lead.path("customer").path("email").asText()).isEqualTo("bea@buyers.example");
        assertThat(lead.path("customer").path("avatar").isNull()).isTrue();
        JsonNode told = leads().path(0);
        assertThat(told.path("metadata")).hasToString("{\"plan\":\"pro\",\"seats\":3}");
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerExternalId", "customerId", "externalId"})
    void olderClientsNameTheCustomerOtherwise(String name) {
        JsonNode lead = expect(200, api.post("/api/track/lead",
                object("clickId", click, "eventName", "Sign up", name, buyer)));
        assertThat(lead.path("customer").path("externalId").asText()).isEqualTo(buyer);
    }

    @Test
    void theSameLeadAgainCountsOnceAndIsAnsweredTheSame() {
        Answer first = merchant.lead(click, buyer, "customerName", "Bea");
        assertThat(merchant.lead(click, buyer, "customerName", "Bea").body()).isEqualTo(first.body());
        assertThat(merchant.lead("", buyer).body()).isEqualTo(first.body());
        assertThat(leads()).hasSize(1);
        expect(200, merchant.lead(click, buyer, "eventName", "Asked for a quote"));
        assertThat(leads()).hasSize(2);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(2);
    }

    @Test
    void manyIdenticalLeadsAtOnceCountOnce() {
        Callable<String> lead = () -> {
            Answer answer = merchant.lead(click, buyer, "customerName", "Bea");
            return answer.status() + answer.body();
        };
        List<String> answers = AtOnce.all(Collections.nCopies(AT_ONCE, lead));
        assertThat(Set.copyOf(answers)).singleElement().asString().startsWith("200{");
        assertThat(leads()).hasSize(1);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).hasSize(1);
    }

    @Test
    void manyDifferentCustomersAtOnceAreAllCounted() {
        List<Callable<Integer>> leads = IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(i -> () -> merchant.lead(click, buyer + i).status()).toList();
        assertThat(AtOnce.all(leads)).containsOnly(200);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(AT_ONCE);
        assertThat(expect(200, api.get("/api/analytics?event=leads&linkId=" + link.path("id").asText()))
                .path("leads").asLong()).isEqualTo(AT_ONCE);
    }

    @Test
    void aDeferredLeadRemembersTheClickForALeadWithoutOne() {
        JsonNode deferred = expect(200, merchant.lead(click, buyer, "mode", "deferred"));
        assertThat(deferred.path("customer").path("externalId").asText()).isEqualTo(buyer);
        assertThat(leads()).isEmpty();
        JsonNode lead = expect(200, merchant.lead("", buyer));
        assertThat(lead.path("click").path("id").asText()).isEqualTo(click);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void aQuantityCountsAsManyLeads() {
        expect(200, merchant.lead(click, buyer, "eventQuantity", 7));
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(7);
    }

    @Test
    void aCustomerWhoIsUnknownNeedsAClick() {
        Errors.isError(merchant.lead("", buyer), 400);
        Errors.isError(merchant.lead(null, buyer), 400);
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "x", "not a click", "' or 1=1 --", "\u0000", "😀"})
    void aClickThatIsNoneIsNotFoundAndLeavesNothingBehind(String clickId) {
        Errors.isError(merchant.lead(clickId, buyer), 404);
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"eventName | null", "eventName | ''", "customerExternalId | null",
        "customerExternalId | ' '", "customerEmail | nobody", "customerEmail | a@b", "mode | later"})
    void whatALeadMustSayIsSaid(String field, String value) {
        namesTheField(merchant.lead(click, buyer, field, value), field);
    }

    @ParameterizedTest
    @CsvSource({"eventName, 255", "customerExternalId, 100", "customerName, 100", "customerEmail, 100", "customerAvatar, 2000"})
    void noTextIsEndless(String field, int max) {
        String begin = field.equals("customerAvatar") ? "https://a.example/" : "";
        String end = field.equals("customerEmail") ? "@b.example" : "";
        String text = begin + "x".repeat(max - begin.length() - end.length());
        expect(200, merchant.lead(click, buyer, field, text + end));
        namesTheField(merchant.lead(click, buyer, field, text + "x" + end), field);
    }

    @Test
    void quantityAndMetadataHaveLimits() {
        namesTheField(merchant.lead(click, buyer, "eventQuantity", 0), "eventQuantity");
        namesTheField(merchant.lead(click, buyer, "eventQuantity", 101), "eventQuantity");
        namesTheField(merchant.lead(click, buyer, "eventQuantity", 1.5), "eventQuantity");
        namesTheField(merchant.lead(click, buyer, "metadata", object("a", "x".repeat(10_000))), "metadata");
        namesTheField(merchant.lead(click, buyer, "metadata", List.of()), "metadata");
        namesTheField(merchant.lead(click, buyer, "metadata", "text"), "metadata");
        assertThat(leads()).isEmpty();
    }

    @Test
    void pagesOfOtherSitesMayAskAndSeeErrors() {
        Api page = ConversionsServer.shared().api(null);
        Answer preflight = page.send("OPTIONS", "/api/track/lead", BodyPublishers.noBody(),
                "Origin", "https://shop.example", "Access-Control-Request-Method", "POST");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Content-Type", "Authorization");
        Answer refused = page.post("/api/track/lead", object(), "Origin", "https://shop.example");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(api.get("/api/links/count").header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void aPublishableKeyReportsNoLeadsOfTheServersKind() {
        Errors.isError(ConversionsServer.shared().api(merchant.workspace().publishableKey())
                .post("/api/track/lead", object("clickId", click, "eventName", "x", "customerExternalId", buyer)), 403);
    }

    private JsonNode leads() {
        return expect(200, api.get("/api/events?event=leads&linkId=" + link.path("id").asText()));
    }

    private static void namesTheField(Answer answer, String field) {
        Errors.isError(answer, 422);
        assertThat(answer.json().path("error").path("message").asText()).contains(field);
    }
}
