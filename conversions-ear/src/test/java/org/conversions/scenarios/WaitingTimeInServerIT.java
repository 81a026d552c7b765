package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.StripeEventFilter;
import org.conversions.stripe.inbox.view.StripeEventView;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event waits for what it lacks for thirty days; what waited in vain is left, is seen, and is placed all the same later. */
class WaitingTimeInServerIT extends InServer {

    /** More than one step of a replay, and a rest. */
    private static final int MANY = 1_005;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private StripeEvents events;
    @Inject
    private TestClock clock;
    @Resource
    private UserTransaction transaction;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @AfterEach
    void setBack() {
        clock.setBack();
    }

    @Test
    void whatNothingCameForIsUnmatchedAfterThirtyDaysAndIsPlacedWhenItComesAfterAll() {
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
        until("the buyer", () -> stored(paid).state().equals("processed"));
    }

    @Test
    void aReplayTakesHoweverManyEventsThereAre() throws Exception {
        transaction.begin();
        for (int i = 0; i < MANY; i++) {
            database.createNativeQuery("insert into stripe_event (id, source, account_id, stripe_event_id, connection_id,"
                            + " workspace_id, mode, type, occurred_at, received_at, deliveries, state, attempts)"
                            + " select concat('evt_many', :i), 'many', '', concat('many', :i), c.id, c.workspace_id,"
                            + " c.mode, 'payout.paid', c.created_at, c.created_at, 1, 'unmatched', 0"
                            + " from stripe_connection c where c.workspace_id = :workspace and c.live = true")
                    .setParameter("i", i).setParameter("workspace", merchant.workspaceId()).executeUpdate();
        }
        database.createNativeQuery("insert into stripe_event_payload (event_id, payload) select id, X'7B7D' from stripe_event"
                + " where source = 'many' and workspace_id = :workspace").setParameter("workspace", merchant.workspaceId()).executeUpdate();
        transaction.commit();
        StripeEventFilter unmatched = new StripeEventFilter(merchant.workspaceId(), Mode.LIVE, StripeEventState.UNMATCHED, null, null,
                null, null, null, null, null);

        StripeEvents.Replayed replayed = events.replay(unmatched, null);

        assertThat(replayed).isEqualTo(new StripeEvents.Replayed(MANY, null));
        until("all of them", () -> events.list(unmatched, 0, 1).isEmpty() && events.list(new StripeEventFilter(
                merchant.workspaceId(), Mode.LIVE, StripeEventState.RECEIVED, null, null, null, null, null, null, null), 0, 1).isEmpty());
    }

    private StripeEventView stored(StripeEvent event) {
        return events.find(merchant.workspaceId(), event.id()).orElseThrow();
    }

    private static void until(String what, Callable<Boolean> done) {
        await(what).pollInSameThread().atMost(PATIENCE).until(done);
    }
}
