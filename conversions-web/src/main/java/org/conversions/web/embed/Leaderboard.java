package org.conversions.web.embed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conversions.money.Currencies;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.program.Mask;
import org.conversions.workspace.Workspaces;

/** Shows a partner who earned most, by what all earned with real money, and names nobody but the partner. */
@RequestScoped
class Leaderboard {

    @Inject
    private BestPartners best;
    @Inject
    private Partners partners;
    @Inject
    private Workspaces workspaces;

    /** @param earnings whether amounts are shown */
    List<LeaderboardPlace> of(WorkspaceId workspaceId, PartnerId partnerId, boolean earnings) {
        String currency = workspaces.get(workspaceId).currency();
        List<BestPartners.Best> ranked = best.of(workspaceId, currency);
        Map<PartnerId, PartnerView> known = partners.byIds(workspaceId, ranked.stream().map(BestPartners.Best::partnerId).toList());
        List<LeaderboardPlace> places = new ArrayList<>();
        // One that was taken away since leaves its place to the next.
        ranked.stream().filter(one -> known.containsKey(one.partnerId())).forEach(one -> {
            boolean you = one.partnerId().equals(partnerId);
            String name = known.get(one.partnerId()).name();
            places.add(new LeaderboardPlace(places.size() + 1, you ? name : Mask.name(name), you, earnings ? one.earnings() : null,
                    currency, Currencies.digits(currency)));
        });
        return places;
    }
}
