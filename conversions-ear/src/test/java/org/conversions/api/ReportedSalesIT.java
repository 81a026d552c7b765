package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.StripePayloads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales that a merchant reports: their kind, beside those that Stripe reports, and their refunds. */
@OnBothDatabases
class ReportedSalesIT {

    private final Merchant merchant = Merchant.of(ReportedSalesIT.class);
    private final Api api = merchant.api();
    private final String partnerId = expect(201, api.post("/api/partners",
            object("email", unique("pat") + "@example.com", "name", "Pat"))).path("id").asText();
    private final JsonNode link = link();
    private final String linkId = link.path("id").asText();
    private final String buyer = unique("buyer");
    private final String invoice = unique("inv_");

    @BeforeEach
    void theProgramPaysAFifthAndTheBuyerIsALead() {
        assertThat(api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).status())
                .isIn(201, 409);
        expect(200, merchant.lead(merchant.click(link), buyer));
    }

    @Test
    void theFirstSaleOfABuyerIsFirstAndTheLaterOnesAreRecurring() {
        for (int i = 0; i < 3; i++) {
            expect(200, sale(1_000 + i, "invoiceId", invoice + i));
        }
        assertThat(List.of(kind(invoice + "0"), kind(invoice + "1"), kind(invoice + "2")))
                .containsExactly("first", "recurring", "recurring");
        assertThat(figures("new")).isEqualTo("1 sale, 1000");
        assertThat(figures("recurring")).isEqualTo("2 sales, 2003");
    }

    @Test
    void aFirstSaleIsFirstOfALink() throws InterruptedException {
        expect(200, sale(1_000, "invoiceId", invoice));
        // What happens within the second of a payment counts as before it.
        Thread.sleep(1_000);
        JsonNode other = link();
        String again = unique("inv_");
        expect(200, sale(1_000, "invoiceId", again, "clickId", merchant.click(other)));
        assertThat(List.of(kind(invoice), kind(again))).containsExactly("first", "first");
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() {
        List<Callable<Integer>> many = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> sale(100, "invoiceId", invoice + i).status()).toList();
        assertThat(AtOnce.all(many)).containsOnly(200);
        assertThat(figures("new")).isEqualTo("1 sale, 100");
        assertThat(figures("recurring")).isEqualTo("11 sales, 1100");
    }

    @Test
    void whatStripeReportsLateOfAnEarlierPaymentMakesTheReportedSaleRecurring() {
        Instant before = Instant.now();
        expect(200, sale(1_000, "invoiceId", invoice));
        assertThat(kind(invoice)).isEqualTo("first");
        String session = pays(unique("cs_"), 3_000, before);
        assertThat(kind(invoice)).isEqualTo("recurring");
        assertThat(kind(session)).isEqualTo("one-time");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePurchaseThatStripeReportsTooIsOneSaleWhichStripeKnowsBetter(boolean toldFirst) {
        if (toldFirst) {
            expect(200, sale(2_400, "invoiceId", invoice, "paymentProcessor", "stripe"));
        }
        pays(invoice, 2_000, Instant.now());
        if (!toldFirst) {
            expect(200, sale(2_400, "invoiceId", invoice, "paymentProcessor", "stripe"));
        }
        assertThat(figures("new")).isEqualTo("1 sale, 2000");
        assertThat(kind(invoice)).isEqualTo("one-time");
    }

    @Test
    void aRefundTakesItsPartOfTheSaleAndOfTheCommissionBack() {
        expect(200, sale(5_000, "invoiceId", invoice));
        JsonNode refund = expect(201, refund(invoice, "amount", 2_000, "refundId", "r-1"));
        assertThat(refund.path("amount").asInt()).isEqualTo(2_000);
        assertThat(refund.path("remainingAmount").asInt()).isEqualTo(3_000);
        assertThat(refund.path("currency").asText()).isEqualTo("usd");
        assertThat(refund.path("sale").path("netAmount").asInt()).isEqualTo(3_000);
        assertThat(refund.path("sale").path("entries").path(1).path("sourceId").asText()).isEqualTo("r-1");
        assertThat(commission().path("earnings").asInt()).isEqualTo(600);

        JsonNode rest = expect(201, refund(invoice));
        assertThat(rest.path("amount").asInt()).isEqualTo(3_000);
        assertThat(rest.path("remainingAmount").asInt()).isZero();
        assertThat(rest.path("sale").path("refunds").asInt()).isEqualTo(2);
        assertThat(commission().path("status").asText()).isEqualTo("refunded");
        assertThat(merchant.read(link).path("saleAmount").asInt()).isZero();
        Errors.isError(refund(invoice), 409);
    }

    @Test
    void theSameRefundCountsOnce() {
        expect(200, sale(5_000, "invoiceId", invoice));
        JsonNode refund = expect(201, refund(invoice, "amount", 1_000, "refundId", "r-1"));
        Callable<Answer> again = () -> refund(invoice, "amount", 1_000, "refundId", "r-1");
        assertThat(AtOnce.all(Collections.nCopies(10, again))).allMatch(answer -> answer.json().equals(refund));
        assertThat(expect(201, refund(invoice, "refundId", "r-1"))).isEqualTo(refund);
        Errors.isError(refund(invoice, "amount", 1_001, "refundId", "r-1"), 409);
        String call = unique("call");
        Callable<Answer> call1 = () -> api.post("/api/sales/" + invoice + "/refunds", object("amount", 500),
                "Idempotency-Key", call);
        assertThat(AtOnce.all(Collections.nCopies(5, call1))).allMatch(answer -> answer.status() == 201);
        assertThat(expect(200, api.get("/api/sales/" + invoice)).path("refundedAmount").asInt()).isEqualTo(1_500);
        assertThat(merchant.read(link).path("saleAmount").asInt()).isEqualTo(3_500);
    }

    @Test
    void manyPartsAtOnceNeverComeToMoreThanTheSale() {
        expect(200, sale(1_000, "invoiceId", invoice));
        Callable<Integer> part = () -> refund(invoice, "amount", 300).status();
        List<Integer> statuses = AtOnce.all(Collections.nCopies(8, part));
        assertThat(statuses).containsOnly(201, 422);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(expect(200, api.get("/api/sales/" + invoice)).path("netAmount").asInt()).isEqualTo(100);
    }

    @Test
    void aRefundIsOfTheSalesOwnRate() {
        expect(200, api.put("/api/exchange-rates", object("base", "USD", "asOf", "2026-01-01", "rates", object("KMF", "500"))));
        expect(200, sale(5_000, "currency", "kmf", "invoiceId", invoice));
        expect(200, api.put("/api/exchange-rates", object("base", "USD", "asOf", "2026-01-02", "rates", object("KMF", "250"))));
        JsonNode refund = expect(201, refund(invoice, "amount", 2_500, "currency", "KMF"));
        assertThat(refund.path("remainingAmount").asInt()).isEqualTo(2_500);
        assertThat(refund.path("sale").path("refundedAmount").asInt()).isEqualTo(500);
        Answer refused = refund(invoice, "amount", 100, "currency", "usd");
        Errors.isError(refused, 422);
        assertThat(refused.body()).contains("currency: ");
    }

    @Test
    void whatWasPaidToThePartnerIsTakenFromTheNextPayment() {
        expect(200, sale(5_000, "invoiceId", invoice));
        expect(200, api.patch("/api/commissions/" + commission().path("id").asText(), object("status", "paid")));
        expect(201, refund(invoice, "amount", 2_500));
        assertThat(commission().path("clawbackEarnings").asInt()).isEqualTo(500);
        assertThat(expect(200, api.get("/api/partners/" + partnerId)).path("owedEarnings").asInt()).isEqualTo(-500);
    }

    @Test
    void whatStripeReportsIsRefundedAtStripe() {
        String session = pays(unique("cs_"), 2_000, Instant.now());
        Answer refused = refund(session, "amount", 100);
        Errors.isError(refused, 409);
        assertThat(refused.body()).contains("Stripe");
    }

    @Test
    void theSameMoneyThatTheMerchantAndStripeSayWentBackWentBackOnce() {
        expect(200, sale(2_000, "invoiceId", invoice, "paymentProcessor", "stripe"));
        expect(201, refund(invoice, "amount", 500));
        stripeRefunds(500, 1);
        assertThat(expect(200, api.get("/api/sales/" + invoice)).path("refundedAmount").asInt()).isEqualTo(500);
        stripeRefunds(1_500, 2);
        assertThat(expect(200, api.get("/api/sales/" + invoice)).path("refundedAmount").asInt())
                .isEqualTo(1_500);
        Errors.isError(refund(invoice, "amount", 100), 409);
    }

    @Test
    void aRefundThatCannotBeIsNamed() {
        expect(200, sale(2_000, "invoiceId", invoice));
        for (Object amount : List.of(0, -1, 2_001, "ten", 1.5)) {
            Answer refused = refund(invoice, "amount", amount);
            Errors.isError(refused, 422);
            assertThat(refused.body()).contains("amount");
        }
        Errors.isError(refund(invoice, "refundId", "x".repeat(191)), 422);
        Errors.isError(refund("unknown", "amount", 1), 404);
    }

    private JsonNode link() {
        return expect(201, api.post("/api/partners/links",
                object("partnerId", partnerId, "url", "https://shop.example/" + unique("p"))));
    }

    private Answer sale(long amount, Object... fields) {
        Map<String, Object> body = object("customerExternalId", buyer, "amount", amount);
        body.putAll(object(fields));
        return api.post("/api/track/sale", body);
    }

    private Answer refund(String sale, Object... fields) {
        return api.post("/api/sales/" + sale + "/refunds", object(fields));
    }

    private JsonNode commission() {
        return expect(200, api.get("/api/commissions?partnerId=" + partnerId)).path(0);
    }

    private String kind(String sale) {
        return expect(200, api.get("/api/sales/" + sale)).path("kind").asText();
    }

    private String figures(String saleType) {
        JsonNode count = expect(200, api.get("/api/analytics?event=sales&saleType=" + saleType + "&linkId=" + linkId));
        int sales = count.path("sales").asInt();
        return sales + (sales == 1 ? " sale, " : " sales, ") + count.path("saleAmount").asInt();
    }

    /** The buyer pays by a checkout. @return its id */
    private String pays(String session, long amount, Instant at) {
        expect(200, merchant.stripeSends("checkout.session.completed", StripePayloads.checkout(session, amount,
                "customer", unique("cus_"), "metadata", object("dubCustomerExternalId", buyer)), at));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + session).json().path(0).path("state").asText()));
        return session;
    }

    /** @param events how many have told of the charge by then */
    private void stripeRefunds(long total, int events) {
        String charge = "ch_" + invoice;
        expect(200, merchant.stripeSends("charge.refunded", object("id", charge, "object", "charge", "amount", 2_000,
                "amount_refunded", total, "currency", "usd", "customer", "cus_" + invoice, "payment_intent", "pi_" + invoice,
                "invoice", invoice)));
        await().atMost(30, SECONDS).until(() -> {
            List<String> states = api.get("/api/stripe/events?objectId=" + charge).json().findValuesAsText("state");
            return states.size() == events && states.stream().allMatch("processed"::equals);
        });
    }
}
