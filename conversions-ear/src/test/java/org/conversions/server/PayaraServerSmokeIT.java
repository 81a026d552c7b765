package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The unchanged EAR on a full Payara Server with its own broker (profile {@code payara-server}). */
@Tag("payara-server")
class PayaraServerSmokeIT {

    private static final PayaraServer SERVER = new PayaraServer();
    private static final FakeStripe STRIPE = new FakeStripe();

    @BeforeAll
    static void start() {
        SERVER.start(STRIPE.url());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
        STRIPE.close();
    }

    @Test
    void isReady() {
        Api.Answer health = SERVER.api(null).get("/health/ready");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asText()).isEqualTo("UP");
        assertThat(health.json().path("checks")).isNotEmpty();
    }

    @Test
    void canBeReachedFromElsewhereByTheApplicationsPortOnly() {
        assumeTrue(Listening.isKnown());
        // What is left open to this machine shows that the sockets are found.
        assertThat(Listening.toItself(SERVER.process())).isNotEmpty();
        assertThat(Listening.toOthers(SERVER.process())).containsExactly(SERVER.port());
    }

    @Test
    void hasNoLinkThatNobodyMade() {
        assertThat(SERVER.api(null).get("/nobody-made-this-link").status()).isEqualTo(404);
    }

    @Test
    void opensTheSameDoorsAsTheExecutableJar() {
        Api nobody = SERVER.api(null);
        assertThat(nobody.get("/openapi").json().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(nobody.get("/analytics/script.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(nobody.get("/embed/referrals").header("X-Frame-Options")).isNull();
        Api stranger = SERVER.api("dub_nobody_has_this_key_0123456789");
        for (String path : List.of("/api/links/ext_a%2Fb", "/links/ext_a%2Fb", "/links")) {
            Api.Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.json().at("/error/code").asText()).as(path).isEqualTo("unauthorized");
        }
    }

    /** Goes from the address in the log to a commission that a refund has reduced, over the domain's own broker. */
    @Test
    void isSetUpByTheTokenInItsLogTellsTheSampleStoryAndAsksStripe() {
        Matcher token = Pattern.compile("/app/setup/#token=([A-Za-z0-9_-]+)").matcher(SERVER.log());
        assertThat(token.find()).isTrue();
        Api.Answer setUp = SERVER.api(null).post("/api/setup", object("token", token.group(1),
                "ownerEmail", "owner@example.com", "ownerPassword", "correct horse battery staple",
                "workspaceName", "Acme"));
        assertThat(setUp.status()).as(setUp.body()).isEqualTo(201);

        String told = SampleStory.told(SERVER.base(), setUp.json().path("secretKey").asText());

        assertThat(told).contains("After:  clicks:1, leads:1, sales:2, saleAmount:9000, grossSaleAmount:10000,"
                + " refunds:1, refundedAmount:1000, commissions:1800");
        asksStripe(SERVER.api(setUp.json().path("secretKey").asText()));
    }

    private static void asksStripe(Api api) {
        String key = "rk_test_0123456789abcdefghijkl";
        String secret = "whsec_on_payara_server";
        STRIPE.opens(key, null);
        String endpoint = api.post("/api/stripe/connections", object("mode", "test", "signingSecrets", List.of(secret),
                "apiKey", key)).json().path("endpointUrl").asText();
        String refund = "{\"id\":\"evt_asked\",\"object\":\"event\",\"type\":\"charge.refunded\",\"livemode\":false,"
                + "\"created\":1790000000,\"data\":{\"object\":{\"id\":\"ch_asked\",\"object\":\"charge\",\"amount\":100,"
                + "\"amount_refunded\":100,\"payment_intent\":\"pi_asked\"}}}";
        assertThat(api.postStripeEvent(URI.create(endpoint).getPath(), refund, secret).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/api/stripe/events/evt_asked").json()
                .path("explanation").asText().contains("Stripe was asked and names no invoice"));

        assertThat(STRIPE.about("pi_asked")).hasSize(2)
                .allSatisfy(request -> assertThat(request.header("authorization")).isEqualTo("Bearer " + key));
    }
}
