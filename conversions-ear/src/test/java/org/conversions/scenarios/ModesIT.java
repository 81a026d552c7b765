package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live, test and sandbox are modes apart. Each test has an account of its own. */
class ModesIT {

    private final Merchant merchant = Merchant.of(ModesIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String account = "acct_" + story.name;
    private final JsonNode live = merchant.connect("live", account);
    private final JsonNode test = merchant.connect("test", account);
    private final JsonNode sandbox = merchant.connect("sandbox", account);

    @AfterEach
    void disconnect() {
        merchant.disconnect(live);
        merchant.disconnect(test);
        merchant.disconnect(sandbox);
    }

    @Test
    @DisplayName("A test event comes in by the live endpoint too: it is ignored there and counts in the test view only")
    void aTestEventAtBothEndpoints() {
        StripeEvent paid = paid().inTestMode();

        Merchant.ok(merchant.send(paid, Endpoint.LIVE));
        Merchant.ok(merchant.send(paid, Endpoint.TEST));

        settled(paid, "live").ignored("wrong_mode").did();
        settled(paid, "test").processed().did("customer", "lead", "sale", "commission");
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
        assertThat(story.figures("test")).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
        assertThat(story.commissions("live")).isEmpty();
        assertThat(story.commissions("test")).singleElement()
                .satisfies(commission -> assertThat(commission.path("earnings").asLong()).isEqualTo(400));
        assertThat(story.buyers("live")).isEmpty();
        assertThat(story.buyers("test")).hasSize(1);
        assertThat(story.sales()).isEmpty();
        assertThat(merchant.read("/api/events?event=sales&interval=all&mode=test&linkId=" + story.linkId)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"live, test", "live, sandbox", "test, live", "sandbox, live"})
    void anEventOfAnotherWorldIsIgnored(String endpoint, String world) {
        StripeEvent paid = world.equals("live") ? paid() : paid().inTestMode();

        Merchant.ok(merchant.send(paid, endpointOf(endpoint)));

        settled(paid, endpoint).ignored("wrong_mode").did();
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
    }

    @ParameterizedTest
    @CsvSource({"test", "sandbox"})
    void refundsAndEndsStayInTheirWorld(String mode) {
        StripeEvent paid = paid().inTestMode();
        StripeEvent refund = story.refund(2400).ofAccount(account).inTestMode();

        Merchant.ok(merchant.send(refund, endpointOf(mode)));
        Merchant.ok(merchant.send(refund, Endpoint.LIVE));
        Merchant.ok(merchant.send(paid, endpointOf(mode)));

        settled(refund, "live").ignored("wrong_mode");
        settled(paid, mode).processed();
        merchantProcesses(refund, mode);
        assertThat(story.figures(mode))
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 2000));
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1));
    }

    @Test
    @DisplayName("A live lead makes a buyer in the test world, and stays as it is")
    void aLiveLeadIsKnownInTestMode() {
        story.lead(story.click());
        StripeEvent paid = story.checkout().metadata("dubCustomerExternalId", story.externalId).ofAccount(account)
                .inTestMode();

        Merchant.ok(merchant.send(paid, Endpoint.TEST));

        settled(paid, "test").processed();
        assertThat(story.figures("test").sales()).isEqualTo(1);
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1));
        assertThat(story.buyer().path("sales").asLong()).isZero();
        assertThat(story.buyer().path("stripeCustomerId").isNull()).isTrue();
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference()).ofAccount(account);
    }

    private static Endpoint endpointOf(String mode) {
        return switch (mode) {
            case "test" -> Endpoint.TEST;
            case "sandbox" -> Endpoint.SANDBOX;
            default -> Endpoint.LIVE;
        };
    }

    /** The event as it came in by the endpoint of a mode. */
    private Settled settled(StripeEvent event, String mode) {
        return merchant.settled(event.type(), () -> of(event, mode));
    }

    private void merchantProcesses(StripeEvent event, String mode) {
        merchant.processed(event.type(), () -> of(event, mode));
    }

    private Settled of(StripeEvent event, String mode) {
        for (JsonNode stored : merchant.read("/api/stripe/events?account=" + account + "&type=" + event.type())) {
            if (stored.path("mode").asText().equals(mode)) {
                return new Settled(stored);
            }
        }
        return new Settled(MissingNode.getInstance());
    }
}
