package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conversions.commission.CommissionChanges;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionStatus;
import org.conversions.commission.CommissionView;
import org.conversions.commission.LimitTimer;
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
    private CommissionChanges payments;
    @Inject
    private SpentSumTimer timer;
    @Inject
    private LimitTimer limits;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;
    @Inject
    private UserTransaction transaction;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void whatWasEarnedLongAgoCountsAndARefundOfItGivesRoom() {
        limit(SpendLimit.Interval.ALL);
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

    /** Events of the same moment have their turns in the order of their names. */
    @Test
    void aBatchOfEventsEarnsNoMoreThanTheLimitEither() {
        limit(SpendLimit.Interval.MONTH);
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
        await("all to have their turn").pollInSameThread().untilAsserted(() -> {
            limits.look();
            stories.forEach(story -> assertThat(listed(story.partnerId()).stream().mapToLong(commission -> commission.sums().earnings()).sum())
                    .isEqualTo(1_000));
        });
    }

    /**
     * Five sales of 4 each under a limit of 10; before the fourth the first goes back, before the fifth half of the second. Whatever
     * becomes known first, and however often it is looked at meanwhile, each sale has the room of its turn; a payout that was paid
     * by then gets back less.
     */
    @Test
    void everyOrderOfTheSameEventsEndsAlike() {
        limit(SpendLimit.Interval.ALL);
        List<StoryInServer> stories = merchant.stories(List.of(Vocabulary.DUB, Vocabulary.DUB, Vocabulary.DUB));
        stories.forEach(story -> {
            merchant.lead(story.clickId(), story.buyer());
            happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
        });
        time.passes(Duration.ofDays(1));
        Instant begin = clock.instant().minus(Duration.ofHours(12));
        List<List<Integer>> orders = List.of(List.of(0, 1, 2, 3, 4, 5, 6), List.of(6, 5, 4, 3, 2, 1, 0), List.of(2, 6, 3, 0, 5, 4, 1));
        for (int number = 0; number < stories.size(); number++) {
            List<StripeEvent> inOrder = fiveSalesAndTwoRefunds(stories.get(number).buyer(), begin);
            for (int next : orders.get(number)) {
                merchant.tell(List.of(inOrder.get(next)));
                if (next % 2 == number % 2) {
                    limits.look();
                }
            }
        }
        assertThat(merchant.unsettled()).isEmpty();
        for (StoryInServer story : stories) {
            await("all to have their turn").pollInSameThread().untilAsserted(() -> {
                limits.look();
                assertThat(earnedInOrder(story.partnerId())).containsExactly(0L, 200L, 200L, 400L, 200L);
            });
        }
    }

    /** What was paid for a later sale is taken back when an earlier one becomes known that uses up the limit. */
    @Test
    void whatWasPaidBeforeAnEarlierSaleBecameKnownIsTakenBackFromTheNextPayout() {
        limit(SpendLimit.Interval.DAY);
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
        time.passes(Duration.ofDays(2));
        Instant noon = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
        merchant.tell(List.of(story.buyer().oldInvoice(2).madeAt(noon.plusSeconds(2)), story.buyer().oldInvoice(3).madeAt(noon.plusSeconds(3))));
        assertThat(earnedInOrder(story.partnerId())).containsExactly(400L, 400L);
        payments.change(merchant.workspaceId(), Mode.LIVE, listed(story.partnerId()).stream().map(CommissionView::id).toList(), "paid", null);
        merchant.tell(List.of(story.buyer().oldInvoice(1).madeAt(noon.plusSeconds(1))));
        await("all to have their turn").pollInSameThread().untilAsserted(() -> {
            limits.look();
            assertThat(earnedInOrder(story.partnerId())).containsExactly(400L, 400L, 200L);
        });
        assertThat(listed(story.partnerId()).stream().filter(commission -> commission.subject().invoiceId().endsWith("_3")))
                .singleElement().satisfies(paid -> {
                    assertThat(paid.status()).isEqualTo(CommissionStatus.PAID);
                    assertThat(paid.sums().clawback()).isEqualTo(200);
                });
    }

    /** What waits longest fails every time, because its interval is none. */
    @Test
    void salesThatCannotBeLookedAtDoNotHoldUpThoseOfOtherPartners() throws Exception {
        limit(SpendLimit.Interval.ALL);
        List<StoryInServer> stories = merchant.stories(List.of(Vocabulary.DUB, Vocabulary.DUB));
        stories.forEach(story -> {
            merchant.lead(story.clickId(), story.buyer());
            happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
            happens(story.buyer().oldInvoice(2));
        });
        String broken = stories.get(0).partnerId();
        changed("update limited_earning set spend_interval = 'never' where partner_id = :partner", broken);
        stories.forEach(story -> happens(story.buyer().oldInvoice(1)));
        await("the other partner's sales to have had their turn").pollInSameThread().untilAsserted(() -> {
            limits.look();
            assertThat(waiting(stories.get(1).partnerId())).isZero();
        });
        assertThat(waiting(broken)).isOne();
        changed("update limited_earning set spend_interval = 'all' where partner_id = :partner", broken);
        await("those that failed to have had theirs").pollInSameThread().untilAsserted(() -> {
            limits.look();
            assertThat(waiting(broken)).isZero();
        });
    }

    private void changed(String sql, String partnerId) throws Exception {
        transaction.begin();
        database.createNativeQuery(sql + " and workspace_id = '" + merchant.workspaceId() + "'" + MerchantInServer.OF_A_TEST)
                .setParameter("partner", partnerId).executeUpdate();
        transaction.commit();
    }

    private long waiting(String partnerId) {
        return ((Number) database.createNativeQuery("select count(*) from limit_change where partner_id = :partner and workspace_id"
                + " = :workspace" + MerchantInServer.OF_A_TEST).setParameter("partner", partnerId)
                .setParameter("workspace", merchant.workspaceId()).getSingleResult()).longValue();
    }

    private static List<StripeEvent> fiveSalesAndTwoRefunds(StripeBuyer buyer, Instant begin) {
        List<StripeEvent> events = List.of(buyer.oldInvoice(1), buyer.oldInvoice(2), buyer.oldInvoice(3), buyer.refundOfInvoice(1, 2400),
                buyer.oldInvoice(4), buyer.refundOfInvoice(2, 1200), buyer.oldInvoice(5));
        return IntStream.range(0, events.size()).mapToObj(number -> events.get(number).madeAt(begin.plus(Duration.ofHours(number)))).toList();
    }

    private void limit(SpendLimit.Interval interval) {
        rewards.change(merchant.workspaceId(), rewards.list(merchant.workspaceId()).get(0).id(), new RewardDraft(null, null, null, "percentage",
                new BigDecimal(20), null, none -> new RewardLimits(null, null, new SpendLimit(1_000, interval)), null, null));
    }

    private List<Long> earnedInOrder(String partnerId) {
        return listed(partnerId).stream().sorted(Comparator.comparing((CommissionView commission) -> commission.times().occurredAt()))
                .map(commission -> commission.sums().earnings()).toList();
    }

    private List<CommissionView> listed(String partnerId) {
        return commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "sale", null, null, partnerId, null, null, null, null,
                null, null), false, true, ALL);
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
