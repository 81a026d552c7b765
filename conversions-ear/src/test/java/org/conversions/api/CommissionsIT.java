package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of commissions by an operator: one by one and several at once, all or none. */
@OnBothDatabases
class CommissionsIT {

    private final Merchant merchant = Merchant.of(CommissionsIT.class);
    private final Api api = merchant.api();
    private String partnerId;
    private List<String> ids;

    @BeforeEach
    void aPartnerEarnedTwice() {
        noReward();
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        partnerId = expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example")))
                .path("id").asText();
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", partnerId,
                "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
        merchant.pays(merchant.click(link), unique("cus_"), 1_000);
        merchant.pays(merchant.click(link), unique("cus_"), 2_000);
        ids = new ArrayList<>(Walk.ids(api.get("/api/commissions?sortOrder=asc&partnerId=" + partnerId)));
        assertThat(ids).hasSize(2);
    }

    @AfterEach
    void noReward() {
        expect(200, api.get("/api/rewards")).forEach(
                reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payoutId=po_1", "groupId=grp_1", "partnerTagId=ptag_1"})
    void whatNoCommissionHasFindsNone(String filter) {
        assertThat(expect(200, merchant.api().get("/api/commissions?" + filter))).isEmpty();
    }

    @Test
    void aQueryIsRefusedByName() {
        Answer refused = merchant.api().get("/api/commissions?query=metadata[%27a%27]:1");
        Errors.isError(refused, 422);
        assertThat(refused.body()).contains("query:");
    }

    @Test
    void aCommissionIsReadAsItIsListed() {
        JsonNode commission = commission(0);
        Shapes.isCommission(commission);
        assertThat(commission.path("entries").findValuesAsText("kind")).containsExactly("earned");
        ObjectNode listed = commission.deepCopy();
        listed.remove(List.of("entries", "reward"));
        assertThat(listed)
                .isEqualTo(expect(200, api.get("/api/commissions?sortOrder=asc&partnerId=" + partnerId)).path(0));
        assertThat(commission.path("earnings").asLong()).isEqualTo(200);
        assertThat(owed()).isEqualTo(600);
    }

    @Test
    void whatIsPaidIsOwedNoMoreAndStaysPaid() {
        JsonNode paid = expect(200, api.patch("/api/commissions/" + ids.get(0), object("status", "paid", "currency", "usd")));
        Shapes.isCommission(paid);
        assertThat(paid.path("status").asText()).isEqualTo("paid");
        assertThat(paid.path("paidEarnings").asLong()).isEqualTo(200);
        assertThat(paid.path("clawbackEarnings").asLong()).isZero();
        Shapes.hasTimes(paid, "paidAt");
        assertThat(owed()).isEqualTo(400);
        for (String status : List.of("paid", "pending", "refunded", "canceled", "fraud", "duplicate")) {
            Errors.isError(api.patch("/api/commissions/" + ids.get(0), object("status", status)), 400);
        }
        assertThat(commission(0)).isEqualTo(paid);
        assertThat(Walk.ids(api.get("/api/commissions?status=paid&partnerId=" + partnerId))).containsExactly(ids.get(0));
    }

    @Test
    void theAnswerToAPaymentSaysHowMuchAfterWhatWasTakenBackOfEarlierPayments() {
        String first = ids.get(0);
        JsonNode paid = expect(200, api.patch("/api/commissions/" + first, object("status", "paid"))).path("payment");
        assertThat(List.of(paid.path("amount").asInt(), paid.path("earnings").asInt(), paid.path("absorbedEarnings").asInt()))
                .containsExactly(200, 200, 0);
        refundHalf(0);
        await().atMost(30, SECONDS).until(() -> commission(0).path("clawbackEarnings").asInt() == 100);

        JsonNode changed = expect(200, api.patch("/api/commissions/bulk",
                object("commissionIds", List.of(ids.get(1)), "status", "paid"))).path(0);
        JsonNode payment = changed.path("payment");
        assertThat(payment.path("partnerId").asText()).isEqualTo(partnerId);
        assertThat(payment.path("currency").asText()).isEqualTo("usd");
        assertThat(List.of(payment.path("amount").asInt(), payment.path("earnings").asInt(),
                payment.path("absorbedEarnings").asInt())).containsExactly(300, 400, 100);
        assertThat(commission(0).path("payment")).isEqualTo(payment);
        assertThat(commission(0).path("entries").findValuesAsText("kind"))
                .containsExactly("earned", "paid", "clawback", "paid");
        assertThat(commission(0).path("entries").findValuesAsText("earnings")).containsExactly("200", "200", "-100", "-100");
        assertThat(commission(1).path("entries").path(1).path("payoutId")).isEqualTo(payment.path("id"));
        assertThat(owed()).isZero();
    }

    @Test
    void oneTransferPaysSeveralCommissionsOfAPartner() {
        JsonNode changed = expect(200, api.patch("/api/commissions/bulk", object("commissionIds", ids, "status", "paid")));
        assertThat(changed.path(0).path("payment").path("amount").asInt()).isEqualTo(600);
        assertThat(changed.path(1).path("payment")).isEqualTo(changed.path(0).path("payment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canceled", "fraud", "duplicate"})
    void aVerdictIsOwedNothingAndCanBeTakenBack(String verdict) {
        JsonNode judged = expect(200, api.patch("/api/commissions/" + ids.get(0), object("status", verdict)));
        assertThat(judged.path("status").asText()).isEqualTo(verdict);
        assertThat(judged.path("earnings").asLong()).isZero();
        assertThat(judged.path("grossEarnings").asLong()).isEqualTo(200);
        assertThat(owed()).isEqualTo(400);
        Errors.isError(api.patch("/api/commissions/" + ids.get(0), object("status", "paid")), 400);
        Errors.isError(api.patch("/api/commissions/" + ids.get(0), object("status", verdict)), 400);
        assertThat(expect(200, api.patch("/api/commissions/" + ids.get(0), object("status", "pending"))).path("status").asText())
                .isEqualTo("pending");
        assertThat(owed()).isEqualTo(600);
    }

    @Test
    void whatTheOperatorRefundsIsTakenBackAndGivenAgain() {
        JsonNode refunded = expect(200, api.patch("/api/commissions/" + ids.get(1), object("status", "refunded")));
        assertThat(refunded.path("earnings").asLong()).isZero();
        assertThat(refunded.path("grossEarnings").asLong()).isEqualTo(400);
        assertThat(refunded.path("refundedEarnings").asLong()).isEqualTo(400);
        assertThat(owed()).isEqualTo(200);
        JsonNode again = expect(200, api.patch("/api/commissions/" + ids.get(1), object("status", "pending")));
        assertThat(again.path("earnings").asLong()).isEqualTo(400);
        assertThat(again.path("amount").asLong()).isEqualTo(2_000);
        assertThat(owed()).isEqualTo(600);
    }

    @Test
    void severalAreChangedTogetherInTheOrderInWhichTheyAreNamed() {
        Collections.reverse(ids);
        JsonNode answer = expect(200, bulk(ids, "paid"));
        assertThat(List.of(answer.at("/0/id").asText(), answer.at("/1/id").asText())).isEqualTo(ids);
        assertThat(answer.findValuesAsText("status")).containsExactly("paid", "paid");
        assertThat(answer.path(0).fieldNames()).toIterable().containsExactly("id", "status", "payment");
        assertThat(owed()).isZero();
    }

    @Test
    void ifOneOfSeveralCannotBeChangedNoneIs() {
        Errors.isError(bulk(List.of(ids.get(0), "cm_unknown"), "paid"), 404);
        expect(200, bulk(List.of(ids.get(1)), "fraud"));
        Errors.isError(bulk(ids, "paid"), 400);
        Errors.isError(bulk(ids, "fraud"), 400);
        assertThat(commission(0).path("status").asText()).isEqualTo("pending");
        assertThat(commission(1).path("status").asText()).isEqualTo("fraud");
    }

    @Test
    void manyPaymentsOfTheSameAtOnceAreOne() {
        Callable<Integer> pay = () -> bulk(ids, "paid").status();
        assertThat(AtOnce.all(Collections.nCopies(8, pay))).containsOnlyOnce(200)
                .filteredOn(status -> status != 200).containsOnly(400);
        assertThat(commission(1).path("paidEarnings").asLong()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "{\"status\":\"paid\"}", "{\"commissionIds\":null,\"status\":\"paid\"}", "{\"commissionIds\":[],\"status\":\"paid\"}",
        "{\"commissionIds\":[null],\"status\":\"paid\"}", "{\"commissionIds\":[5],\"status\":\"paid\"}",
        "{\"commissionIds\":[\"ID\",\"ID\"],\"status\":\"paid\"}", "{\"commissionIds\":[\"ID\"]}",
        "{\"commissionIds\":[\"ID\"],\"status\":\"processed\"}",
        "{\"commissionIds\":[\"ID\"],\"status\":\"\"}", "{\"commissionIds\":[\"ID\"],\"status\":5}",
        "{\"commissionIds\":\"ID\",\"status\":\"paid\"}"})
    void whatCannotBeIsRefused(String body) {
        Errors.isError(api.patch("/api/commissions/bulk", body.replace("ID", ids.get(0))), 422);
        assertThat(commission(0).path("status").asText()).isEqualTo("pending");
    }

    @Test
    void thereIsALimitToSeveral() {
        Errors.isError(bulk(IntStream.rangeClosed(0, 100).mapToObj(i -> "cm_" + i).toList(), "paid"), 422);
        Errors.isError(bulk(IntStream.range(0, 100).mapToObj(i -> "cm_" + i).toList(), "paid"), 404);
    }

    @Test
    void anAmountThatIsEditedStaysSoAndIsTakenBackInTheSameShare() {
        JsonNode edited = expect(200, patch(1, "saleAmount", 3_000, "currency", "usd", "reason", "an upgrade by phone"));
        Shapes.isCommission(edited);
        assertThat(List.of(edited.path("amount").asInt(), edited.path("earnings").asInt())).containsExactly(3_000, 600);
        assertThat(edited.path("entries").path(1).path("kind").asText()).isEqualTo("corrected");
        assertThat(edited.path("entries").path(1).path("reason").asText()).isEqualTo("an upgrade by phone");
        assertThat(edited.path("entries").path(1).path("person").asText()).isNotEmpty();
        assertThat(expect(200, patch(1, "modifyAmount", -1_000)).path("earnings").asInt()).isEqualTo(400);
        assertThat(expect(200, patch(1, "earnings", 150)).path("earnings").asInt()).isEqualTo(150);
        refundHalf(1);
        await().atMost(30, SECONDS).until(() -> commission(1).path("earnings").asInt() == 75);
        assertThat(owed()).isEqualTo(275);
        assertThat(audited("commission_changed").path("details").path("earningsTo").asInt()).isEqualTo(150);
    }

    @Test
    void whatIsHeldByTheOperatorWaitsForTheOperator() {
        JsonNode held = expect(200, patch(0, "status", "hold", "reason", "asked the shop"));
        assertThat(List.of(held.path("status").asText(), held.path("holdReason").asText(), held.path("holdNote").asText()))
                .containsExactly("hold", "operator", "asked the shop");
        assertThat(owed()).isEqualTo(400);
        Errors.isError(patch(0, "status", "paid"), 400);
        JsonNode released = expect(200, patch(0, "status", "pending"));
        assertThat(released.path("entries").findValuesAsText("kind")).containsExactly("earned", "held", "released");
        assertThat(owed()).isEqualTo(600);
    }

    @Test
    void whatAPartnerSeemsToHaveBoughtIsHeldByTheGuardUntilSomebodyDecides() {
        String domain = unique("firm") + ".example";
        String self = expect(201, api.post("/api/partners", object("email", "pat@" + domain))).path("id").asText();
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", self, "url", "https://shop.example/")));
        for (String buyer : List.of("pat@" + domain, "bea@" + domain, "bea@elsewhere.example")) {
            String id = unique("buyer");
            expect(200, merchant.lead(merchant.click(link), id, "customerEmail", buyer));
            expect(200, api.post("/api/track/sale", object("customerExternalId", id, "amount", 1_000, "invoiceId", unique("in_"))));
        }
        JsonNode earned = expect(200, api.get("/api/commissions?sortOrder=asc&partnerId=" + self));
        assertThat(earned.findValuesAsText("status")).containsExactly("hold", "hold", "pending");
        assertThat(earned.findValuesAsText("holdReason")).containsExactly("guard", "guard", "null");
        assertThat(earned.findValuesAsText("holdNote")).containsExactly("same_email", "same_email_domain", "null");
        String held = earned.path(0).path("id").asText();
        JsonNode shown = expect(200, api.get("/api/commissions/" + held));
        assertThat(shown.path("entries").path(1).path("reason").asText()).isEqualTo("same_email");
        assertThat(shown.path("reward").path("text").asText()).as("what it was earned by").endsWith("of each sale");
        assertThat(expect(200, api.get("/api/partners/" + self)).path("owedEarnings").asInt()).isEqualTo(200);
        JsonNode released = expect(200, api.patch("/api/commissions/" + held, object("status", "pending", "reason", "is an employee")));
        assertThat(released.path("entries").findValuesAsText("kind")).containsExactly("earned", "held", "released");
        assertThat(released.path("status").asText()).isEqualTo("pending");
    }

    @Test
    void aCustomCommissionIsGivenAndOneThatTakesBackIsAbsorbed() {
        assertThat(expect(202, api.post("/api/commissions", object("type", "custom", "partnerId", partnerId, "amount", 1_000,
                "date", "2026-01-05", "description", "the fair"))).path("success").asBoolean()).isTrue();
        expect(202, api.post("/api/commissions", object("type", "custom", "partnerId", partnerId, "amount", -300,
                "description", "paid twice in cash")));
        JsonNode made = expect(200, api.get("/api/commissions?type=custom&sortOrder=asc&partnerId=" + partnerId));
        assertThat(made.findValuesAsText("earnings")).containsExactly("1000", "-300");
        assertThat(made.path(0).path("description").asText()).isEqualTo("the fair");
        assertThat(made.path(0).path("customer").isNull()).isTrue();
        Shapes.hasTimes(made.path(0), "dueAt");
        assertThat(owed()).isEqualTo(1_300);
        JsonNode paid = expect(200, bulk(ids, "paid")).path(0).path("payment");
        assertThat(List.of(paid.path("amount").asInt(), paid.path("absorbedEarnings").asInt())).containsExactly(300, 300);
        assertThat(owed()).isEqualTo(1_000);
    }

    @Test
    void aLeadAndASaleThatNoClickShowsAreRecordedForThePartner() {
        expect(201, api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 150)));
        JsonNode clicks = expect(200, api.get("/api/partners/" + partnerId)).path("totalClicks");
        String buyer = unique("buyer");
        var customer = object("externalId", buyer, "country", "DE", "name", "Bea");
        assertThat(expect(202, api.post("/api/commissions", object("type", "lead", "partnerId", partnerId, "customer", customer,
                "lead", object("eventName", "Demo")))).path("success").asBoolean()).isTrue();
        String invoice = unique("in_");
        var sale = object("type", "sale", "partnerId", partnerId, "customerId",
                expect(200, api.get("/api/customers/ext_" + buyer)).path("id").asText(), "importStripeInvoices", false,
                "sale", object("amount", 3_000, "currency", "usd", "invoiceId", invoice, "eventName", "Fair"));
        expect(202, api.post("/api/commissions", sale));
        assertThat(owed()).isEqualTo(600 + 150 + 600);
        assertThat(expect(200, api.get("/api/commissions?type=sale&invoiceId=" + invoice)).findValuesAsText("earnings")).containsExactly("600");
        assertThat(expect(202, api.post("/api/commissions", sale)).path("success").asBoolean()).isTrue();
        assertThat(owed()).isEqualTo(600 + 150 + 600);
        assertThat(expect(200, api.get("/api/partners/" + partnerId)).path("totalClicks")).isEqualTo(clicks);
        Errors.isError(api.post("/api/commissions", object("type", "lead", "partnerId", partnerId, "customer", customer, "lead",
                object("eventName", "Demo"))), 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "422|{'type':'lead','partnerId':'P'}", "422|{'type':'lead','partnerId':'P','customerId':'cus_1','customer':{'externalId':'a'}}",
        "404|{'type':'lead','partnerId':'P','customerId':'cus_nobody'}", "422|{'type':'sale','partnerId':'P','customer':{'externalId':'a'}}",
        "404|{'type':'sale','partnerId':'pn_nobody','customer':{'externalId':'a'},'saleAmount':5}",
        "404|{'type':'sale','partnerId':'P','customer':{'externalId':'a'},'saleAmount':5,'linkId':'link_nothing'}",
        "422|{'type':'sale','partnerId':'P','customer':{'externalId':'a'},'saleAmount':5,'importStripeInvoices':true}",
        "422|{'type':'sale','partnerId':'P','customer':{'externalId':'a'},'saleAmount':5,'date':'2999-01-01'}",
        "422|{'type':'sale','partnerId':'P','customer':{'externalId':'a'},'sale':{'amount':5,'currency':'shells'}}",
        "422|{'type':'click','partnerId':'P','amount':5}", "422|{'type':'custom','partnerId':'P'}",
        "422|{'type':'custom','partnerId':'P','amount':0}", "422|{'type':'custom','partnerId':'P','amount':-5}",
        "422|{'type':'custom','partnerId':'P','amount':5,'date':'2999-01-01'}", "422|{'type':'custom','amount':5}",
        "404|{'type':'custom','partnerId':'pn_nobody','amount':5}", "422|{'type':'custom','partnerId':'P','amount':1.5}"})
    void aCustomCommissionThatCannotBeIsRefused(int status, String body) {
        Errors.isError(api.post("/api/commissions", body.replace('\'', '"').replace("\"P\"", '"' + partnerId + '"')), status);
        assertThat(owed()).isEqualTo(600);
    }

    @Test
    void whatCannotBeEditedIsRefused() {
        Errors.isError(patch(0, "currency", "usd"), 422);
        Errors.isError(patch(0, "earnings", -1), 422);
        Errors.isError(patch(0, "saleAmount", 500, "earnings", 5), 422);
        Errors.isError(patch(0, "modifySaleAmount", -1_001), 422);
        Errors.isError(patch(0, "saleAmount", 500, "currency", "eur"), 422);
        Errors.isError(patch(0, "status", "fraud", "reason", "x".repeat(501)), 422);
        expect(200, patch(0, "status", "paid"));
        Errors.isError(patch(0, "earnings", 5), 400);
        assertThat(commission(0).path("earnings").asLong()).isEqualTo(200);
    }

    private Answer patch(int index, Object... fields) {
        return api.patch("/api/commissions/" + ids.get(index), object(fields));
    }

    private JsonNode audited(String action) {
        return expect(200, api.get("/api/audit?action=" + action)).path(0);
    }

    private void refundHalf(int index) {
        String session = expect(200, api.get("/api/sales/" + commission(index).path("saleId").asText())).path("saleKey").asText();
        expect(200, merchant.stripeSends("charge.refunded", object("id", unique("ch_"), "object", "charge", "amount", 1_000,
                "amount_refunded", 500, "currency", "usd", "customer", unique("cus_"), "payment_intent", unique("pi_"),
                "invoice", session)));
    }

    private Answer bulk(List<String> commissionIds, String status) {
        return api.patch("/api/commissions/bulk", object("commissionIds", commissionIds, "status", status));
    }

    private JsonNode commission(int index) {
        return expect(200, api.get("/api/commissions/" + ids.get(index)));
    }

    private long owed() {
        return expect(200, api.get("/api/partners/" + partnerId)).path("owedEarnings").asLong();
    }
}
