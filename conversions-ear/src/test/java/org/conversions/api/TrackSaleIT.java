package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales that the merchant's own server reports. */
@OnBothDatabases
class TrackSaleIT {

    private static final int AT_ONCE = 100;

    private final Merchant merchant = Merchant.of(TrackSaleIT.class);
    private final Api api = merchant.api();
    private final String partnerId = expect(201, api.post("/api/partners",
            object("email", unique("pat") + "@example.com", "name", "Pat"))).path("id").asText();
    private final JsonNode link = expect(201, api.post("/api/partners/links",
            object("partnerId", partnerId, "url", "https://shop.example/" + unique("p"))));
    private final String linkId = link.path("id").asText();
    private final String click = merchant.click(link);
    private final String buyer = unique("buyer");
    private final String invoice = unique("inv_");

    @BeforeEach
    @AfterEach
    void theProgramHasNoReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @Test
    void aSaleIsAnsweredWithItsCustomerAndWhatWasReported() {
        expect(200, merchant.lead(click, buyer, "customerName", "Bea Buyer"));
        JsonNode answer = expect(200, sale("amount", 4900, "currency", "USD", "eventName", "Upgrade",
                "paymentProcessor", "paddle", "invoiceId", invoice, "leadEventName", "Sign up",
                "metadata", object("plan", "pro", "seats", 3)));
        assertThat(answer.path("eventName").asText()).isEqualTo("Upgrade");
        Shapes.hasTexts(answer.path("customer"), "id", "name", "externalId");
        Shapes.hasKeys(answer.path("customer"), "email", "avatar");
        assertThat(answer.path("customer").path("externalId").asText()).isEqualTo(buyer);
        assertThat(answer.path("customer").path("name").asText()).isEqualTo("Bea Buyer");
        assertThat(answer.path("sale")).hasToString("{\"amount\":4900,\"currency\":\"usd\",\"paymentProcessor\":\"paddle\","
                + "\"invoiceId\":\"" + invoice + "\",\"metadata\":{\"plan\":\"pro\",\"seats\":3}}");
        JsonNode told = sales().path(0);
        assertThat(told.path("eventName").asText()).isEqualTo("Upgrade");
        assertThat(told.path("metadata")).hasToString("{\"plan\":\"pro\",\"seats\":3}");
        assertThat(told.path("invoice_id").asText()).isEqualTo(invoice);
        assertThat(told.path("sale").path("paymentProcessor").asText()).isEqualTo("paddle");
        figures(1, 1, 4900);
    }

    @Test
    void whatIsLeftOutHasDefaultsAndANullIsLeftOut() {
        expect(200, merchant.lead(click, buyer));
        JsonNode answer = expect(200, sale("amount", 700, "currency", null, "eventName", null, "paymentProcessor", null,
                "invoiceId", null, "leadEventName", null, "customerName", null, "customerEmail", null,
                "customerAvatar", null, "clickId", "", "metadata", null));
        assertThat(answer.path("eventName").asText()).isEqualTo("Purchase");
        assertThat(answer.path("sale")).hasToString("{\"amount\":700,\"currency\":\"usd\",\"paymentProcessor\":\"custom\","
                + "\"invoiceId\":null,\"metadata\":null}");
        assertThat(expect(200, sale("amount", 700))).isEqualTo(answer);
        figures(1, 2, 1400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerExternalId", "customerId", "externalId"})
    void olderClientsNameTheCustomerOtherwise(String name) {
        expect(200, merchant.lead(click, buyer));
        JsonNode answer = expect(200, api.post("/api/track/sale", object(name, buyer, "amount", 100)));
        assertThat(answer.path("customer").path("externalId").asText()).isEqualTo(buyer);
    }

    @Test
    void thePartnerOfTheClickEarnsTheReward() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 10)));
        expect(200, sale("amount", 5000, "clickId", click, "invoiceId", invoice));
        JsonNode commission = expect(200, api.get("/api/commissions?partnerId=" + partnerId)).path(0);
        assertThat(commission.path("type").asText()).isEqualTo("sale");
        assertThat(commission.path("earnings").asLong()).isEqualTo(500);
        assertThat(commission.path("invoiceId").asText()).isEqualTo(invoice);
    }

    @Test
    @DisplayName("The same invoice again is answered as the first time, whatever the body says, and counts once")
    void theSameInvoiceAgainIsAnsweredAsTheFirstTime() {
        expect(200, merchant.lead(click, buyer));
        Answer first = sale("amount", 4900, "invoiceId", invoice, "metadata", object("a", "b"));
        expect(200, first);
        assertThat(sale("amount", 4900, "invoiceId", invoice, "metadata", object("a", "b")).body())
                .isEqualTo(first.body());
        expect(200, merchant.lead(click, buyer, "customerName", "Renamed", "eventName", "Later"));
        assertThat(sale("amount", 1, "invoiceId", invoice, "eventName", "Other", "clickId", "nonsense").body())
                .isEqualTo(first.body());
        assertThat(sale("amount", 0, "invoiceId", invoice, "customerExternalId", unique("other")).body())
                .isEqualTo(first.body());
        figures(2, 1, 4900);
    }

    @Test
    @DisplayName("A hundred parallel calls with one invoice id: one sale, one answer")
    void aHundredAtOnceAreOneSale() {
        expect(200, merchant.lead(click, buyer));
        assertThat(answersAtOnce("amount", 4900, "invoiceId", invoice)).singleElement().asString().startsWith("200{");
        figures(1, 1, 4900);
    }

    @Test
    void aHundredDirectSalesAtOnceAreOneCustomerOneLeadAndOneSale() {
        assertThat(answersAtOnce("amount", 4900, "invoiceId", invoice, "clickId", click)).singleElement().asString()
                .startsWith("200{");
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).hasSize(1);
        figures(1, 1, 4900);
    }

    @Test
    void withoutAnInvoiceTheKeyOfTheCallDoesTheSame() {
        expect(200, merchant.lead(click, buyer));
        String key = unique("call");
        Callable<String> call = () -> api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 700),
                "Idempotency-Key", key).body();
        Set<String> answers = Set.copyOf(AtOnce.all(Collections.nCopies(20, call)));
        assertThat(answers.stream().filter(answer -> answer.contains("\"amount\":700"))).hasSize(1);
        figures(1, 1, 700);
    }

    @Test
    void manyDifferentSalesAtOnceAllCount() {
        expect(200, merchant.lead(click, buyer));
        List<Callable<Integer>> many = IntStream.range(0, 30)
                .<Callable<Integer>>mapToObj(i -> () -> sale("amount", 100, "invoiceId", invoice + i).status()).toList();
        assertThat(AtOnce.all(many)).containsOnly(200);
        figures(1, 30, 3000);
    }

    @Test
    void whoeverIsUnknownAndBringsNoClickIsNoError() {
        for (String clickId : new String[] {null, "", " "}) {
            JsonNode answer = expect(200, sale("amount", 4900, "invoiceId", invoice, "clickId", clickId));
            assertThat(answer).hasToString("{\"eventName\":\"Purchase\",\"customer\":null,\"sale\":null}");
        }
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).isEmpty();
        // And it is not remembered: told again when the customer is known, it counts.
        expect(200, merchant.lead(click, buyer));
        assertThat(expect(200, sale("amount", 4900, "invoiceId", invoice)).path("sale").path("amount").asLong())
                .isEqualTo(4900);
        figures(1, 1, 4900);
    }

    @Test
    void aSaleOfNothingIsNoErrorAndIsNotRemembered() {
        expect(200, merchant.lead(click, buyer));
        assertThat(expect(200, sale("amount", 0, "invoiceId", invoice)))
                .hasToString("{\"eventName\":\"Purchase\",\"customer\":null,\"sale\":null}");
        figures(1, 0, 0);
        expect(200, sale("amount", 4900, "invoiceId", invoice));
        figures(1, 1, 4900);
    }

    @Test
    void aDirectSaleMakesTheCustomerAndOneLeadThatNobodyIsRewardedFor() {
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 300)));
        JsonNode answer = expect(200, sale("amount", 4900, "clickId", click, "customerName", "Bea",
                "customerEmail", "bea@buyers.example", "customerAvatar", "https://a.example/b.png"));
        assertThat(answer.path("customer").path("name").asText()).isEqualTo("Bea");
        assertThat(answer.path("customer").path("avatar").asText()).isEqualTo("https://a.example/b.png");
        figures(1, 1, 4900);
        assertThat(expect(200, api.get("/api/commissions?type=lead&partnerId=" + partnerId))).isEmpty();
        expect(200, sale("amount", 100, "clickId", click));
        figures(1, 2, 5000);
    }

    @Test
    void aDirectSaleMayNameItsLead() {
        expect(200, sale("amount", 4900, "clickId", click, "leadEventName", "Walk in"));
        assertThat(expect(200, api.get("/api/events?event=leads&linkId=" + linkId)).path(0).path("eventName").asText())
                .isEqualTo("Walk in");
        expect(200, sale("amount", 100, "leadEventName", "Walk in"));
        figures(1, 2, 5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "x", "' or 1=1 --", "😀"})
    @DisplayName("A click that is none is not found and leaves nothing behind")
    void aDirectSaleNeedsAClickThatThereIs(String clickId) {
        Errors.isError(sale("amount", 4900, "invoiceId", invoice, "clickId", clickId), 404);
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).isEmpty();
        expect(200, sale("amount", 4900, "invoiceId", invoice, "clickId", click));
        figures(1, 1, 4900);
    }

    @Test
    void aClickOnALinkThatIsGoneMakesNoCustomer() {
        expect(200, api.delete("/api/links/" + linkId));
        Errors.isError(sale("amount", 4900, "clickId", click), 404);
        Errors.isError(merchant.lead(click, buyer), 404);
        assertThat(Walk.ids(api.get("/api/customers?externalId=" + buyer))).isEmpty();
    }

    @Test
    void aCustomerWhoIsKnownKeepsBuyingWhenTheLinkIsGone() {
        Answer lead = merchant.lead(click, buyer);
        expect(200, api.delete("/api/links/" + linkId));
        assertThat(merchant.lead(click, buyer).body()).isEqualTo(lead.body());
        assertThat(expect(200, sale("amount", 4900)).path("sale").path("amount").asLong()).isEqualTo(4900);
    }

    @Test
    void aKnownCustomerIsTheLeadThatIsAskedFor() {
        expect(200, merchant.lead(click, buyer));
        Errors.isError(sale("amount", 4900, "invoiceId", invoice, "leadEventName", "Demo"), 404);
        figures(1, 0, 0);
        expect(200, merchant.lead(click, buyer, "eventName", "Demo"));
        expect(200, sale("amount", 4900, "invoiceId", invoice, "leadEventName", "Demo"));
        figures(2, 1, 4900);
    }

    @Test
    @DisplayName("A customer with a click buys, whether or not the lead was reported")
    void aCustomerOfADeferredLeadBuys() {
        expect(200, merchant.lead(click, buyer, "mode", "deferred"));
        expect(200, sale("amount", 4900));
        figures(0, 1, 4900);
        Errors.isError(sale("amount", 4900, "leadEventName", "Sign up"), 404);
    }

    @Test
    void aKnownCustomersOwnClickIsWhereTheSaleGoes() {
        expect(200, merchant.lead(click, buyer));
        JsonNode other = merchant.link();
        expect(200, sale("amount", 4900, "clickId", merchant.click(other)));
        figures(1, 0, 0);
        assertThat(merchant.read(other).path("sales").asLong()).isEqualTo(1);
    }

    @Test
    void aStaleCookieLosesNoSaleOfAKnownCustomer() {
        expect(200, merchant.lead(click, buyer));
        expect(200, sale("amount", 4900, "clickId", "0123456789abcdef"));
        figures(1, 1, 4900);
    }

    @Test
    void otherCurrenciesAreConvertedAndAnsweredAsReported() {
        expect(200, api.put("/api/exchange-rates", object("base", "USD", "asOf", "2026-01-01",
                "rates", object("KMF", "500"))));
        expect(200, merchant.lead(click, buyer));
        JsonNode answer = expect(200, sale("amount", 5000, "currency", "kmf", "invoiceId", invoice));
        assertThat(answer.path("sale").path("amount").asLong()).isEqualTo(5000);
        assertThat(answer.path("sale").path("currency").asText()).isEqualTo("kmf");
        figures(1, 1, 1000);
        JsonNode kept = expect(200, api.get("/api/sales/" + invoice));
        assertThat(kept.path("originalAmount").asLong()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"amount | null", "customerExternalId | null",
        "customerExternalId | ''", "customerEmail | nobody", "paymentProcessor | cash", "paymentProcessor | Stripe",
        "currency | dollars", "currency | xyz", "amount | ten", "amount | '10'"})
    void whatASaleMustSayIsSaid(String field, String value) {
        namesTheField(sale("amount", 4900, field, value), field);
    }

    @Test
    void amountsAreWholePositiveAndCountable() {
        expect(200, merchant.lead(click, buyer));
        namesTheField(sale("amount", -1), "amount");
        namesTheField(sale("amount", 10.5), "amount");
        namesTheField(sale("amount", 1.0), "amount");
        namesTheField(api.post("/api/track/sale", "{\"customerExternalId\":\"" + buyer
                + "\",\"amount\":99999999999999999999}"), "amount");
        namesTheField(sale("amount", Long.MAX_VALUE, "invoiceId", invoice), "amount");
        figures(1, 0, 0);
        expect(200, sale("amount", 5_000_000_000L, "invoiceId", invoice));
        figures(1, 1, 5_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"eventName, 255", "customerExternalId, 100", "customerName, 100", "customerAvatar, 2000", "invoiceId, 255",
        "leadEventName, 255"})
    void noTextIsEndless(String field, int max) {
        String begin = field.equals("customerAvatar") ? "https://a.example/" : unique("");
        String text = begin + "x".repeat(max - begin.length());
        expect(200, sale("amount", 100, "clickId", click, field, text));
        namesTheField(sale("amount", 100, "clickId", click, field, text + "x"), field);
    }

    @Test
    void metadataIsAnObjectOfLimitedLength() {
        namesTheField(sale("amount", 100, "metadata", object("a", "x".repeat(10_000))), "metadata");
        namesTheField(sale("amount", 100, "metadata", List.of()), "metadata");
        namesTheField(sale("amount", 100, "metadata", "text"), "metadata");
    }

    @Test
    @DisplayName("The Stripe invoice id reported after Stripe's own event is the same sale")
    void stripesInvoiceReportedAfterwardsIsTheSameSale() {
        String session = merchant.pays(click, buyer, 2000);
        JsonNode answer = expect(200, sale("amount", 2400, "invoiceId", session, "paymentProcessor", "stripe",
                "eventName", "Bought a hat", "metadata", object("hat", "red")));
        assertThat(answer.path("sale").path("amount").asLong()).isEqualTo(2400);
        figures(1, 1, 2000);
        JsonNode kept = expect(200, api.get("/api/sales/" + session));
        assertThat(kept.path("eventName").asText()).isEqualTo("Bought a hat");
        assertThat(sales().path(0).path("metadata")).hasToString("{\"hat\":\"red\"}");
    }

    @Test
    void whatIsReportedFirstAndRefundedAtStripeIsTakenBack() {
        String charge = unique("ch_");
        expect(200, sale("amount", 2000, "invoiceId", invoice, "clickId", click, "paymentProcessor", "stripe"));
        expect(200, merchant.stripeSends("charge.refunded", object("id", charge, "object", "charge", "amount", 2000,
                "amount_refunded", 1000, "currency", "usd", "customer", unique("cus_"), "payment_intent", unique("pi_"),
                "invoice", invoice)));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + charge).json().path(0).path("state").asText()));
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(1000);
    }

    @Test
    void aPublishableKeyReportsNoSalesOfTheServersKind() {
        Errors.isError(ConversionsServer.shared().api(merchant.workspace().publishableKey())
                .post("/api/track/sale", object("customerExternalId", buyer, "amount", 100)), 403);
    }

    private Answer sale(Object... fields) {
        Map<String, Object> body = object("customerExternalId", buyer);
        body.putAll(object(fields));
        return api.post("/api/track/sale", body);
    }

    private Set<String> answersAtOnce(Object... fields) {
        Callable<String> call = () -> {
            Answer answer = sale(fields);
            return answer.status() + answer.body();
        };
        return Set.copyOf(AtOnce.all(Collections.nCopies(AT_ONCE, call)));
    }

    private JsonNode sales() {
        return expect(200, api.get("/api/events?event=sales&linkId=" + linkId));
    }

    private void figures(long leads, long sales, long amount) {
        JsonNode now = merchant.read(link);
        assertThat(now.path("leads").asLong()).as("leads").isEqualTo(leads);
        assertThat(now.path("sales").asLong()).as("sales").isEqualTo(sales);
        assertThat(now.path("saleAmount").asLong()).as("saleAmount").isEqualTo(amount);
    }

    private static void namesTheField(Answer answer, String field) {
        Errors.isError(answer, 422);
        assertThat(answer.json().path("error").path("message").asText()).contains(field);
    }
}
