package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.conversions.bounty.Bounties;
import org.conversions.bounty.BountyDraft;
import org.conversions.bounty.BountyKind;
import org.conversions.bounty.BountyScope;
import org.conversions.bounty.BountyTimer;
import org.conversions.bounty.Performance;
import org.conversions.bounty.SubmissionView;
import org.conversions.bounty.Submissions;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.partner.MoveRule;
import org.conversions.platform.Page;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bounty for what is sold: what came before it began does not count, and what comes after it has ended does not either. */
class BountyInServerIT extends InServer {

    private static final Page ALL = new Page(1, 100, null, null);

    @Inject
    private MerchantInServer merchant;
    @Inject
    private Bounties bounties;
    @Inject
    private Submissions submissions;
    @Inject
    private BountyTimer timer;
    @Inject
    private CommissionList commissions;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void figuresOfItsOwnTimeEarnIt() {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        happens(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId));
        happens(story.buyer().oldInvoice(1));
        String fresh = bounty(BountyScope.NEW, 4_000);
        String lifetime = bounty(BountyScope.LIFETIME, 4_000);
        await().until(() -> look(fresh) != null && look(lifetime) != null);
        assertThat(look(fresh).performanceCount()).isZero();
        assertThat(look(lifetime).performanceCount()).isEqualTo(2_000);

        happens(story.buyer().oldInvoice(2));
        time.passes(Duration.ofMinutes(16));
        await().until(() -> look(lifetime).status().text().equals("submitted"));
        await().until(() -> look(fresh).performanceCount() == 2_000);
        assertThat(look(fresh).status().text()).isEqualTo("draft");
        happens(story.buyer().oldInvoice(3));
        time.passes(Duration.ofMinutes(16));
        await().until(() -> look(fresh).status().text().equals("submitted"));
        SubmissionView approved = submissions.approve(merchant.workspaceId(), fresh, look(fresh).id(), null);
        assertThat(commissions.byId(merchant.workspaceId(), Mode.LIVE, approved.decision().commissionId()).orElseThrow().sums().earnings())
                .isEqualTo(1_500);
        assertThat(commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, "custom", null, null, null, null, null, null,
                null, null, null), false, true, ALL)).hasSize(1);

        bounties.end(merchant.workspaceId(), lifetime);
        happens(story.buyer().oldInvoice(4));
        time.passes(Duration.ofMinutes(16));
        assertThat(look(lifetime).performanceCount()).isEqualTo(6_000);
    }

    private void happens(StripeEvent event) {
        merchant.tell(List.of(event.madeAt(clock.instant())));
        assertThat(merchant.unsettled()).isEmpty();
    }

    private String bounty(BountyScope scope, long value) {
        return bounties.create(merchant.workspaceId(), new BountyDraft("Sell", null, BountyKind.PERFORMANCE, 1_500L, new Performance(
                MoveRule.Attribute.TOTAL_SALE_AMOUNT, value, scope), List.of(), 1, 0, null, null)).id();
    }

    /** The timer of the server may be at it too. @return null before figures were looked at */
    private SubmissionView look(String bounty) {
        timer.look();
        return submissions.list(merchant.workspaceId(), bounty, new Submissions.Filter(null, null, null, false, true), ALL).stream()
                .findFirst().orElse(null);
    }
}
