package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.conversions.audit.AuditEntries;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.partner.GroupDraft;
import org.conversions.partner.Groups;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.MoveRule;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.Partners;
import org.conversions.partner.move.GroupMoveTimer;
import org.conversions.platform.Page;
import org.conversions.platform.id.PartnerId;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.Rewards;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners who come into better groups by what they sell, and by time. */
class GroupMovesInServerIT extends InServer {

    private static final Page ALL = new Page(1, 100, null, null);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private Groups groups;
    @Inject
    private Partners partners;
    @Inject
    private Rewards rewards;
    @Inject
    private CommissionList commissions;
    @Inject
    private GroupMoveTimer timer;
    @Inject
    private AuditEntries audit;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    private StoryInServer story;

    @BeforeEach
    void aPartner() {
        story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
    }

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void whoSellsEnoughIsMovedAndEarnsByTheTermsOfTheGroupFromThenOn() {
        String start = groupNow();
        String gold = group("Gold", new MoveRule(MoveRule.Attribute.TOTAL_SALE_AMOUNT, MoveRule.Operator.GTE, List.of(4_000L)));
        rewards.create(merchant.workspaceId(), new RewardDraft("sale", gold, null, "percentage", new BigDecimal(50), null, limits -> limits, null, null));
        happens(story.buyer().oldInvoice(1));
        settles();
        assertThat(groupNow()).isEqualTo(start);
        happens(story.buyer().oldInvoice(2));
        await().untilAsserted(() -> {
            settles();
            assertThat(groupNow()).isEqualTo(gold);
        });
        time.passes(Duration.ofSeconds(2));
        happens(story.buyer().oldInvoice(3));
        assertThat(earnings()).containsExactly(400L, 400L, 1_000L);
        assertThat(audit.list(merchant.workspaceId(), "partner_moved", null, ALL)).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.subject()).isEqualTo(story.partnerId());
                    assertThat(entry.details().toString()).contains("totalSaleAmount gte 4000 (4000)", start, gold);
                });
        happens(story.buyer().refundOfInvoice(1, 2400));
        settles();
        assertThat(groupNow()).as("whose rules hold no more stays").isEqualTo(gold);
    }

    @Test
    void whoIsLongEnoughInTheProgramIsMovedByTheDailyRoundUnlessSomebodyForbidsIt() {
        String start = groupNow();
        String faithful = group("Faithful", new MoveRule(MoveRule.Attribute.PARTNER_ENROLLED_DAYS, MoveRule.Operator.GTE, List.of(30L)));
        settles();
        time.passes(Duration.ofDays(29));
        settles();
        assertThat(groupNow()).isEqualTo(start);
        forbid(true);
        time.passes(Duration.ofDays(2));
        settles();
        assertThat(groupNow()).isEqualTo(start);
        forbid(false);
        time.passes(Duration.ofDays(1).plusMinutes(1));
        await().untilAsserted(() -> {
            settles();
            assertThat(groupNow()).isEqualTo(faithful);
        });
    }

    private void happens(StripeEvent event) {
        merchant.tell(List.of(event.madeAt(clock.instant())));
        assertThat(merchant.unsettled()).isEmpty();
    }

    /** The timer of the server may be at it too: who needs a move waits for it. */
    private void settles() {
        timer.move();
    }

    private String group(String name, MoveRule rule) {
        return groups.create(merchant.workspaceId(), new GroupDraft(name, null, null, 0, false, 10, LinkDefaults.NONE, List.of(rule))).id();
    }

    private void forbid(boolean disabled) {
        partners.change(merchant.workspaceId(), story.partnerId(), draft -> new PartnerDraft(draft.email(), draft.name(), draft.username(),
                draft.image(), draft.country(), draft.description(), draft.tenantId(), draft.groupId(), disabled));
    }

    private String groupNow() {
        return partners.byIds(merchant.workspaceId(), List.of(new PartnerId(story.partnerId()))).values().iterator().next().groupId();
    }

    private List<Long> earnings() {
        return commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "sale", null, null, null, null, null, null, null, null,
                null), false, true, ALL).stream().map(CommissionView::sums).map(CommissionView.Sums::earnings).toList();
    }
}
