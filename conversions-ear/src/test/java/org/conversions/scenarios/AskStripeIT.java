package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A refund whose payment no webhook has named finds its sale because Stripe is asked (since basil a
 * charge does not name its invoice), and so does a payment of a customer whom nobody knows: later, once, and in nobody's
 * way. A key says whose account it is of.
 */
@ResourceLock(ServerAbroad.NAME)
class AskStripeIT {

    private static final String OWN_KEY = "rk_live_own0123456789abcdefghijklmnop";
    private static final String SANDBOX_KEY = "rk_test_sandbox0123456789abcdefghijkl";
    private static final String ANOTHERS_KEY = "rk_live_another0123456789abcdefghijkl";
    private static final String SECRET = "whsec_of_my_own_endpoint";
    private static final String SANDBOX_ACCOUNT = "acct_1Sandbox";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Figures HALF_REFUNDED =
            Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000);

    private static FakeStripe stripe;
    private static Merchant merchant;

    private final Story story = merchant.story(Vocabulary.DUB);
    private final String invoice = "in_" + story.name + "_1";
    private final String payment = "pi_" + story.name + "_1";

    @BeforeAll
    static void start() {
        stripe = ServerAbroad.shared().stripe();
        merchant = Merchant.another(ServerAbroad.shared().server());
        stripe.opens(ServerAbroad.PLATFORM_KEY, merchant.stripeAccount());
        stripe.opens(OWN_KEY, null);
        stripe.opensToOwner(ANOTHERS_KEY, "acct_1Another");
        stripe.opensToOwner(SANDBOX_KEY, SANDBOX_ACCOUNT);
    }

    @AfterEach
    void inOrder() {
        stripe.answerWith(200);
        stripe.pagesOf(Integer.MAX_VALUE);
        stripe.goOn();
    }

    @Test
    void withThePlatformsKeyForTheAccount() {
        invoiceIsPaid();
        stripe.paid(payment, invoice, 2400);
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);

        merchant.processed(refund).did("refund", "commission");

        assertThat(story.figures()).isEqualTo(HALF_REFUNDED);
        assertThat(stripe.about(payment)).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/invoice_payments");
            assertThat(request.query()).containsEntry("payment[type]", "payment_intent")
                    .containsEntry("payment[payment_intent]", payment);
            assertThat(request.header("authorization")).isEqualTo("Bearer " + ServerAbroad.PLATFORM_KEY);
            assertThat(request.header("stripe-account")).isEqualTo(merchant.stripeAccount());
            assertThat(request.header("stripe-version")).isNotBlank();
            assertThat(request.header("x-stripe-client-telemetry")).isNull();
        });
    }

    @Test
    void withTheKeyOfTheAccountItself() {
        JsonNode connection = Merchant.created(merchant.api().post("/api/stripe/connections",
                Api.object("signingSecrets", List.of(SECRET), "apiKey", OWN_KEY)));
        Endpoint endpoint = new Endpoint(URI.create(connection.path("endpointUrl").asText()).getPath(), SECRET);
        for (StripeEvent event : List.of(story.customerCreated(story.click()), story.invoice(1))) {
            Merchant.ok(merchant.send(event.ofAccount(null), endpoint));
        }
        stripe.paid(payment, invoice, 2400);
        StripeEvent refund = story.refundOfInvoice(1, 1200).ofAccount(null);
        Merchant.ok(merchant.send(refund, endpoint));

        merchant.processed(refund).did("refund", "commission");

        assertThat(story.figures()).isEqualTo(HALF_REFUNDED);
        assertThat(stripe.about(payment)).singleElement().satisfies(request -> {
            assertThat(request.header("authorization")).isEqualTo("Bearer " + OWN_KEY);
            assertThat(request.header("stripe-account")).isNull();
        });
    }

    @Test
    void aPaymentThatIsAChargeAlone() {
        String charge = "ch_" + story.name + "_1";
        invoiceIsPaid();
        stripe.paid(charge, invoice, 2400);
        StripeEvent refund = story.refundOfInvoice(1, 1200).with("payment_intent", null);
        merchant.deliver(refund);

        merchant.processed(refund).did("refund", "commission");

        assertThat(stripe.about(charge)).singleElement().satisfies(request -> assertThat(request.query())
                .containsEntry("payment[type]", "charge").containsEntry("payment[charge]", charge));
    }

    @Test
    void aCheckoutIsFoundByItsInvoiceWhenItHasOne() {
        invoiceIsPaid();
        stripe.completed(payment, "cs_" + story.name, invoice);
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);

        merchant.processed(refund).did("refund", "commission");

        assertThat(stripe.about(payment)).extracting(FakeStripe.Request::path)
                .containsExactly("/v1/invoice_payments", "/v1/checkout/sessions");
    }

    @Test
    void onePaymentOfSeveralInvoicesIsReadPageByPage() {
        merchant.tell(story.customerCreated(story.click())).processed();
        for (int number = 1; number <= 3; number++) {
            merchant.tell(story.invoice(number)).processed();
            stripe.paid(payment, "in_" + story.name + "_" + number, 800);
        }
        stripe.pagesOf(2);
        StripeEvent refund = story.refundOfInvoice(1, 2400);
        merchant.deliver(refund);

        merchant.processed(refund);

        // A third of each invoice was paid by this payment.
        assertThat(story.figures().refunded()).isEqualTo(3 * 667);
        assertThat(stripe.about(payment)).hasSize(2);
        assertThat(stripe.about(payment).get(1).query())
                .containsEntry("starting_after", "inpay_of_in_" + story.name + "_2");
    }

    @Test
    void withoutAKeyItWaitsAsEverAndAKeyGivenLaterFindsIt() {
        JsonNode connection = merchant.connect("sandbox", SANDBOX_ACCOUNT);
        tellSandbox(story.customerCreated(story.click())).processed();
        tellSandbox(story.invoice(1)).processed();
        stripe.paid(payment, invoice, 2400);
        StripeEvent refund = story.refundOfInvoice(1, 1200);

        assertThat(explanation(tellSandbox(refund).waiting("payment_unknown"))).doesNotContain("Stripe");
        assertThat(stripe.about(payment)).isEmpty();
        Merchant.ok(merchant.api().patch("/api/stripe/connections/" + connection.path("id").asText(),
                Api.object("apiKey", SANDBOX_KEY)));

        merchant.processed(refund).did("refund", "commission");
        assertThat(stripe.about(payment)).singleElement()
                .satisfies(request -> assertThat(request.header("authorization")).isEqualTo("Bearer " + SANDBOX_KEY));
        merchant.disconnect(connection);
    }

    @Test
    void aCustomerFromBeforeTheConnectionIsKnownByTheMetadataThatStripeIsAskedForOnce() {
        String buyer = "user_" + story.name;
        Merchant.ok(merchant.api().post("/api/track/lead", Api.object("clickId", story.click(), "eventName", "Sign up",
                "customerExternalId", buyer)));
        stripe.knows(story.customer, Instant.now().minus(Duration.ofDays(400)), "dubCustomerExternalId", buyer);
        StripeEvent renewal = story.invoice(1).madeAt(Instant.now().plusSeconds(5));
        StripeEvent another = story.invoice(2).madeAt(Instant.now().plusSeconds(5));
        merchant.deliverTogether(renewal, another);

        merchant.processed(renewal).did("sale", "commission");
        merchant.processed(another).did("sale", "commission");

        assertThat(stripe.about(story.customer)).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/customers/" + story.customer);
            assertThat(request.header("stripe-account")).isEqualTo(merchant.stripeAccount());
        });
        JsonNode retrieved = merchant.read("/api/stripe/events?type=customer.retrieved&customerId=" + story.customer);
        assertThat(retrieved).hasSize(1);
        new Settled(retrieved.path(0)).processed();
    }

    @Test
    void aClickThatACustomersMetadataNameCountsFromWhenTheCustomerWasMade() {
        stripe.knows(story.customer, Instant.now(), "dubCustomerExternalId", "user_" + story.name, "dubClickId", story.click());
        StripeEvent paid = story.invoice(1).madeAt(Instant.now().plusSeconds(5));
        merchant.deliver(paid);

        merchant.processed(paid).did("sale", "commission");
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
    }

    @Test
    void aCustomerOfWhomStripeKnowsNoMoreWaitsAndIsSaidSoAndStripeIsNotAskedAgain() {
        stripe.knows(story.customer, Instant.now());
        StripeEvent paid = story.invoice(1);
        merchant.deliver(paid);
        await().atMost(PATIENCE).until(() -> explanation(merchant.stored(paid))
                .contains("Stripe was asked, and its metadata name neither an external id nor a click"));

        replay(paid);
        merchant.deliver(story.invoice(2));
        assertThat(explanation(merchant.settled(paid).waiting("customer_unknown"))).contains("Stripe was asked");

        assertThat(stripe.about(story.customer)).hasSize(1);
        assertThat(merchant.read("/api/stripe/events?type=customer.retrieved&customerId=" + story.customer)).isEmpty();
    }

    @Test
    void whatStripeSaysOfACustomerIsRememberedUntilTheMerchantNamesTheBuyer() {
        String buyer = "user_" + story.name;
        stripe.knows(story.customer, Instant.now().minusSeconds(60), "dubCustomerExternalId", buyer);
        StripeEvent paid = story.invoice(1).madeAt(Instant.now().plusSeconds(10));
        merchant.deliver(paid);
        await().atMost(PATIENCE).until(() -> explanation(merchant.stored(paid)).contains("the external id " + buyer));

        Merchant.ok(merchant.api().post("/api/track/lead", Api.object("clickId", story.click(), "eventName", "Sign up",
                "customerExternalId", buyer)));

        placed(paid).did("sale", "commission");
    }

    @Test
    void anAccountIsConnectedByAKeyOfItAndByNoOther() {
        String account = "acct_" + story.name;
        String own = "rk_live_" + story.name + "0123456789";
        stripe.opensToOwner(own, account);
        Api api = merchant.api();
        refused(api, 422, "apiKey: Stripe does not say whose it is", account, "rk_live_unknown0123456789abcdef");
        refused(api, 422, "apiKey: is the key of another account", "acct_another" + story.name, own);
        stripe.answerWith(500);
        refused(api, 503, "Stripe could not be asked", account, own);
        stripe.answerWith(200);

        JsonNode connection = Merchant.created(api.post("/api/stripe/connections",
                Api.object("accountId", account, "apiKey", own)));

        assertThat(connection.path("accountId").asText()).isEqualTo(account);
        Merchant stranger = Merchant.another(ServerAbroad.shared().server());
        refused(stranger.api(), 422, "apiKey: is the key of another account", account, ANOTHERS_KEY);
        refused(stranger.api(), 409, "accountId: the account is connected in this mode already", account, own);
        String path = "/api/stripe/connections/" + connection.path("id").asText();
        assertThat(api.patch(path, Api.object("apiKey", ANOTHERS_KEY)).status()).isEqualTo(422);
        Merchant.ok(api.patch(path, Api.object("apiKey", own)));
        merchant.disconnect(connection);
    }

    private static void refused(Api api, int status, String message, String account, String key) {
        Api.Answer answer = api.post("/api/stripe/connections", Api.object("accountId", account, "apiKey", key));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/error/message").asText()).startsWith(message).doesNotContain(key);
    }

    @Test
    void whileStripeIsDownItWaitsAndSaysSoAndIsPlacedAfterwards() {
        invoiceIsPaid();
        stripe.paid(payment, invoice, 2400);
        stripe.down();
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        try {
            merchant.deliver(refund);
            assertThat(explained(refund, "Stripe could not be asked: ")).contains("cannot be reached");
        } finally {
            stripe.up();
        }

        placed(refund).did("refund", "commission");
        assertThat(story.figures()).isEqualTo(HALF_REFUNDED);
    }

    @Test
    void whileStripeHangsEverythingElseGoesOn() {
        invoiceIsPaid();
        stripe.paid(payment, invoice, 2400);
        stripe.hang();
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);
        await().atMost(PATIENCE).until(() -> !stripe.about(payment).isEmpty());

        Story other = merchant.story(Vocabulary.DUB);
        StripeEvent paid = other.checkout().with("client_reference_id", other.reference());
        StripeEvent otherRefund = other.refund(1200);
        StripeEvent largerRefund = story.refundOfInvoice(1, 1300);
        for (StripeEvent event : List.of(paid, otherRefund, largerRefund)) {
            long start = System.nanoTime();
            merchant.deliver(event);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(event.type()).isLessThan(AT_ONCE);
        }
        merchant.processed(otherRefund).did("refund", "commission");
        assertThat(merchant.stored(refund).state()).isEqualTo("waiting");
        stripe.goOn();

        // Whichever of the two is worked on first.
        placed(refund);
        placed(largerRefund);
        assertThat(story.figures().refunded()).as("1,300 of 2,400, without tax").isEqualTo(1083);
    }

    @ParameterizedTest
    @CsvSource({"429, asked too often", "500, it answered 500", "503, it answered 503"})
    void anErrorOfStripesIsTriedAgain(int status, String said) {
        invoiceIsPaid();
        stripe.paid(payment, invoice, 2400);
        stripe.answerWith(status);
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);
        assertThat(explained(refund, "Stripe could not be asked: ")).contains(said);

        stripe.answerWith(200);

        placed(refund).did("refund", "commission");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void aKeyThatIsRefusedIsSaidWithoutTheKeyAndNotTriedAgainAtOnce(int status) {
        stripe.answerWith(status);
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        merchant.deliver(refund);

        assertThat(explained(refund, "Stripe could not be asked: ")).contains("it answered " + status)
                .contains("sk_live_…hijk").doesNotContain(ServerAbroad.PLATFORM_KEY);
        replay(refund);
        assertThat(explained(refund, "Stripe could not be asked: ")).contains("it answered " + status);
        assertThat(stripe.about(payment)).hasSize(1);
    }

    @Test
    void howeverManyEventsWaitForAPaymentStripeIsAskedOnce() {
        List<StripeEvent> refunds = Stream.of(300L, 600L, 900L, 1200L, 1500L, 2400L)
                .map(refunded -> story.refundOfInvoice(1, refunded)).toList();
        merchant.deliverTogether(refunds.toArray(StripeEvent[]::new));
        refunds.forEach(refund -> explained(refund, "Stripe was asked and names no invoice"));
        StripeEvent late = story.refundOfInvoice(1, 2400);
        merchant.deliver(late);
        assertThat(explained(late, "Stripe was asked and names no invoice")).contains("(payment:" + payment + ")");
        refunds.forEach(AskStripeIT::replay);
        refunds.forEach(refund -> merchant.settled(refund).waiting("payment_unknown"));

        // Once is two lists: that of invoices and that of sessions.
        assertThat(stripe.about(payment)).extracting(FakeStripe.Request::path)
                .containsExactly("/v1/invoice_payments", "/v1/checkout/sessions");
    }

    @Test
    void theKeyIsInNoAnswerAndInNoLog() {
        JsonNode connection = Merchant.created(merchant.api().post("/api/stripe/connections",
                Api.object("signingSecrets", List.of(SECRET), "apiKey", OWN_KEY)));
        assertThat(connection.path("apiKeySet").asBoolean()).isTrue();
        assertThat(connection.path("apiKeyHint").asText()).isEqualTo("rk_live_…mnop");
        merchant.tell(story.refundOfInvoice(1, 1200));
        await().atMost(PATIENCE).until(() -> stripe.about(payment).size() == 2);

        assertThat(connection.toString() + merchant.read("/api/stripe/connections")
                + merchant.read("/api/stripe/events") + ServerAbroad.shared().server().log())
                .doesNotContain(OWN_KEY, ServerAbroad.PLATFORM_KEY);
    }

    private void invoiceIsPaid() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
    }

    private static Settled tellSandbox(StripeEvent event) {
        Merchant.ok(merchant.send(event.ofAccount(SANDBOX_ACCOUNT).inTestMode(), Endpoint.SANDBOX));
        return merchant.settled(event);
    }

    private static void replay(StripeEvent event) {
        Merchant.ok(merchant.api().post("/api/stripe/events/" + event.id() + "/replay", Api.object()));
    }

    /** Waits until the event waits and says that. @return its whole explanation */
    private static String explained(StripeEvent event, String said) {
        await(said).atMost(PATIENCE).until(() -> merchant.stored(event).state().equals("waiting")
                && explanation(merchant.stored(event)).contains(said));
        return explanation(merchant.stored(event).waiting("payment_unknown"));
    }

    private static Settled placed(StripeEvent event) {
        await(event.type()).atMost(PATIENCE).until(() -> merchant.stored(event).state().equals("processed"));
        return merchant.stored(event);
    }

    private static String explanation(Settled settled) {
        return settled.event().path("explanation").asText();
    }
}
