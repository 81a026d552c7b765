package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was never delivered is asked for, and counts once, whatever happens meanwhile. */
@ResourceLock(ServerAbroad.NAME)
class CatchUpIT {

    private static final String SECRET = "whsec_of_my_own_endpoint";
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Figures TWO_SALES = Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000).refunds(1, 1000);

    private final FakeStripe stripe = ServerAbroad.shared().stripe();
    private final Merchant merchant = Merchant.another(ServerAbroad.shared().server());
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String key = TestWorkspace.unique("rk_live_");
    private final JsonNode connection;
    private final Endpoint endpoint;
    private final List<StripeEvent> events;

    CatchUpIT() {
        stripe.opens(key, null);
        connection = Merchant.created(merchant.api().post("/api/stripe/connections",
                object("signingSecrets", List.of(SECRET), "apiKey", key)));
        endpoint = new Endpoint(URI.create(connection.path("endpointUrl").asText()).getPath(), SECRET);
        events = List.of(story.customerCreated(story.click()), story.invoice(1), story.invoice(2),
                story.refundOfInvoice(1, 1200), story.invoicePayment(1));
        stripe.account().forget();
        events.forEach(event -> stripe.account().happened(event.ofAccount(null).body()));
    }

    @AfterEach
    void inOrder() {
        stripe.answerWith(200);
        stripe.pagesOf(Integer.MAX_VALUE);
        stripe.goOn();
        stripe.account().forget();
    }

    @Test
    void whatWasMissedIsStoredOnceAndTheSecondTimeNothingIs() {
        Merchant.ok(merchant.send(events.get(1), endpoint));
        stripe.pagesOf(2);

        JsonNode started = start();
        assertThat(started.path("state").asText()).isEqualTo("running");
        assertThat(Duration.between(Instant.parse(started.path("from").asText()), Instant.now()).toDays()).isEqualTo(30);
        JsonNode done = ended("done");

        assertThat(done.path("found").asInt()).isEqualTo(5);
        assertThat(done.path("stored").asInt()).isEqualTo(4);
        events.forEach(merchant::processed);
        assertThat(story.figures()).isEqualTo(TWO_SALES);

        start();
        assertThat(ended("done").path("stored").asInt(-1)).isZero();
        assertThat(ended("done").path("found").asInt()).isEqualTo(5);
        assertThat(story.figures()).isEqualTo(TWO_SALES);
        FakeStripe.Request asked = stripe.at("/v1/events").get(stripe.at("/v1/events").size() - 1);
        assertThat(asked.header("authorization")).isEqualTo("Bearer " + key);
        assertThat(asked.query()).containsEntry("limit", "100");
    }

    @Test
    void anAccountWithoutEventsIsDoneAtOnce() {
        stripe.account().forget();

        start();

        assertThat(ended("done").path("found").asInt(-1)).isZero();
    }

    @Test
    void whileStripeIsAskedTooOftenItWaitsAndThenGoesOn() {
        stripe.answerWith(429);
        start();
        await().atMost(PATIENCE).until(() -> catchUp().path("problem").asText().contains("asked too often"));
        assertThat(catchUp().path("state").asText()).isEqualTo("running");
        assertThat(start().path("state").asText()).isEqualTo("running");

        stripe.answerWith(200);

        assertThat(ended("done").path("stored").asInt()).isEqualTo(5);
        assertThat(catchUp().path("problem").isNull()).isTrue();
    }

    @Test
    void aKeyThatDoesNotReadEventsEndsItWithTheReason() {
        stripe.account().refuse(key, "GET /v1/events");

        start();

        assertThat(ended("failed").path("problem").asText()).contains("Stripe does not show its events", "403").doesNotContain(key);
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWasAndCountsOnce() {
        stripe.pagesOf(1);
        start();
        // On the way back some are stored, and the next page is asked for.
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> catchUp().path("stored").asInt() >= 1);
        stripe.hang();
        ServerAbroad.shared().server().kill9();
        stripe.goOn();
        ServerAbroad.shared().server().start();

        JsonNode done = ended("done");

        assertThat(done.path("found").asInt()).isEqualTo(5);
        assertThat(done.path("stored").asInt()).isEqualTo(5);
        events.forEach(merchant::processed);
        assertThat(story.figures()).isEqualTo(TWO_SALES);
        assertThat(merchant.read("/api/stripe/events?customerId=" + story.customer)).allMatch(event -> event.path("deliveries").asInt() == 1);
    }

    private JsonNode start() {
        return merchant.api().post(path() + "/catch-up", object()).expect(202);
    }

    private JsonNode ended(String state) {
        await(state).atMost(PATIENCE).until(() -> !catchUp().path("state").asText().equals("running"));
        assertThat(catchUp().path("state").asText()).as(catchUp().toString()).isEqualTo(state);
        return catchUp();
    }

    private JsonNode catchUp() {
        return merchant.read(path()).path("catchUp");
    }

    private String path() {
        return "/api/stripe/connections/" + connection.path("id").asText();
    }
}
