package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A merchant takes the app's access to an account back, in Stripe, or gives it; one has several accounts. */
class AccountIT {

    private static final String GIVEN = "account.application.authorized";
    private static final String TAKEN_BACK = "account.application.deauthorized";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(AccountIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String account = "acct_" + story.name;

    @Test
    @DisplayName("W33: access that is taken back in Stripe disconnects: the recorded stays, what comes is nobody's")
    void takenBack() {
        merchant.connect("live", account);
        merchant.tell(paid()).processed();

        merchant.tell(event(TAKEN_BACK)).processed().did();

        assertThat(connections()).isZero();
        assertThat(story.figures()).isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000));
        merchant.deliver(story.refund(2400).ofAccount(account));
        merchant.tell(story.customerCreated()).ignored("no_tracking_metadata");
        assertThat(story.figures().refunds()).isZero();
    }

    @Test
    @DisplayName("W33: the account can be connected again, and then its payments count")
    void connectedAgain() {
        merchant.connect("live", account);
        merchant.tell(event(TAKEN_BACK)).processed();
        JsonNode again = merchant.connect("live", account);

        merchant.tell(paid()).processed().did("customer", "lead", "sale", "commission");

        merchant.disconnect(again);
    }

    @Test
    @DisplayName("W33: access that was taken back before the account was connected again does not disconnect it")
    void takenBackLongAgo() {
        JsonNode connection = merchant.connect("live", account);

        merchant.tell(event(TAKEN_BACK).madeAt(Instant.now().minusSeconds(3600))).ignored("account_reconnected").did();

        assertThat(connections()).isEqualTo(1);
        merchant.disconnect(connection);
    }

    @Test
    @DisplayName("W32, W33: the app taken out of test mode tells the live endpoint too, where it changes nothing")
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
