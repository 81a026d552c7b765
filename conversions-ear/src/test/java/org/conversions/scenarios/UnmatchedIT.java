package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;

/** What waited in vain is left, is seen, and can still be replayed. */
class UnmatchedIT {

    @Test
    void anEventThatNothingCameForIsUnmatchedAndIsPlacedByAReplay() {
        try (ConversionsServer server = ConversionsServer.started(waitingDays("0"))) {
            Merchant merchant = Merchant.of(server);
            Story story = merchant.story(Vocabulary.DUB);
            StripeEvent paid = story.invoice(1);

            Settled left = merchant.tell(paid);
            assertThat(left.state()).isEqualTo("unmatched");
            left.because("customer_unknown").did();
            assertThat(merchant.read("/api/stripe/events?state=unmatched")).hasSize(1);

            merchant.tell(story.customerCreated(story.click())).processed();
            assertThat(merchant.stored(paid).state()).as("nothing wakes it any more").isEqualTo("unmatched");
            Merchant.ok(merchant.api().post("/api/stripe/events/replay?state=unmatched", Api.object()));
            merchant.processed(paid).did("sale", "commission");
        }
    }

    @Test
    void aWaitingTimeThatIsNoneIsToldAtTheStart() {
        try (ConversionsServer server = ConversionsServer.prepared(waitingDays("-1"))) {
            server.launch();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("conversions.stripe.waiting-days must be 0 to 3650");
        }
    }

    private static Map<String, String> waitingDays(String days) {
        return Stream.concat(ServerSettings.SHARED.entrySet().stream(),
                        Stream.of(Map.entry("conversions.stripe.waiting-days", days)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
