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
        listed.remove("entries");
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
        String session = expect(200, api.get("/api/sales/" + commission(0).path("saleId").asText())).path("saleKey").asText();
        String charge = unique("ch_");
        expect(200, merchant.stripeSends("charge.refunded", object("id", charge, "object", "charge", "amount", 1_000,
                "amount_refunded", 500, "currency", "usd", "customer", unique("cus_"), "payment_intent", unique("pi_"),
                "invoice", session)));
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
        assertThat(commission(1).path("entries").path(1).path("paymentId")).isEqualTo(payment.path("id"));
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
        assertThat(judged.path("earnings").asLong()).isEqualTo(200);
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
        "{\"commissionIds\":[\"ID\"],\"status\":\"hold\"}", "{\"commissionIds\":[\"ID\"],\"status\":\"processed\"}",
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

    @ParameterizedTest
    @ValueSource(strings = {"earnings", "saleAmount", "modifySaleAmount", "amount", "modifyAmount"})
    void onlyTheStatusCanBeChangedYet(String field) {
        Answer answer = api.patch("/api/commissions/" + ids.get(0), object("status", "fraud", field, 5));
        Errors.isError(answer, 422);
        assertThat(answer.json().at("/error/message").asText()).contains(field, "not supported by this server yet");
        Errors.isError(api.patch("/api/commissions/" + ids.get(0), object("currency", "usd")), 422);
        assertThat(commission(0).path("status").asText()).isEqualTo("pending");
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
