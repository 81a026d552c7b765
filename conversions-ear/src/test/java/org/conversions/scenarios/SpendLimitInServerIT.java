package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.commission.SpentSumTimer;
import org.conversions.platform.Page;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.RewardLimits;
import org.conversions.reward.Rewards;
import org.conversions.reward.SpendLimit;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A limit of all time: what was earned long ago stands in a sum, and changes what may be earned as before. */
class SpendLimitInServerIT extends InServer {

    private static final Page ALL = new Page(1, 100, null, null);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private Rewards rewards;
    @Inject
    private CommissionList commissions;
    @Inject
    private SpentSumTimer timer;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void whatWasEarnedLongAgoCountsAndARefundOfItGivesRoom() {
        rewards.change(merchant.workspaceId(), rewards.list(merchant.workspaceId()).get(0).id(), new RewardDraft(null, null, null, "percentage",
                new BigDecimal(20), null, limits -> new RewardLimits(null, null, new SpendLimit(1_000, SpendLimit.Interval.ALL)), null, null));
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
        happens(story.buyer().oldInvoice(1));
        happens(story.buyer().oldInvoice(2));
        assertThat(earned()).containsExactly(400L, 400L);
        time.passes(Duration.ofDays(10));
        comesTo(800);
        happens(story.buyer().oldInvoice(3));
        assertThat(earned()).as("what was left of the limit").containsExactly(400L, 400L, 200L);
        time.passes(Duration.ofDays(1));
        happens(story.buyer().refundOfInvoice(1, 1200));
        assertThat(summed()).isEqualTo(600);
        time.passes(Duration.ofDays(1));
        happens(story.buyer().oldInvoice(4));
        assertThat(earned()).as("the refund gave room").containsExactly(200L, 400L, 200L, 200L);
        time.passes(Duration.ofDays(10));
        comesTo(1_000);
        happens(story.buyer().oldInvoice(5));
        assertThat(earned()).hasSize(4);
    }

    /** Several events of one transaction see what the ones before them earned. */
    @Test
    void aBatchOfEventsEarnsNoMoreThanTheLimitEither() {
        rewards.change(merchant.workspaceId(), rewards.list(merchant.workspaceId()).get(0).id(), new RewardDraft(null, null, null, "percentage",
                new BigDecimal(20), null, limits -> new RewardLimits(null, null, new SpendLimit(1_000, SpendLimit.Interval.MONTH)), null, null));
        List<StoryInServer> stories = merchant.stories(List.of(Vocabulary.DUB, Vocabulary.DUB));
        stories.forEach(story -> {
            merchant.lead(story.clickId(), story.buyer());
            happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
        });
        List<StripeEvent> events = new ArrayList<>();
        Instant paid = clock.instant();
        for (int number = 1; number <= 4; number++) {
            for (StoryInServer story : stories) {
                events.add(story.buyer().oldInvoice(number).madeAt(paid));
            }
        }
        merchant.tell(events);
        assertThat(merchant.unsettled()).isEmpty();
        stories.forEach(story -> assertThat(commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "sale", null, null,
                story.partnerId(), null, null, null, null, null, null), false, true, ALL).stream().mapToLong(commission ->
                commission.sums().earnings()).sum()).isEqualTo(1_000));
    }

    /** The timer of the server may be at it too. */
    private void comesTo(long sum) {
        await("the old ones to be added up").pollInSameThread().untilAsserted(() -> {
            timer.add();
            assertThat(summed()).isEqualTo(sum);
        });
    }

    private void happens(StripeEvent event) {
        merchant.tell(List.of(event.madeAt(clock.instant())));
        assertThat(merchant.unsettled()).isEmpty();
    }

    private List<Long> earned() {
        return commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "sale", null, null, null, null, null, null, null, null,
                null), false, true, ALL).stream().map(CommissionView::sums).map(CommissionView.Sums::earnings).toList();
    }

    private long summed() {
        return ((Number) database.createNativeQuery("select coalesce(max(earnings), -1) from spent_sum where workspace_id = :workspace"
                + MerchantInServer.OF_A_TEST).setParameter("workspace", merchant.workspaceId()).getSingleResult()).longValue();
    }
}
