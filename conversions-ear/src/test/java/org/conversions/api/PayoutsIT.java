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
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches of payouts: from a draft to the money that left, came back, or was owed. Each test has a merchant of its own. */
@OnBothDatabases
class PayoutsIT {

    private final Merchant merchant = Merchant.of(TestWorkspace.create(ConversionsServer.shared(), "Payouts"));
    private final Api api = merchant.api();
    private String ada;
    private String bob;

    @BeforeEach
    void twoPartnersEarned() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        ada = partner("ada", null);
        bob = partner("bob", unique("tenant"));
        sells(ada, 1_000);
        sells(ada, 2_000);
        sells(bob, 500);
    }

    @AfterEach
    void theBooksBalance() {
        JsonNode check = expect(200, ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN)
                .post("/api/server/self-check", object("workspaceId", merchant.workspace().id())));
        assertThat(check.path("differences")).as(check.toString()).isEmpty();
    }

    @Test
    void whatIsDueIsDraftedConfirmedAndPaid() {
        JsonNode batch = draft();
        assertThat(List.of(batch.path("status").asText(), batch.path("payouts").asInt(), batch.path("amount").asInt(),
                batch.path("currency").asText())).containsExactly("draft", 2, 700, "usd");
        assertThat(batch.path("changes")).isEmpty();
        assertThat(statuses(ada)).containsExactly("processed", "processed");
        assertThat(owed(ada)).isEqualTo(600);

        expect(200, post(batch, "/confirm"));
        JsonNode payouts = expect(200, api.get("/api/payouts?sortBy=amount&batchId=" + id(batch)));
        payouts.forEach(Shapes::isPayout);
        assertThat(payouts.findValuesAsText("status")).containsExactly("processing", "processing");
        assertThat(payouts.path(0).path("amount").asInt()).isEqualTo(600);
        assertThat(Walk.ids(api.get("/api/commissions?sortOrder=asc&payoutId=" + id(payouts.path(0))))).isEqualTo(commissions(ada));

        JsonNode paid = expect(200, decide(batch, ada, "paid", "traceId", "tr_1"));
        Shapes.isPayout(paid);
        Shapes.hasTimes(paid, "paidAt", "initiatedAt", "periodStart", "periodEnd");
        assertThat(List.of(paid.path("status").asText(), paid.path("traceId").asText())).containsExactly("completed", "tr_1");
        JsonNode commission = expect(200, api.get("/api/commissions/" + commissions(ada).get(0)));
        Shapes.isCommission(commission);
        assertThat(List.of(commission.path("status").asText(), commission.path("paidEarnings").asInt(), commission.path("payoutId").asText()))
                .containsExactly("paid", 200, id(paid));
        assertThat(commission.path("entries").findValuesAsText("kind")).containsExactly("earned", "paid");
        assertThat(owed(ada)).isZero();
        expect(200, decide(batch, bob, "paid"));
        JsonNode done = read(batch);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("counts").path("completed").asInt()).isEqualTo(2);
        assertThat(draft().path("payouts").asInt()).isZero();
    }

    @Test
    void aRefundLeavesTheDraftAndAfterItIsConfirmedMakesTheNextPayoutSmaller() {
        JsonNode batch = draft();
        List<String> ids = commissions(ada);
        refund(ids.get(0), 1, 1);
        refund(ids.get(1), 2, 1);
        await().atMost(30, SECONDS).until(() -> read(batch).path("amount").asInt() == 300);
        JsonNode changed = read(batch);
        assertThat(List.of(changed.path("draftedAmount").asInt(), changed.path("changes").size())).containsExactly(700, 2);
        assertThat(changed.path("changes").findValuesAsText("reason")).containsOnly("refunded");
        assertThat(changed.path("changes").findValuesAsText("earnings")).containsExactlyInAnyOrder("0", "200");
        assertThat(statuses(ada)).containsExactly("refunded", "processed");

        assertThat(expect(200, post(batch, "/confirm")).path("amount").asInt()).isEqualTo(300);
        refund(ids.get(1), 2, 2);
        await().atMost(30, SECONDS).until(() -> owed(ada) == 0);
        assertThat(payoutOf(batch, ada).path("amount").asInt()).isEqualTo(200);
        assertThat(kinds(ids.get(1))).containsExactly("earned", "refunded", "clawback");
        Errors.isError(api.patch("/api/commissions/" + ids.get(1), object("status", "fraud")), 400);
        expect(200, decide(batch, ada, "paid"));
        assertThat(owed(ada)).isEqualTo(-200);
        assertThat(statuses(ada)).containsExactly("refunded", "paid");

        sells(ada, 500);
        assertThat(draft().path("payouts").asInt()).isZero();
        sells(ada, 1_500);
        JsonNode next = redrafted();
        JsonNode payout = payoutOf(next, ada);
        assertThat(List.of(payout.path("earnings").asInt(), payout.path("absorbedEarnings").asInt(), payout.path("amount").asInt()))
                .containsExactly(400, 200, 200);
        expect(200, post(next, "/confirm"));
        expect(200, decide(next, ada, "paid"));
        assertThat(owed(ada)).isZero();
        assertThat(kinds(ids.get(1))).containsExactly("earned", "refunded", "clawback", "paid", "paid");
    }

    @Test
    void whatFailsOrComesBackIsDueAgain() {
        JsonNode batch = draft();
        expect(200, post(batch, "/confirm"));
        JsonNode failed = expect(200, decide(batch, bob, "failed", "reason", "unknown account"));
        assertThat(List.of(failed.path("status").asText(), failed.path("failureReason").asText()))
                .containsExactly("failed", "unknown account");
        assertThat(statuses(bob)).containsExactly("pending");
        expect(200, decide(batch, ada, "paid"));
        assertThat(read(batch).path("status").asText()).isEqualTo("completed");
        Errors.isError(decide(batch, ada, "failed"), 409);
        Errors.isError(decide(batch, bob, "paid"), 409);
        JsonNode returned = expect(200, decide(batch, ada, "returned", "reason", "account closed"));
        Shapes.hasTimes(returned, "returnedAt");
        assertThat(returned.path("status").asText()).isEqualTo("failed");
        assertThat(statuses(ada)).containsExactly("pending", "pending");
        assertThat(owed(ada)).isEqualTo(600);
        assertThat(kinds(commissions(ada).get(0))).containsExactly("earned", "paid", "returned");
        assertThat(draft().path("amount").asInt()).isEqualTo(700);
    }

    @Test
    void aBatchThatIsCanceledLetsGoAndOfTwoDraftsOneIsRefused() {
        JsonNode batch = draft();
        Answer second = api.post("/api/payouts/batches", object());
        Errors.isError(second, 409);
        assertThat(second.body()).contains(id(batch));
        assertThat(expect(200, post(batch, "/cancel")).path("status").asText()).isEqualTo("canceled");
        assertThat(statuses(ada)).containsExactly("pending", "pending");
        assertThat(expect(200, post(batch, "/cancel")).path("counts").path("canceled").asInt()).isEqualTo(2);
        Errors.isError(post(batch, "/confirm"), 409);
        JsonNode next = draft();
        expect(200, post(next, "/confirm"));
        expect(200, post(next, "/cancel"));
        assertThat(owed(ada)).isEqualTo(600);
        JsonNode third = draft();
        expect(200, post(third, "/confirm"));
        expect(200, decide(third, ada, "paid"));
        Errors.isError(post(third, "/cancel"), 409);
        assertThat(read(third).path("status").asText()).isEqualTo("confirmed");
    }

    @Test
    void theMinimumIsHeededAndLessIsCarriedOn() {
        JsonNode program = expect(200, api.patch("/api/program", object("minPayoutAmount", 300, "payoutMode", "hybrid")));
        assertThat(List.of(program.path("minPayoutAmount").asInt(), program.path("payoutMode").asText(), program.path("currency").asText()))
                .containsExactly(300, "hybrid", "usd");
        JsonNode batch = draft();
        assertThat(List.of(batch.path("payouts").asInt(), batch.path("minPayoutAmount").asInt())).containsExactly(1, 300);
        assertThat(statuses(bob)).containsExactly("pending");
        assertThat(payoutOf(batch, ada).path("mode").asText()).isEqualTo("internal");
        sells(bob, 1_000);
        JsonNode next = redrafted();
        assertThat(payoutOf(next, bob).path("amount").asInt()).isEqualTo(300);
        assertThat(payoutOf(next, bob).path("mode").asText()).isEqualTo("external");
        JsonNode euros = expect(201, api.post("/api/payouts/batches", object("currency", "EUR")));
        assertThat(List.of(euros.path("payouts").asInt(), euros.path("minPayoutAmount").asInt())).containsExactly(0, 0);
        Errors.isError(post(euros, "/confirm"), 409);
    }

    @Test
    void whatTheOperatorSaysOfACommissionChangesTheDraft() {
        JsonNode batch = draft();
        List<String> ids = commissions(ada);
        expect(200, api.patch("/api/commissions/" + ids.get(0), object("earnings", 250)));
        expect(200, api.patch("/api/commissions/" + ids.get(1), object("status", "hold")));
        JsonNode changed = read(batch);
        assertThat(changed.path("amount").asInt()).isEqualTo(350);
        assertThat(changed.path("changes").findValuesAsText("reason")).containsExactlyInAnyOrder("corrected", "held");
        expect(200, api.patch("/api/commissions/" + ids.get(0), object("status", "fraud")));
        assertThat(read(batch).path("amount").asInt()).isEqualTo(100);
        JsonNode confirmed = expect(200, post(batch, "/confirm"));
        assertThat(List.of(confirmed.path("payouts").asInt(), confirmed.path("amount").asInt())).containsExactly(1, 100);
        assertThat(confirmed.path("counts").path("canceled").asInt()).isEqualTo(1);
        assertThat(statuses(ada)).containsExactly("fraud", "hold");
    }

    @Test
    void ofManyWhoDoTheSameAtOnceOneDoesIt() {
        Callable<Integer> draft = () -> api.post("/api/payouts/batches", object()).status();
        assertThat(AtOnce.all(Collections.nCopies(6, draft))).containsOnlyOnce(201).filteredOn(status -> status != 201).containsOnly(409);
        JsonNode batch = expect(200, api.get("/api/payouts/batches")).path(0);
        Callable<Integer> confirm = () -> post(batch, "/confirm").status();
        assertThat(AtOnce.all(Collections.nCopies(6, confirm))).containsOnlyOnce(200).filteredOn(status -> status != 200).containsOnly(409);
        Callable<Integer> pay = () -> decide(batch, ada, "paid").status();
        assertThat(AtOnce.all(Collections.nCopies(6, pay))).containsOnlyOnce(200).filteredOn(status -> status != 200).containsOnly(409);
        assertThat(owed(ada)).isZero();
    }

    @Test
    void whatIsPaidWhileARefundArrivesIsOwedByThePartner() {
        JsonNode batch = draft();
        expect(200, post(batch, "/confirm"));
        List<String> ids = commissions(ada);
        AtOnce.all(List.of(() -> decide(batch, ada, "paid").expect(200), () -> {
            refund(ids.get(0), 1, 1);
            return null;
        }));
        await().atMost(30, SECONDS).until(() -> owed(ada) == -200);
        assertThat(statuses(ada)).containsExactly("paid", "paid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'cutoff':'2999-01-01'}", "{'cutoff':'soon'}", "{'currency':'nothing'}", "{'currency':5}"})
    void aBatchThatCannotBeIsRefused(String body) {
        Errors.isError(api.post("/api/payouts/batches", body.replace('\'', '"')), 422);
        assertThat(expect(200, api.get("/api/payouts/batches"))).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatCannotBecomeIsRefused() {
        Errors.isError(api.get("/api/payouts/batches/pb_nothing"), 404);
        Errors.isError(api.post("/api/payouts/batches/pb_nothing/confirm", object()), 404);
        Errors.isError(api.patch("/api/payouts/batches/pb_nothing/payouts/po_nothing", object("status", "paid")), 404);
        JsonNode batch = draft();
        Errors.isError(decide(batch, ada, "paid"), 409);
        Errors.isError(decide(batch, ada, "sent"), 422);
        Errors.isError(api.get("/api/payouts?status=lost"), 422);
        assertThat(expect(200, api.get("/api/payouts?status=sent"))).isEmpty();
        assertThat(expect(200, api.get("/api/payouts?tenantId=nobody"))).isEmpty();
        assertThat(expect(200, api.get("/api/payouts?groupId=grp_nothing"))).isEmpty();
        String group = expect(200, api.get("/api/partners/" + ada)).path("groupId").asText();
        assertThat(expect(200, api.get("/api/payouts?groupId=" + group))).hasSize(2);
        assertThat(expect(200, api.get("/api/commissions?groupId=" + group))).hasSize(3);
        Errors.isError(api.patch("/api/program", object("payoutMode", "cash")), 422);
        Errors.isError(api.patch("/api/program", object("minPayoutAmount", -1)), 422);
        Errors.isError(api.patch("/api/program", object("currency", "shells")), 422);
    }

    private JsonNode draft() {
        return expect(201, api.post("/api/payouts/batches", object()));
    }

    /** Cancels the draft that there is, and makes another one. */
    private JsonNode redrafted() {
        expect(200, post(expect(200, api.get("/api/payouts/batches")).path(0), "/cancel"));
        return draft();
    }

    private JsonNode read(JsonNode batch) {
        return expect(200, api.get("/api/payouts/batches/" + id(batch)));
    }

    private Answer post(JsonNode batch, String step) {
        return api.post("/api/payouts/batches/" + id(batch) + step, object());
    }

    private Answer decide(JsonNode batch, String partnerId, String status, Object... fields) {
        var body = object("status", status);
        body.putAll(object(fields));
        return api.patch("/api/payouts/batches/" + id(batch) + "/payouts/" + id(payoutOf(batch, partnerId)), body);
    }

    private JsonNode payoutOf(JsonNode batch, String partnerId) {
        return StreamSupport.stream(expect(200, api.get("/api/payouts?partnerId=" + partnerId)).spliterator(), false)
                .filter(payout -> payout.path("batchId").asText().equals(id(batch))).findFirst().orElseThrow();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private List<String> commissions(String partnerId) {
        return Walk.ids(api.get("/api/commissions?sortOrder=asc&partnerId=" + partnerId));
    }

    private List<String> statuses(String partnerId) {
        return expect(200, api.get("/api/commissions?sortOrder=asc&partnerId=" + partnerId)).findValuesAsText("status");
    }

    private List<String> kinds(String commissionId) {
        return expect(200, api.get("/api/commissions/" + commissionId)).path("entries").findValuesAsText("kind");
    }

    private long owed(String partnerId) {
        return expect(200, api.get("/api/partners/" + partnerId)).path("owedEarnings").asLong();
    }

    private String partner(String name, String tenantId) {
        return expect(201, api.post("/api/partners", object("email", unique(name) + "@partners.example", "name", name, "tenantId",
                tenantId))).path("id").asText();
    }

    private void sells(String partnerId, long amount) {
        JsonNode link = expect(201, api.post("/api/partners/links", object("partnerId", partnerId,
                "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
        merchant.pays(merchant.click(link), unique("cus_"), amount);
    }

    /** Refunds a part of the payment of a commission. */
    private void refund(String commissionId, int whole, int part) {
        String session = expect(200, api.get("/api/sales/" + expect(200, api.get("/api/commissions/" + commissionId))
                .path("saleId").asText())).path("saleKey").asText();
        expect(200, merchant.stripeSends("charge.refunded", object("id", "ch_" + commissionId, "object", "charge",
                "amount", 1_000 * whole, "amount_refunded", 1_000 * part, "currency", "usd", "customer", unique("cus_"),
                "payment_intent", unique("pi_"), "invoice", session)));
    }
}
