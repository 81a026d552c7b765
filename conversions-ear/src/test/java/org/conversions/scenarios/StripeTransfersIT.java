package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conversions.people.Person;
import org.conversions.portal.PartnersPerson;
import org.conversions.server.Api;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Partners who are paid by transfers of Stripe: to accounts that they have proven there, once, whatever happens in between. */
@ResourceLock(ServerAbroad.NAME)
class StripeTransfersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BACK = "https://shop.example/partners";

    private final FakeStripe stripe = ServerAbroad.shared().stripe();
    private final Merchant merchant = Merchant.another(ServerAbroad.shared().server());
    private final Api api = merchant.api();
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String key = "sk_live_" + story.name + "0123456789abcdef";
    private String partner;
    private String account;

    @BeforeEach
    void aPartnerWithAnAccountAtStripe() {
        stripe.opensToOwner(key, merchant.stripeAccount());
        partner = merchant.read("/api/partners").path(0).path("id").asText();
        String path = "/api/partners/" + partner + "/stripe-account";
        assertThat(api.post(path, object("returnUrl", BACK)).status()).as("without a key").isEqualTo(409);
        String connection = merchant.read("/api/stripe/connections").path(0).path("id").asText();
        Merchant.ok(api.patch("/api/stripe/connections/" + connection, object("apiKey", key)));
        assertThat(api.post(path, object("returnUrl", "javascript:x")).status()).isEqualTo(422);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.put("/api/partners/" + partner + "/payout-profile", object("method", "stripe", "stripeAccount", "acct_of_mine"))
                .status()).as("nobody names an account").isEqualTo(422);

        JsonNode begun = Merchant.ok(api.post(path, object("returnUrl", BACK)));
        account = begun.path("accountId").asText();
        assertThat(begun.path("url").asText()).startsWith("https://connect.stripe.com/setup/");
        assertThat(Merchant.ok(api.post(path, object("returnUrl", BACK))).path("accountId").asText()).isEqualTo(account);
        assertThat(Merchant.ok(api.get(path)).path("status").asText()).isEqualTo("pending");
        assertThat(api.get("/api/partners/" + partner + "/payout-profile").status()).isEqualTo(404);
        stripe.account().onboards(account);
        assertThat(Merchant.ok(api.get(path)).path("status").asText()).isEqualTo("ready");
        JsonNode profile = Merchant.ok(api.get("/api/partners/" + partner + "/payout-profile")).path("account");
        assertThat(profile.path("method").asText()).isEqualTo("stripe");
        assertThat(profile.path("stripeAccount").asText()).isEqualTo(account);
    }

    @AfterEach
    void inOrder() {
        stripe.account().refusesTransfers(null);
        stripe.account().breaksAfterTransfers(false);
    }

    @Test
    void whatWasMadeBeforeTheAnswerWasLostIsNotMadeAgain() {
        stripe.account().breaksAfterTransfers(true);
        String batch = confirmed(700);
        JsonNode queued = sending(batch);
        assertThat(api.post("/api/payouts/batches/" + batch + "/cancel", object()).status()).isEqualTo(409);
        assertThat(api.patch("/api/payouts/batches/" + batch + "/payouts/" + queued.path("payoutId").asText(), object("status", "failed"))
                .status()).isEqualTo(409);
        assertThat(api.post("/api/payouts/batches/" + batch + "/transfers", object()).expect(202).path("payouts").asInt())
                .as("sent already").isZero();
        await().atMost(PATIENCE).until(() -> !transfer(batch).path("problem").isNull());
        stripe.account().breaksAfterTransfers(false);

        await().atMost(PATIENCE).until(() -> transfer(batch).path("status").asText().equals("sent"));
        List<Map<String, Object>> made = made(queued);
        assertThat(made).singleElement().satisfies(transfer -> {
            assertThat(transfer).containsEntry("amount", 700L).containsEntry("currency", "usd").containsEntry("destination", account);
            assertThat(transfer(batch).path("transferId").asText()).isEqualTo(transfer.get("id"));
        });
        assertThat(payout(batch).path("status").asText()).isEqualTo("completed");
        assertThat(payout(batch).path("traceId").asText()).isEqualTo(made.get(0).get("id"));
        assertThat(stripe.at("/v1/transfers").stream().filter(request -> request.method().equals("POST")
                && request.form().get("transfer_group").equals(queued.path("payoutId").asText())).map(request ->
                request.header("idempotency-key")).distinct()).containsExactly(queued.path("payoutId").asText());

        StripeEvent part = reversed(made.get(0).get("id"), 200);
        merchant.tell(part).ignored("nothing_refunded");
        assertThat(payout(batch).path("status").asText()).isEqualTo("completed");
        merchant.tell(reversed(made.get(0).get("id"), 700)).processed();
        assertThat(transfer(batch).path("status").asText()).isEqualTo("reversed");
        assertThat(merchant.read("/api/commissions").path(0).path("status").asText()).isEqualTo("pending");
    }

    @Test
    void lackOfMoneyIsTriedAgainByAnotherKeyAndAnAccountThatCannotBeFails() {
        stripe.account().refusesTransfers("balance_insufficient");
        String batch = confirmed(900);
        JsonNode queued = sending(batch);
        await().atMost(PATIENCE).until(() -> transfer(batch).path("problem").asText().contains("balance"));
        stripe.account().refusesTransfers(null);
        await().atMost(PATIENCE).until(() -> transfer(batch).path("status").asText().equals("sent"));
        assertThat(made(queued)).hasSize(1);

        stripe.account().refusesTransfers("account_invalid");
        String second = confirmed(300);
        sending(second);
        await().atMost(PATIENCE).until(() -> transfer(second).path("status").asText().equals("failed"));
        assertThat(payout(second).path("failureReason").asText()).contains("Stripe did not make the transfer");
        assertThat(merchant.read("/api/commissions").path(0).path("status").asText()).as("due again").isEqualTo("pending");
    }

    /** Whoever finds a session open must not get at the money: the password is asked for, as for any other account. */
    @Test
    void aPartnerBeginsTheAccountInThePortalAndComesBackThere() {
        String other = Merchant.created(api.post("/api/partners", object("email", story.name + "@portal.example", "name", "Pat"))).path("id").asText();
        PartnersPerson owner = PartnersPerson.join(ServerAbroad.shared().server(), api, other, "owner");
        PartnersPerson member = PartnersPerson.join(ServerAbroad.shared().server(), api, other, "member");
        assertThat(owner.get("/stripe-account").status()).isEqualTo(404);
        assertThat(owner.post("/stripe-account", object()).status()).as("without the password").isEqualTo(403);
        assertThat(member.post("/stripe-account", object("password", Person.PASSWORD)).status()).isEqualTo(403);
        JsonNode begun = owner.post("/stripe-account", object("password", Person.PASSWORD)).expect(200);
        assertThat(begun.path("url").asText()).startsWith("https://connect.stripe.com/setup/");
        assertThat(stripe.at("/v1/account_links")).last().satisfies(request -> assertThat(request.form().get("return_url"))
                .endsWith("/partners/#/" + other + "/profile"));
        stripe.account().onboards(begun.path("accountId").asText());
        assertThat(member.get("/stripe-account").expect(200).path("status").asText()).isEqualTo("ready");
        assertThat(owner.get("/payout-profile").expect(200).at("/account/method").asText()).isEqualTo("stripe");
    }

    private String confirmed(long amount) {
        api.post("/api/commissions", object("type", "custom", "partnerId", partner, "amount", amount)).expect(202);
        String batch = Merchant.created(api.post("/api/payouts/batches", object())).path("id").asText();
        assertThat(api.post("/api/payouts/batches/" + batch + "/transfers", object()).status()).as("a draft").isEqualTo(409);
        Merchant.ok(api.post("/api/payouts/batches/" + batch + "/confirm", object()));
        return batch;
    }

    private JsonNode sending(String batch) {
        assertThat(api.post("/api/payouts/batches/" + batch + "/transfers", object()).expect(202).path("payouts").asInt()).isEqualTo(1);
        return transfer(batch);
    }

    private JsonNode transfer(String batch) {
        return merchant.read("/api/payouts/batches/" + batch + "/transfers").path(0);
    }

    private JsonNode payout(String batch) {
        return merchant.read("/api/payouts?batchId=" + batch).path(0);
    }

    private List<Map<String, Object>> made(JsonNode transfer) {
        return stripe.account().transfers().stream().filter(made -> made.get("transfer_group").equals(transfer.path("payoutId").asText()))
                .toList();
    }

    private static StripeEvent reversed(Object transfer, long amount) {
        return StripeEvent.of("transfer.reversed", "transfer", transfer.toString()).with("amount", 700).with("amount_reversed", amount)
                .with("reversed", amount == 700);
    }
}
