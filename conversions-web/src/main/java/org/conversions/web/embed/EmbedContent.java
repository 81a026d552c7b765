package org.conversions.web.embed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.commission.PartnerEarnings;
import org.conversions.commission.PayoutPartList;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.payout.CommissionHistory;
import org.conversions.payout.Payouts;
import org.conversions.platform.Page;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.EmbedAccess;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.PartnerBalances;
import org.conversions.report.total.PartnerEarningSums;
import org.conversions.report.total.Totals;
import org.conversions.reward.GroupRewards;
import org.conversions.reward.Rewards;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;

/** Reads the parts of the embedded page. */
@RequestScoped
class EmbedContent {

    /** What is shown on one page: the newest ten. */
    private static final Page NEWEST = new Page(1, 10, null, null);

    @Inject
    private Links links;
    @Inject
    private Totals totals;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private PartnerBalances balances;
    @Inject
    private CommissionList commissions;
    @Inject
    private CommissionHistory history;
    @Inject
    private PayoutPartList parts;
    @Inject
    private Payouts payouts;
    @Inject
    private Rewards rewards;
    @Inject
    private ShortDomain shortDomain;

    List<EmbedAnswer.Link> links(EmbedAccess access) {
        List<LinkView> owned = links.list(access.workspaceId(), new LinkFilter(null, null, access.partnerId().value(), null, null, false,
                List.of(), List.of(), false), NEWEST);
        Map<LinkId, LinkFigures> figures = totals.linkFigures(access.workspaceId(), owned.stream().map(LinkView::id).toList(), access.mode());
        return owned.stream().map(link -> EmbedAnswer.Link.of(link, figures.getOrDefault(link.id(), LinkFigures.NONE), shortDomain)).toList();
    }

    EmbedAnswer.Totals totals(EmbedAccess access) {
        return EmbedAnswer.Totals.of(totals.partnerFigures(access.workspaceId(), access.partnerId(), access.mode()));
    }

    /** @return those in the currency, and those in others */
    Map<Boolean, List<EmbedAnswer.Earnings>> earnings(EmbedAccess access, String currency) {
        Map<Boolean, List<EmbedAnswer.Earnings>> earned = earnings.byState(access.workspaceId(), access.partnerId(), access.mode()).stream()
                .map(EmbedAnswer.Earnings::of).collect(Collectors.partitioningBy(part -> part.currency().equals(currency)));
        return earned.get(true).isEmpty() ? Map.of(true, List.of(EmbedAnswer.Earnings.of(new PartnerEarnings(currency, 0, 0, 0))),
                false, earned.get(false)) : earned;
    }

    List<EmbedAnswer.Balance> balances(EmbedAccess access) {
        return balances.of(access.workspaceId(), access.partnerId(), access.mode()).stream().map(EmbedAnswer.Balance::of).toList();
    }

    List<RewardAnswer> rewards(WorkspaceId workspaceId, PartnerView partner, String currency) {
        return GroupRewards.of(rewards.list(workspaceId), partner.groupId()).stream()
                .map(reward -> RewardAnswer.of(reward, currency)).toList();
    }

    List<EmbedAnswer.Commission> commissions(EmbedAccess access) {
        List<CommissionView> newest = commissions.list(new CommissionFilter(access.workspaceId(), access.mode(), null, null, null,
                access.partnerId().value(), null, null, null, null, null, null), false, false, NEWEST);
        List<String> ids = newest.stream().map(CommissionView::id).toList();
        Map<String, List<EntryView>> entries = history.of(access.workspaceId(), ids);
        Map<String, String> paidBy = parts.lastPayouts(access.workspaceId(), ids);
        return newest.stream().map(commission -> EmbedAnswer.Commission.of(commission, paidBy.get(commission.id()),
                entries.getOrDefault(commission.id(), List.of()))).toList();
    }

    List<EmbedAnswer.Payout> payouts(EmbedAccess access) {
        return payouts.list(new Payouts.Filter(access.workspaceId(), access.mode(), access.partnerId().value(), null, null, null, null, null),
                Payouts.Order.CREATED, false, NEWEST).stream().map(EmbedAnswer.Payout::of).toList();
    }
}
