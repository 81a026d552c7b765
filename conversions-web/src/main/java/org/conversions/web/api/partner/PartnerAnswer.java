package org.conversions.web.api.partner;

import java.time.Instant;
import java.util.List;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.tag.PartnerTagView;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.PartnerTotals;
import org.conversions.reward.discount.DiscountView;
import org.conversions.web.openapi.Required;

/**
 * A partner as the API shows it: every field that published clients read, what this server does not have as null.
 *
 * @param discountId         of the discount of the group, or null
 * @param totalCommissions   what was earned in the workspace's currency, as {@code netRevenue} and {@code owedEarnings} are
 * @param earningsByCurrency what was earned in each currency: commissions stay in the one they were earned in
 * @param groupMoveDisabled  true for a partner whom no rule of a group moves
 */
public record PartnerAnswer(
        @Required String id, @Required String name, String username, String companyName, String email, String image,
        String description, String country, @Required String programId, @Required String partnerId, String groupId,
        String discountId, String tenantId, @Required String status, @Required String networkStatus, String defaultPayoutMethod,
        String paypalEmail, String stripeConnectId, Instant payoutsEnabledAt, Instant identityVerifiedAt,
        @Required Instant createdAt, Instant bannedAt, String bannedReason, Instant deactivatedAt,
        List<PartnerLink> links, long totalCommissions, long totalClicks, long totalLeads,
        long totalConversions, long totalSales, long totalSaleAmount, long netRevenue, long owedEarnings,
        @Required List<Earned> earningsByCurrency,
        @Required List<PartnerTagsResource.PartnerTagAnswer> tags, boolean groupMoveDisabled) {

    /** The earnings of the partner in one currency, less what was taken back, and the part that was not paid yet. */
    public record Earned(@Required String currency, long earnings, long owedEarnings) {
    }


    /** A link of the partner, as far as a partner shows one. */
    public record PartnerLink(
            @Required String id, @Required String domain, @Required String key, @Required String shortLink,
            @Required String url, long clicks, long leads, long conversions, long sales, long saleAmount) {

        static PartnerLink of(LinkView link, LinkFigures figures, ShortDomain shortDomain) {
            return new PartnerLink(link.id().value(), link.domain(), link.key(),
                        shortDomain.shortLink(link.domain(), link.key()),
                    link.url(), figures.clicks(), figures.leads(), figures.conversions(), figures.sales(),
                    figures.netAmount());
        }
    }

    static PartnerAnswer of(PartnerView partner, List<PartnerLink> links, PartnerTotals totals, List<PartnerTagView> tags,
                            String currency, DiscountView discount) {
        LinkFigures figures = totals.links();
        PartnerTotals.Earned earned = totals.earnedIn(currency);
        return new PartnerAnswer(partner.id().value(), partner.name(), partner.username(), null, partner.email(),
                partner.image(), partner.description(), partner.country(), partner.programId(), partner.id().value(),
                partner.groupId(), discount == null ? null : discount.id(), partner.tenantId(), partner.status().text(), "approved", null, null, null, null, null,
                partner.createdAt(), partner.enrolled().bannedAt(),
                partner.enrolled().bannedReason() == null ? null : partner.enrolled().bannedReason().text(),
                partner.enrolled().deactivatedAt(), links, earned.earnings(), figures.clicks(), figures.leads(), figures.conversions(), figures.sales(),
                figures.netAmount(), figures.netAmount() - earned.earnings(), earned.owed(),
                totals.earned().stream().map(part -> new Earned(part.currency(), part.earnings(), part.owed())).toList(),
                tags.stream().map(PartnerTagsResource.PartnerTagAnswer::of).toList(), partner.enrolled().groupMoveDisabled());
    }
}
