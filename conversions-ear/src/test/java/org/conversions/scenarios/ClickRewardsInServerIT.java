package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.Clicks;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.commission.CommissionChanges;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.commission.click.ClickEarningsTimer;
import org.conversions.payout.CommissionHistory;
import org.conversions.platform.Json;
import org.conversions.platform.Page;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.report.check.SelfCheck;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.RewardLimits;
import org.conversions.reward.Rewards;
import org.conversions.reward.SpendLimit;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.workspace.Mode;
import org.conversions.workspace.WorkspaceChange;
import org.conversions.workspace.Workspaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners who are rewarded for clicks, told on the calendar. After each story the books balance. */
class ClickRewardsInServerIT extends InServer {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Page ALL = new Page(1, 100, null, null);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Rewards rewards;
    @Inject
    private Clicks clicks;
    @Inject
    private ClickEarningsTimer timer;
    @Inject
    private CommissionList commissions;
    @Inject
    private CommissionHistory history;
    @Inject
    private CommissionChanges changes;
    @Inject
    private SelfCheck check;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    private StoryInServer story;
    /** The midnight in the workspace's zone after which each story begins. */
    private Instant midnight;

    @BeforeEach
    void aDayHasBegun() {
        workspaces.update(merchant.workspaceId(), new WorkspaceChange(null, null, null, null, ZONE.getId(), null, null));
        midnight = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(1).atStartOfDay(ZONE).toInstant();
        story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        comes(midnight.plusSeconds(60));
    }

    @AfterEach
    void theBooksBalance() {
        assertThat(check.check(Optional.of(merchant.workspaceId()), clock.instant().minus(Duration.ofDays(20)), null).differences()).isEmpty();
        time.setBack();
    }

    @Test
    void theClicksOfADayAreACommissionOfTheirLink() {
        reward(10, limits -> limits, null);
        click(midnight.plus(Duration.ofHours(3)), "DE", 4);
        click(midnight.plus(Duration.ofHours(23)).plusSeconds(3_599), "", 1);
        comes(midnight.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(30)));
        click(midnight.plus(Duration.ofDays(1)), "", 2);
        settle();
        assertThat(all()).as("before the day is settled").isEmpty();

        comes(midnight.plus(Duration.ofHours(25)).plusSeconds(1));
        settle();
        CommissionView first = all().get(0);
        assertThat(first.type()).isEqualTo("click");
        assertThat(first.sums().earnings()).isEqualTo(50);
        assertThat(first.quantity()).isEqualTo(5);
        assertThat(first.status().text()).isEqualTo("pending");
        assertThat(first.times().occurredAt()).isEqualTo(midnight.plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(first.times().dueAt()).isEqualTo(first.times().occurredAt());
        settle();
        assertThat(all()).containsExactly(first);

        comes(midnight.plus(Duration.ofHours(50)));
        settle();
        assertThat(earned()).containsExactly(50L, 20L);
    }

    @Test
    void lateClicksCorrectTheirDayWhateverBecameOfIt() {
        reward(10, limits -> limits, null);
        click(midnight.plus(Duration.ofHours(3)), "", 4);
        comes(midnight.plus(Duration.ofHours(26)));
        settle();
        changes.change(merchant.workspaceId(), Mode.LIVE, List.of(all().get(0).id()), "paid", null);
        click(midnight.plus(Duration.ofHours(5)), "", 3);
        comes(midnight.plus(Duration.ofHours(27)));
        settle();
        CommissionView corrected = all().get(0);
        assertThat(corrected.sums().earnings()).isEqualTo(70);
        assertThat(corrected.sums().paid()).isEqualTo(40);
        assertThat(corrected.quantity()).isEqualTo(7);
        assertThat(history.of(merchant.workspaceId(), corrected.id())).extracting(EntryView::kind)
                .containsExactly("earned", "paid", "corrected");

        click(midnight.minus(Duration.ofDays(3)), "", 3);
        comes(midnight.plus(Duration.ofHours(28)));
        settle();
        assertThat(earned()).as("before the reward began").containsExactly(70L);
    }

    @Test
    void countriesAndTermsOfTheMomentDecide() {
        String id = reward(10, limits -> limits, "[{\"amountInCents\":30,\"type\":\"flat\",\"conditions\":[{\"entity\":\"customer\","
                + "\"attribute\":\"country\",\"operator\":\"in\",\"value\":[\"DE\",\"AT\"]}]}]");
        click(midnight.plus(Duration.ofHours(3)), "DE", 2);
        click(midnight.plus(Duration.ofHours(3)), "FR", 3);
        click(midnight.plus(Duration.ofHours(3)), "", 1);
        comes(midnight.plus(Duration.ofHours(4)));
        rewards.change(merchant.workspaceId(), id, draft(null, 1, limits -> limits, "[]"));
        click(midnight.plus(Duration.ofHours(5)), "DE", 7);
        comes(midnight.plus(Duration.ofHours(12)));
        rewards.end(merchant.workspaceId(), id);
        click(midnight.plus(Duration.ofHours(13)), "DE", 100);
        comes(midnight.plus(Duration.ofHours(26)));
        settle();
        assertThat(earned()).containsExactly(60L + 40 + 7);
        assertThat(all().get(0).quantity()).isEqualTo(13);
    }

    @Test
    void noMoreThanTheLimitIsEarnedByAllLinksAndDays() {
        StoryInServer other = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        reward(10, limits -> new RewardLimits(null, null, new SpendLimit(100, SpendLimit.Interval.ALL)), null);
        click(midnight.plus(Duration.ofHours(3)), "", 7);
        clickOn(other, midnight.plus(Duration.ofHours(3)), "", 11);
        click(midnight.plus(Duration.ofHours(27)), "", 6);
        comes(midnight.plus(Duration.ofHours(60)));
        settle();
        assertThat(earned(story)).containsExactly(70L, 30L);
        assertThat(earned(other)).containsExactly(100L);
        click(midnight.plus(Duration.ofHours(4)), "", 50);
        comes(midnight.plus(Duration.ofHours(61)));
        settle();
        assertThat(earned(story)).as("what was decided of the later day stays").containsExactly(100L, 30L);
    }

    @Test
    void anotherTimeZoneHoldsFromTheNextDayOnAndNoClickIsRewardedTwice() {
        reward(10, limits -> limits, null);
        comes(midnight.plus(Duration.ofHours(26)));
        settle();
        workspaces.update(merchant.workspaceId(), new WorkspaceChange(null, null, null, null, "America/New_York", null, null));
        for (int hour = 0; hour < 72; hour++) {
            click(midnight.plus(Duration.ofHours(hour)).plusSeconds(1), "", 1);
        }
        comes(midnight.plus(Duration.ofHours(100)));
        settle();
        List<CommissionView> all = all();
        // The first day has begun before the reward.
        assertThat(all.stream().mapToLong(CommissionView::quantity).sum()).isEqualTo(71);
        assertThat(all.stream().mapToLong(commission -> commission.sums().earnings()).sum()).isEqualTo(710);
    }

    @Test
    void termsThatBeganEarlierRewardTheDaysBefore() {
        click(midnight.plus(Duration.ofHours(3)), "", 4);
        comes(midnight.plus(Duration.ofDays(3)));
        rewards.create(merchant.workspaceId(), new RewardDraft("click", null, null, "flat", null, 10L, limits -> limits, null, midnight));
        settle();
        assertThat(earned()).containsExactly(40L);
    }

    private String reward(long cents, UnaryOperator<RewardLimits> limits, String modifiers) {
        return rewards.create(merchant.workspaceId(), draft("click", cents, limits, modifiers)).id();
    }

    private static RewardDraft draft(String event, long cents, UnaryOperator<RewardLimits> limits, String modifiers) {
        return new RewardDraft(event, null, null, "flat", null, cents, limits, modifiers == null ? null : Json.read(modifiers), null);
    }

    private void click(Instant at, String country, int times) {
        clickOn(story, at, country, times);
    }

    private void clickOn(StoryInServer of, Instant at, String country, int times) {
        List<Click> made = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            made.add(new Click(ClickId.next(at), merchant.workspaceId(), new LinkId(of.linkId()), at, ClickTrigger.LINK,
                    "https://shop.example/", new VisitDetails(new Place(country, "", "", ""), new UserAgent("Desktop", "Firefox",
                    "Linux"), "(direct)", "", "Mozilla/5.0", "192.0.2.0"), new Utm(null, null, null, null, null), null));
        }
        clicks.store(made);
    }

    private void comes(Instant moment) {
        time.passes(Duration.between(clock.instant(), moment));
    }

    /** The timer itself may be at it too. */
    private void settle() {
        await("all to be settled").pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).until(() -> {
            timer.settle();
            return due("click_earning") + due("late_click") == 0;
        });
    }

    private long due(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table + " where workspace_id = :workspace"
                        + " and due_at > :longAgo and due_at <= :now" + MerchantInServer.OF_A_TEST)
                .setParameter("workspace", merchant.workspaceId()).setParameter("longAgo", UtcTime.column(UtcTime.LONG_AGO))
                .setParameter("now", UtcTime.column(clock.instant())).getSingleResult()).longValue();
    }

    private List<CommissionView> all() {
        return of(null);
    }

    private List<Long> earned() {
        return all().stream().map(commission -> commission.sums().earnings()).toList();
    }

    private List<Long> earned(StoryInServer of) {
        return of(of.partnerId()).stream().map(commission -> commission.sums().earnings()).toList();
    }

    private List<CommissionView> of(String partnerId) {
        return commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "click", null, null, partnerId, null, null, null,
                null, null, null), false, true, ALL);
    }
}
