package org.conversions.web.embed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conversions.money.Currencies;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Page;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.program.Mask;
import org.conversions.report.total.PartnerFilter;
import org.conversions.report.total.PartnerList;
import org.conversions.report.total.PartnerOrder;
import org.conversions.report.total.PartnerTotals;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Shows a partner who earned most, by what all earned with real money, and names nobody but the partner. */
@RequestScoped
class Leaderboard {

    private static final Page BEST = new Page(1, 10, null, null);

    @Inject
    private PartnerList ranking;
    @Inject
    private Partners partners;
    @Inject
    private Workspaces workspaces;

    /** @param earnings whether amounts are shown */
    List<LeaderboardPlace> of(WorkspaceId workspaceId, PartnerId partnerId, boolean earnings) {
        String currency = workspaces.get(workspaceId).currency();
        List<PartnerId> best = ranking.ids(workspaceId, new PartnerFilter(null, null, EnrollmentStatus.APPROVED.text(), null, null, null, null),
                PartnerOrder.COMMISSIONS, false, BEST);
        Map<PartnerId, PartnerTotals> totals = ranking.totals(workspaceId, best, Mode.LIVE);
        Map<PartnerId, PartnerView> known = partners.byIds(workspaceId, best);
        return IntStream.range(0, best.size()).mapToObj(i -> {
            PartnerId id = best.get(i);
            boolean you = id.equals(partnerId);
            String name = known.get(id).name();
            return new LeaderboardPlace(i + 1, you ? name : Mask.name(name), you, earnings ? totals.get(id).earnedIn(currency).earnings() : null,
                    currency, Currencies.digits(currency));
        }).toList();
    }
}
