package org.conversions.report.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.PartnerCounts;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Tells the rewards what partners have come to so far. */
@ApplicationScoped
class CountedPartners implements PartnerCounts {

    @Inject
    private Totals totals;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private Workspaces workspaces;

    @Override
    public Map<PartnerId, Counts> of(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
        Map<PartnerId, LinkFigures> links = totals.partnerFigures(workspaceId, partnerIds, mode);
        Map<PartnerId, List<PartnerTotals.Earned>> earned = earnings.earned(workspaceId, partnerIds, mode);
        String currency = workspaces.get(workspaceId).currency();
        Map<PartnerId, Counts> counts = new HashMap<>();
        for (PartnerId partnerId : partnerIds) {
            PartnerTotals of = new PartnerTotals(links.getOrDefault(partnerId, LinkFigures.NONE), earned.getOrDefault(partnerId, List.of()));
            counts.put(partnerId, new Counts(of.links().clicks(), of.links().leads(), of.links().conversions(),
                    of.links().netAmount(), of.earnedIn(currency).earnings()));
        }
        return counts;
    }
}
