package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.stripe.inbox.EventView;
import org.conversions.stripe.inbox.StripeEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event waits for what it lacks for thirty days; what waited in vain is left, is seen, and can still be replayed. */
class WaitingTimeInServerIT extends InServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private StripeEvents events;
    @Inject
    private TestClock clock;

    @AfterEach
    void setBack() {
        clock.setBack();
    }

    @Test
    void whatNothingCameForIsUnmatchedAfterThirtyDaysAndIsPlacedByAReplay() {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        StripeEvent paid = story.buyer().invoice(1);
        merchant.tell(List.of(paid));
        assertThat(stored(paid).state()).isEqualTo("waiting");

        clock.passes(Duration.ofDays(29));
        int looks = merchant.looksAt(paid);
        until("another look", () -> merchant.looksAt(paid) > looks);
        assertThat(stored(paid).state()).isEqualTo("waiting");

        clock.passes(Duration.ofDays(2));
        until("nobody to wait any more", () -> stored(paid).state().equals("unmatched"));
        assertThat(stored(paid).reason()).isEqualTo("customer_unknown");

        clock.setBack();
        merchant.tell(List.of(story.buyer().customerCreated(story.clickId())));
        assertThat(stored(paid).state()).as("nothing wakes it any more").isEqualTo("unmatched");
        assertThat(events.replay(merchant.workspaceId(), paid.id())).isTrue();
        until("the replay", () -> stored(paid).state().equals("processed"));
    }

    private EventView stored(StripeEvent event) {
        return events.find(merchant.workspaceId(), event.id()).orElseThrow();
    }

    private static void until(String what, Callable<Boolean> done) {
        await(what).pollInSameThread().atMost(PATIENCE).until(done);
    }
}
