package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that was paid to a partner and goes back to the buyer: the partner owes it, and the next payment absorbs it. */
@OnBothDatabases
class ClawbackIT {

    private final Merchant merchant = Merchant.of(ClawbackIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    @DisplayName("A paid commission of a refunded sale is clawed back and the next payment absorbs it")
    void theNextSaleAbsorbsWhatWasPaidForARefundedOne() {
        subscribed();
        merchant.tell(story.oldInvoice(1)).processed();
        pay("400");
        assertThat(owed()).isZero();

        merchant.tell(story.refundOfInvoice(1, 2400)).processed().did("refund", "commission");

        JsonNode clawedBack = commission(0);
        assertThat(clawedBack.path("status").asText()).isEqualTo("paid");
        assertThat(numbers(clawedBack, "earnings", "grossEarnings", "refundedEarnings", "paidEarnings", "clawbackEarnings"))
                .containsExactly(0L, 400L, 400L, 400L, 400L);
        assertThat(owed()).isEqualTo(-400);
        assertThat(merchant.api().patch("/api/commissions/" + clawedBack.path("id").asText(), Api.object("status", "paid"))
                .status()).isEqualTo(400);

        merchant.tell(story.oldInvoice(2)).processed();
        assertThat(owed()).isZero();
        pay("400");

        assertThat(owed()).isZero();
        assertThat(numbers(commission(0), "paidEarnings", "clawbackEarnings")).containsExactly(0L, 0L);
        assertThat(numbers(commission(1), "paidEarnings", "clawbackEarnings")).containsExactly(400L, 0L);
    }

    @Test
    void whatIsMoreThanThePaymentStaysOwed() {
        subscribed();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(story.oldInvoice(2)).processed();
        pay("400", "400");
        merchant.tell(story.refundOfInvoice(1, 2400)).processed();
        merchant.tell(story.refundOfInvoice(2, 1200)).processed();
        assertThat(owed()).isEqualTo(-600);

        merchant.tell(story.oldInvoice(3)).processed();
        assertThat(owed()).isEqualTo(-200);
        pay("400");

        assertThat(owed()).isEqualTo(-200);
        assertThat(story.commissions()).extracting(commission -> commission.path("clawbackEarnings").asLong())
                .containsExactlyInAnyOrder(0L, 0L, 200L);
    }

    @Test
    void aDisputeHoldsTheCommissionAndWonReleasesIt() {
        merchant.tell(story.checkout().with("client_reference_id", story.reference())).processed();

        merchant.tell(dispute("needs_response")).processed().did("dispute", "commission");
        assertThat(commission(0).path("status").asText()).isEqualTo("hold");
        assertThat(owed()).isZero();
        String id = commission(0).path("id").asText();
        for (String status : List.of("paid", "pending")) {
            assertThat(merchant.api().patch("/api/commissions/" + id, Api.object("status", status)).status()).isEqualTo(400);
        }

        merchant.tell(dispute("won")).processed().did("dispute", "commission");
        assertThat(commission(0).path("status").asText()).isEqualTo("pending");
        assertThat(owed()).isEqualTo(400);
    }

    @Test
    @DisplayName("A dispute that is lost takes back what was paid")
    void aLostDisputeIsClawedBack() {
        merchant.tell(story.checkout().with("client_reference_id", story.reference())).processed();
        pay("400");

        merchant.tell(dispute("needs_response")).processed();
        assertThat(commission(0).path("status").asText()).isEqualTo("paid");
        merchant.tell(dispute("lost")).processed();

        assertThat(numbers(commission(0), "earnings", "clawbackEarnings")).containsExactly(0L, 400L);
        assertThat(owed()).isEqualTo(-400);
    }

    @Test
    void whatTheOperatorCalledFraudStaysSoWhateverIsRefunded() {
        merchant.tell(story.checkout().with("client_reference_id", story.reference())).processed();
        String id = commission(0).path("id").asText();
        Merchant.ok(merchant.api().patch("/api/commissions/" + id, Api.object("status", "fraud")));

        merchant.tell(story.refund(1200)).processed();
        merchant.tell(story.refund(2400)).processed();

        assertThat(commission(0).path("status").asText()).isEqualTo("fraud");
        assertThat(commission(0).path("earnings").asLong()).isZero();
        assertThat(merchant.api().patch("/api/commissions/" + id, Api.object("status", "pending")).status()).isEqualTo(400);
        assertThat(commission(0).path("status").asText()).isEqualTo("fraud");
    }

    @Test
    void testDataIsNeverPayable() {
        String account = "acct_" + story.name;
        JsonNode connection = merchant.connect("test", account);
        StripeEvent paid = story.checkout().with("client_reference_id", story.reference()).ofAccount(account).inTestMode();
        Merchant.ok(merchant.send(paid, Endpoint.TEST));
        merchant.processed(paid.type(), () -> new Settled(
                merchant.read("/api/stripe/events?account=" + account + "&objectId=" + paid.objectId()).path(0)));
        JsonNode commission = story.commissions("test").get(0);

        Api.Answer answer = merchant.api().patch("/api/commissions/" + commission.path("id").asText(),
                Api.object("status", "paid"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(owed()).isZero();
        merchant.disconnect(connection);
    }

    private void subscribed() {
        merchant.tell(story.customerCreated(story.click())).processed();
    }

    /** Pays what is pending. @param earnings of each, as expected */
    private void pay(String... earnings) {
        List<JsonNode> pending = story.commissions().stream()
                .filter(commission -> commission.path("status").asText().equals("pending")).toList();
        assertThat(pending).extracting(commission -> commission.path("earnings").asText()).containsExactly(earnings);
        Merchant.ok(merchant.api().patch("/api/commissions/bulk", Api.object("commissionIds",
                pending.stream().map(commission -> commission.path("id").asText()).toList(), "status", "paid")));
    }

    private StripeEvent dispute(String status) {
        return StripeEvent.of(status.equals("needs_response") ? "charge.dispute.created" : "charge.dispute.closed", "dispute",
                "dp_" + story.name).with("charge", "ch_" + story.name).with("payment_intent", "pi_" + story.name)
                .with("amount", 2400).with("currency", "usd").with("status", status);
    }

    /** The commissions by the time they were made, the oldest first. */
    private JsonNode commission(int index) {
        List<JsonNode> newestFirst = story.commissions();
        return newestFirst.get(newestFirst.size() - 1 - index);
    }

    private static List<Long> numbers(JsonNode object, String... fields) {
        return List.of(fields).stream().map(field -> object.path(field).asLong()).toList();
    }

    private long owed() {
        return merchant.read("/api/partners/" + story.partnerId).path("owedEarnings").asLong();
    }
}
