package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A merchant takes the app's access to an account back, in Stripe, or gives it; one has several accounts. */
@OnBothDatabases
class AccountIT {

    private static final String GIVEN = "account.application.authorized";
    private static final String TAKEN_BACK = "account.application.deauthorized";
    private static final String SECRET = "whsec_of_the_endpoint_before_the_app";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(AccountIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String account = "acct_" + story.name;

    @Test
    @DisplayName("Access that is taken back in Stripe disconnects: the recorded stays, what comes is nobody's")
    void takenBack() {
        merchant.connect("live", account);
        merchant.tell(paid()).processed();

        merchant.tell(event(TAKEN_BACK)).processed().did();

        assertThat(connections()).isZero();
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
        StripeEvent after = story.refund(2400).ofAccount(account).madeAt(Instant.now().plusSeconds(2));
        merchant.deliver(after);
        await().atMost(PATIENCE).until(() -> merchant.ofNobody(account).stream()
                .anyMatch(event -> event.path("reason").asText().equals("account_disconnected")));
        assertThat(story.figures().refunds()).isZero();
    }

    @Test
    @DisplayName("What happened before access was taken back counts also when it comes later, and nothing after")
    void theEventsOwnTimeDecides() {
        merchant.connect("live", account);
        Instant takenBack = Instant.now();
        StripeEvent before = paid().madeAt(takenBack.minusSeconds(60));

        merchant.tell(event(TAKEN_BACK).madeAt(takenBack)).processed();
        merchant.tell(before).processed().did("customer", "lead", "sale");
        merchant.tell(story.refund(1200).ofAccount(account).madeAt(takenBack.minusSeconds(30))).processed().did("refund");
        StripeEvent later = story.refund(2400).ofAccount(account).madeAt(takenBack.plusSeconds(30));
        merchant.deliver(later);

        await().atMost(PATIENCE).until(() -> merchant.ofNobody(account).stream()
                .anyMatch(event -> event.path("stripeEventId").asText().equals(later.id())));
        assertThat(story.figures().refunded()).isEqualTo(1000);
    }

    @Test
    @DisplayName("What is known of an account goes on when it is connected anew: renewal, refund, dispute, churn")
    void whatIsKnownGoesOn() {
        JsonNode before = merchant.connect("live", account);
        subscribesAndPays(story, event -> merchant.tell(event.ofAccount(account)));
        merchant.tell(dispute("created", "needs_response").ofAccount(account)).processed();
        merchant.disconnect(before);
        JsonNode again = merchant.connect("live", account);

        goesOn(event -> merchant.tell(event.ofAccount(account)));

        merchant.disconnect(again);
    }

    @Test
    @DisplayName("A merchant who takes the app instead of an endpoint of its own keeps what is known")
    void fromAnOwnEndpointToTheApp() {
        JsonNode own = merchant.connect("live", null, SECRET);
        Endpoint endpoint = new Endpoint(URI.create(own.path("endpointUrl").asText()).getPath(), SECRET);
        Consumer<StripeEvent> byEndpoint = event -> {
            Merchant.ok(merchant.send(event.ofAccount(null), endpoint));
            merchant.settled(event);
        };
        subscribesAndPays(story, byEndpoint);
        byEndpoint.accept(dispute("created", "needs_response"));
        merchant.disconnect(own);
        JsonNode app = merchant.connect("live", account);

        goesOn(event -> merchant.tell(event.ofAccount(account)));

        merchant.disconnect(app);
    }

    private static void subscribesAndPays(Story story, Consumer<StripeEvent> stripe) {
        stripe.accept(story.customerCreated(story.click()));
        stripe.accept(story.invoice(1));
        stripe.accept(story.invoicePayment(1));
        stripe.accept(story.invoice(2));
        stripe.accept(story.invoicePayment(2));
        assertThat(story.figures().sales()).isEqualTo(2);
    }

    /** About the payment of the first invoice. */
    private StripeEvent dispute(String type, String status) {
        return story.dispute(type, status).with("charge", "ch_" + story.name + "_1")
                .with("payment_intent", "pi_" + story.name + "_1");
    }

    /** The dispute of the first payment is won, the second is refunded, a third comes, and the subscription ends. */
    private void goesOn(Function<StripeEvent, Settled> stripe) {
        stripe.apply(story.invoice(3)).processed().did("sale", "commission");
        stripe.apply(story.refundOfInvoice(2, 2400)).processed().did("refund", "commission");
        stripe.apply(dispute("closed", "won").madeAt(Instant.now().plusSeconds(5))).processed();
        stripe.apply(story.subscriptionEnded()).processed().did("churn");
        assertThat(story.figures()).isEqualTo(
                Figures.NONE.clicks(1).leads(1).buyers(1).sales(3, 6000).refunds(1, 2000));
        assertThat(story.saleOfInvoice(1).path("disputed").asBoolean(true)).isFalse();
        assertThat(story.commissions()).extracting(commission -> commission.path("status").asText())
                .containsExactlyInAnyOrder("pending", "pending", "refunded");
    }

    @Test
    @DisplayName("The account can be connected again, and then its payments count")
    void connectedAgain() {
        merchant.connect("live", account);
        merchant.tell(event(TAKEN_BACK)).processed();
        JsonNode again = merchant.connect("live", account);

        merchant.tell(paid()).processed().did("customer", "lead", "sale", "commission");

        merchant.disconnect(again);
    }

    @Test
    @DisplayName("Access that was taken back before the account was connected again does not disconnect it")
    void takenBackLongAgo() {
        JsonNode connection = merchant.connect("live", account);

        merchant.tell(event(TAKEN_BACK).madeAt(Instant.now().minusSeconds(3600))).ignored("account_reconnected").did();

        assertThat(connections()).isEqualTo(1);
        merchant.disconnect(connection);
    }

    @Test
    @DisplayName("The app taken out of test mode reports to the live endpoint too, where it changes nothing")
    void testModeAtTheLiveEndpoint() {
        JsonNode live = merchant.connect("live", account);
        merchant.connect("test", account);
        StripeEvent event = event(TAKEN_BACK).inTestMode();

        Merchant.ok(merchant.send(event, Endpoint.LIVE));
        merchant.settled(TAKEN_BACK, () -> inMode(event, "live")).ignored("wrong_mode").did();
        assertThat(connections()).isEqualTo(2);

        Merchant.ok(merchant.send(event, Endpoint.TEST));
        await().atMost(PATIENCE).until(() -> connections() == 1);
        assertThat(merchant.read("/api/stripe/connections")).anyMatch(left ->
                left.path("id").equals(live.path("id")));
        merchant.disconnect(live);
    }

    @Test
    void accessThatIsGivenToAConnectedAccountIsSaidSo() {
        JsonNode connection = merchant.connect("live", account);

        merchant.tell(event(GIVEN)).processed().did();

        assertThat(connections()).isEqualTo(1);
        merchant.disconnect(connection);
    }

    @Test
    void theSameEventIdOfTwoAccountsAreTwoEvents() {
        JsonNode connection = merchant.connect("live", account);
        Story other = merchant.story(Vocabulary.DUB);
        StripeEvent here = other.checkout().with("client_reference_id", other.reference());
        StripeEvent there = paid().withId(here.id());

        merchant.deliver(here, there);

        merchant.settled("here", () -> stored("objectId=" + here.objectId())).processed();
        merchant.settled("there", () -> stored("account=" + account)).processed();
        assertThat(List.of(story.figures(), other.figures())).containsOnly(
                Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
        merchant.disconnect(connection);
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference()).ofAccount(account);
    }

    /** The object is the application; the account is the envelope's. */
    private StripeEvent event(String type) {
        return StripeEvent.of(type, "application", "ca_" + story.name).with("name", "Conversions").ofAccount(account);
    }

    private long connections() {
        long count = 0;
        for (JsonNode connection : merchant.read("/api/stripe/connections")) {
            count += connection.path("accountId").asText().equals(account) ? 1 : 0;
        }
        return count;
    }

    private Settled stored(String filter) {
        return new Settled(merchant.read("/api/stripe/events?" + filter).path(0));
    }

    private Settled inMode(StripeEvent event, String mode) {
        for (JsonNode stored : merchant.read("/api/stripe/events?account=" + account + "&type=" + event.type())) {
            if (stored.path("mode").asText().equals(mode)) {
                return new Settled(stored);
            }
        }
        return new Settled(MissingNode.getInstance());
    }
}
