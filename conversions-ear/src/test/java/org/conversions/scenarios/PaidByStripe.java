package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeStripe;

/** A payout that Stripe is asked to transfer, in the moment in which the server is killed: Stripe makes it, and nobody hears of it. */
record PaidByStripe(Merchant merchant, FakeStripe stripe, String batch) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRANSFERS = "/v1/transfers";
    private static final long AMOUNT = 700;

    static PaidByStripe of(Merchant merchant, FakeStripe stripe) {
        Api api = merchant.api();
        String key = "sk_live_" + merchant.story(Vocabulary.DUB).name + "0123456789abcdef";
        stripe.opensToOwner(key, merchant.stripeAccount());
        Merchant.ok(api.patch("/api/stripe/connections/" + merchant.read("/api/stripe/connections").path(0).path("id").asText(),
                object("apiKey", key)));
        String partner = merchant.read("/api/partners").path(0).path("id").asText();
        String path = "/api/partners/" + partner + "/stripe-account";
        stripe.account().onboards(Merchant.ok(api.post(path, object("returnUrl", "https://shop.example/"))).path("accountId").asText());
        assertThat(Merchant.ok(api.get(path)).path("status").asText()).isEqualTo("ready");
        api.post("/api/commissions", object("type", "custom", "partnerId", partner, "amount", AMOUNT)).expect(202);
        String batch = Merchant.created(api.post("/api/payouts/batches", object())).path("id").asText();
        Merchant.ok(api.post("/api/payouts/batches/" + batch + "/confirm", object()));
        return new PaidByStripe(merchant, stripe, batch);
    }

    /** Has the server wait for Stripe's answer. */
    void isAskedFor() {
        stripe.hang();
        merchant.api().post("/api/payouts/batches/" + batch + "/transfers", object()).expect(202);
        await("the request").atMost(PATIENCE).until(() -> stripe.at(TRANSFERS).stream().anyMatch(request -> request.method().equals("POST")));
    }

    /** Stripe makes the transfer for a server that is dead, and the time passes after which another node would take over. */
    void isDueAgain(ConversionsServer server) throws SQLException {
        stripe.goOn();
        await("the transfer").atMost(PATIENCE).until(() -> stripe.account().transfers().size() == 1);
        try (Connection database = server.openDatabase(); Statement sql = database.createStatement()) {
            assertThat(sql.executeUpdate("update stripe_transfer set due_at = created_at where state = 'queued'")).isEqualTo(1);
        }
    }

    void isPaidOnce() {
        await("the payout").atMost(PATIENCE).until(() -> payout().path("status").asText().equals("completed"));
        assertThat(stripe.account().transfers()).singleElement().satisfies(transfer -> assertThat(transfer).containsEntry("amount", AMOUNT)
                .containsEntry("id", payout().path("traceId").asText()));
    }

    private JsonNode payout() {
        return merchant.read("/api/payouts?batchId=" + batch).path(0);
    }
}
