package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.commission.CustomCommissions;
import org.conversions.commission.EntryView;
import org.conversions.commission.PartnerEarnings;
import org.conversions.partner.GroupDraft;
import org.conversions.partner.Groups;
import org.conversions.partner.PayoutTerms;
import org.conversions.partner.Programs;
import org.conversions.payout.BatchPayouts;
import org.conversions.payout.BatchView;
import org.conversions.payout.CommissionHistory;
import org.conversions.payout.PayoutBatches;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.PayoutView;
import org.conversions.payout.Payouts;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.check.SelfCheck;
import org.conversions.report.total.PartnerEarningSums;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What partners are paid, told on the calendar: a purchase of 20.00 earns 4.00, and can be paid when 30 days are over. After each
 * story the books balance.
 */
class PayoutStoriesInServerIT extends InServer {

    private static final int HOLDING_DAYS = 30;
    private static final Page ALL = new Page(1, 100, null, null);

    @Inject
    private Instance<MerchantInServer> merchants;
    @Inject
    private Groups groups;
    @Inject
    private Programs programs;
    @Inject
    private CustomCommissions custom;
    @Inject
    private PayoutBatches batches;
    @Inject
    private BatchPayouts decisions;
    @Inject
    private Payouts payouts;
    @Inject
    private CommissionList commissions;
    @Inject
    private CommissionHistory history;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private SelfCheck check;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    private MerchantInServer merchant;
    private StoryInServer story;

    @BeforeEach
    void aPartnerWhoWaits() {
        merchant = merchants.get();
        story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        groups.list(merchant.workspaceId()).forEach(group -> groups.update(merchant.workspaceId(), group.id(), draft ->
                new GroupDraft(draft.name(), draft.slug(), draft.color(), HOLDING_DAYS, draft.autoApprove(), draft.maxPartnerLinks(),
                        draft.linkDefaults())));
        merchant.lead(story.clickId(), story.buyer());
    }

    @AfterEach
    void theBooksBalance() {
        assertThat(check.check(Optional.of(merchant.workspaceId()), clock.instant().minus(Duration.ofDays(20)), null).differences()).isEmpty();
        time.setBack();
    }

    @Test
    void aSaleIsHeldPaidRefundedAndTakenBackOfTheNextPayout() {
        happens(named(), story.buyer().oldInvoice(1));
        assertThat(only().times().dueAt()).isEqualTo(only().times().occurredAt().plus(Duration.ofDays(HOLDING_DAYS)));
        passes(29);
        assertThat(drafted()).isZero();
        passes(2);
        assertThat(paid()).isEqualTo(400);
        passes(3);
        happens(story.buyer().refundOfInvoice(1, 1200));
        assertThat(owed()).isEqualTo(-200);
        assertThat(kinds(only())).containsExactly("earned", "paid", "clawback");
        happens(story.buyer().oldInvoice(2));
        passes(10);
        assertThat(drafted()).isZero();
        passes(21);
        assertThat(paid()).isEqualTo(200);
        assertThat(owed()).isZero();
        passes(1);
        happens(story.buyer().refundOfInvoice(1, 2400));
        assertThat(owed()).isEqualTo(-200);
        assertThat(drafted()).isZero();
    }

    @Test
    void aDisputeIsLostAfterThePayoutAndWonAfterThat() {
        happens(named(), story.buyer().checkout().with("client_reference_id", story.buyer().words.prefix + story.clickId()));
        passes(31);
        assertThat(paid()).isEqualTo(400);
        happens(story.buyer().dispute("created", "needs_response"));
        assertThat(owed()).isZero();
        happens(story.buyer().dispute("closed", "lost"));
        assertThat(owed()).isEqualTo(-400);
        passes(1);
        happens(story.buyer().dispute("closed", "won"));
        assertThat(owed()).isZero();
        assertThat(kinds(only())).containsExactly("earned", "paid", "disputed", "clawback", "restored");
        assertThat(drafted()).isZero();
    }

    @Test
    void aDisputeLeavesTheDraftAndIsDueAgainWhenItIsWon() {
        happens(named(), story.buyer().checkout().with("client_reference_id", story.buyer().words.prefix + story.clickId()));
        passes(31);
        BatchView draft = batches.draft(merchant.workspaceId(), null, null);
        happens(story.buyer().dispute("created", "needs_response"));
        assertThat(batches.get(merchant.workspaceId(), draft.id()).sums().amount()).isZero();
        assertThatThrownBy(() -> batches.confirm(merchant.workspaceId(), draft.id())).isInstanceOf(RequestRefused.class);
        batches.cancel(merchant.workspaceId(), draft.id());
        assertThat(only().status().text()).isEqualTo("hold");
        happens(story.buyer().dispute("closed", "won"));
        assertThat(paid()).isEqualTo(400);
        assertThat(kinds(only())).containsExactly("earned", "disputed", "released", "paid");
    }

    @Test
    void aPartIsRefundedInTheDraftAndTheRestAfterItIsConfirmed() {
        happens(named(), story.buyer().oldInvoice(1));
        passes(31);
        BatchView draft = batches.draft(merchant.workspaceId(), null, null);
        happens(story.buyer().refundOfInvoice(1, 600));
        assertThat(batches.get(merchant.workspaceId(), draft.id()).sums().amount()).isEqualTo(300);
        batches.confirm(merchant.workspaceId(), draft.id());
        happens(story.buyer().refundOfInvoice(1, 2400));
        pay(draft);
        assertThat(owed()).isEqualTo(-300);
        assertThat(kinds(only())).containsExactly("earned", "refunded", "clawback", "paid");
        passes(1);
        happens(story.buyer().oldInvoice(2));
        passes(31);
        assertThat(paid()).isEqualTo(100);
        assertThat(owed()).isZero();
    }

    @Test
    void aPayoutThatComesBackIsPaidByTheNextOneLessWhatWasRefundedMeanwhile() {
        happens(named(), story.buyer().oldInvoice(1));
        passes(31);
        BatchView batch = batches.draft(merchant.workspaceId(), null, null);
        batches.confirm(merchant.workspaceId(), batch.id());
        pay(batch);
        happens(story.buyer().refundOfInvoice(1, 1200));
        decisions.decide(merchant.workspaceId(), batch.id(), payoutOf(batch).id(), new BatchPayouts.Outcome("returned", "closed", null));
        assertThat(only().status().text()).isEqualTo("pending");
        assertThat(owed()).isEqualTo(200);
        assertThat(paid()).isEqualTo(200);
        assertThat(kinds(only())).containsExactly("earned", "paid", "clawback", "returned", "paid");
    }

    @Test
    void whatWasEarnedBeforeTheProgramGotAnotherCurrencyIsPaidInItsOwn() {
        happens(named(), story.buyer().oldInvoice(1));
        programs.change(merchant.workspaceId(), null, null, new PayoutTerms("eur", null, null, null));
        custom.create(merchant.workspaceId(), Mode.LIVE, new CustomCommissions.Draft(story.partnerId(), 500L, null, "the fair"));
        happens(story.buyer().oldInvoice(2));
        passes(31);
        BatchView euros = batches.draft(merchant.workspaceId(), null, null);
        assertThat(euros.currency()).isEqualTo("eur");
        batches.confirm(merchant.workspaceId(), euros.id());
        assertThat(pay(euros)).isEqualTo(500);
        happens(story.buyer().refundOfInvoice(2, 1200));
        BatchView dollars = batches.draft(merchant.workspaceId(), null, "usd");
        batches.confirm(merchant.workspaceId(), dollars.id());
        assertThat(pay(dollars)).isEqualTo(600);
        assertThat(owed()).isZero();
    }

    @Test
    void theHoldingPeriodIsThatOfTheDayOnWhichItWasEarned() {
        happens(named(), story.buyer().oldInvoice(1));
        groups.list(merchant.workspaceId()).forEach(group -> groups.update(merchant.workspaceId(), group.id(), draft ->
                new GroupDraft(draft.name(), draft.slug(), draft.color(), 90, draft.autoApprove(), draft.maxPartnerLinks(),
                        draft.linkDefaults())));
        happens(story.buyer().oldInvoice(2));
        passes(31);
        assertThat(paid()).isEqualTo(400);
        passes(58);
        assertThat(drafted()).isZero();
        passes(2);
        assertThat(paid()).isEqualTo(400);
    }

    private void happens(StripeEvent... events) {
        merchant.tell(List.of(events).stream().map(event -> event.madeAt(clock.instant())).toList());
        assertThat(merchant.unsettled()).isEmpty();
    }

    private StripeEvent named() {
        return story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId);
    }

    private void passes(int days) {
        time.passes(Duration.ofDays(days));
    }

    /** Drafts a batch and cancels it. @return what it came to */
    private long drafted() {
        BatchView draft = batches.draft(merchant.workspaceId(), null, null);
        batches.cancel(merchant.workspaceId(), draft.id());
        return draft.sums().amount();
    }

    /** Drafts a batch, confirms and pays it. @return what the partner got */
    private long paid() {
        BatchView batch = batches.draft(merchant.workspaceId(), null, null);
        batches.confirm(merchant.workspaceId(), batch.id());
        return pay(batch);
    }

    private long pay(BatchView batch) {
        return decisions.decide(merchant.workspaceId(), batch.id(), payoutOf(batch).id(), new BatchPayouts.Outcome("paid", null, null))
                .amount();
    }

    private PayoutView payoutOf(BatchView batch) {
        return payouts.list(new Payouts.Filter(merchant.workspaceId(), Mode.LIVE, null, null, batch.id(),
                List.of(PayoutStatus.PROCESSING, PayoutStatus.COMPLETED), null, null), Payouts.Order.CREATED, true, ALL).get(0);
    }

    private CommissionView only() {
        return commissions.list(new CommissionFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, null, null, null,
                null, null), false, true, ALL).get(0);
    }

    private List<String> kinds(CommissionView commission) {
        return history.of(merchant.workspaceId(), commission.id()).stream().map(EntryView::kind).toList();
    }

    private long owed() {
        return earnings.byState(merchant.workspaceId(), new PartnerId(story.partnerId()), Mode.LIVE).stream()
                .mapToLong(PartnerEarnings::due).sum();
    }
}
