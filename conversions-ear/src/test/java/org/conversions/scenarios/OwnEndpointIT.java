package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.StripeSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merchant without the app adds an endpoint by hand: its token says whose the events are, which name no account. */
class OwnEndpointIT {

    private static final String SECRET = "whsec_of_my_own_endpoint";
    private static final String NEXT_SECRET = "whsec_of_my_own_endpoint_2";

    private final Merchant merchant = Merchant.of(OwnEndpointIT.class);
    private final Story story = merchant.story(Vocabulary.CODEQR);
    private final JsonNode connection = merchant.connect("live", null, SECRET);
    private final Endpoint endpoint =
            new Endpoint(URI.create(connection.path("endpointUrl").asText()).getPath(), SECRET);

    @AfterEach
    void disconnect() {
        merchant.api().delete("/api/stripe/connections/" + connection.path("id").asText());
    }

    @Test
    void eventsWithoutAnAccountAreTheWorkspaces() {
        StripeEvent paid = paid();
        StripeEvent refund = story.refund(1200).ofAccount(null);

        Merchant.ok(merchant.send(refund, endpoint));
        Merchant.ok(merchant.send(paid, endpoint));

        merchant.processed(paid).did("customer", "lead", "sale", "commission");
        merchant.processed(refund).did("refund", "commission");
        assertThat(story.figures())
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000));
    }

    @Test
    void theSecretsOfOtherEndpointsAreNoGood() {
        for (String secret : List.of(Endpoint.LIVE.secret(), NEXT_SECRET, " ", SECRET + " ")) {
            Api.Answer answer = merchant.send(paid(), new Endpoint(endpoint.path(), secret));
            assertThat(answer.status()).as(secret).isEqualTo(400);
            assertThat(answer.json().at("/error/message").asText()).contains("signature");
        }
    }

    @Test
    void whileASecretIsRolledBothCount() {
        sign(SECRET, NEXT_SECRET);
        StripeEvent first = paid();
        StripeEvent second = story.customerCreated().ofAccount(null);
        StripeEvent third = story.customerCreated().as("customer.updated").ofAccount(null);
        Merchant.ok(merchant.send(first, endpoint));
        Merchant.ok(merchant.send(second, new Endpoint(endpoint.path(), NEXT_SECRET)));
        Instant now = Instant.now();
        Merchant.ok(merchant.anonymous().post(endpoint.path(), merchant.own(third).body(), "Stripe-Signature",
                StripeSigner.sign(merchant.own(third).body(), "whsec_long_forgotten", now) + ",v1="
                        + StripeSigner.v1(merchant.own(third).body(), NEXT_SECRET, now)));

        sign(NEXT_SECRET);
        assertThat(merchant.send(first, endpoint).status()).isEqualTo(400);
        Merchant.ok(merchant.send(first, new Endpoint(endpoint.path(), NEXT_SECRET)));
        assertThat(merchant.settled(first).processed().event().path("deliveries").asInt()).isEqualTo(2);
    }

    @Test
    void anEndpointWithoutASecretTakesNothing() {
        sign();

        assertThat(merchant.send(paid(), endpoint).status()).isEqualTo(400);
        assertThat(merchant.send(paid(), new Endpoint(endpoint.path(), " ")).status()).isEqualTo(400);
    }

    @Test
    void secretsThatAreNoneAreRefused() {
        for (List<String> secrets : List.of(List.of("secret"), List.of(""), List.of(" "),
                List.of(SECRET, NEXT_SECRET, "whsec_one_too_many"))) {
            assertThat(merchant.api().patch(path(), Api.object("signingSecrets", secrets)).status())
                    .as("%s", secrets).isEqualTo(422);
        }
    }

    @Test
    void whatIsTakenDownIsNoLongerThere() {
        merchant.disconnect(connection);

        assertThat(merchant.send(paid(), endpoint).status()).isEqualTo(404);
        assertThat(merchant.api().patch(path(), Api.object("signingSecrets", List.of(SECRET))).status())
                .isEqualTo(404);
        assertThat(merchant.api().delete(path()).status()).isEqualTo(404);
    }

    @Test
    void theTokenAndTheSecretsAreNeverShownAgain() {
        String shown = merchant.read("/api/stripe/connections").toString();

        assertThat(shown).contains(connection.path("id").asText())
                .doesNotContain(endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1), SECRET);
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference()).ofAccount(null);
    }

    private void sign(String... secrets) {
        Merchant.ok(merchant.api().patch(path(), Api.object("signingSecrets", List.of(secrets))));
    }

    private String path() {
        return "/api/stripe/connections/" + connection.path("id").asText();
    }
}
