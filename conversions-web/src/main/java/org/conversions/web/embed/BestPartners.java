package org.conversions.web.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.platform.Page;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.total.PartnerFilter;
import org.conversions.report.total.PartnerList;
import org.conversions.report.total.PartnerOrder;
import org.conversions.report.total.PartnerTotals;
import org.conversions.workspace.Mode;

/**
 * The partners of each workspace who earned most, with real money and in its currency. To rank them, what all earned is looked at:
 * that is done once a minute for all who ask.
 */
@ApplicationScoped
class BestPartners {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int WORKSPACES_MAX = 1_000;
    private static final Page BEST = new Page(1, 10, null, null);

    private final Cache<Of, List<Best>> known = Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(WORKSPACES_MAX).build();

    @Inject
    PartnerList ranking;

    private record Of(WorkspaceId workspaceId, String currency) {
    }

    /** @param earnings in minor units */
    record Best(PartnerId partnerId, long earnings) {
    }

    /** @param currency of the workspace @return the best first, as they were a minute ago at most */
    List<Best> of(WorkspaceId workspaceId, String currency) {
        return known.get(new Of(workspaceId, currency), this::ranked);
    }

    private List<Best> ranked(Of of) {
        List<PartnerId> best = ranking.ids(of.workspaceId(), new PartnerFilter(null, null, EnrollmentStatus.APPROVED.text(), null, null, null,
                null), PartnerOrder.COMMISSIONS, false, BEST);
        Map<PartnerId, PartnerTotals> totals = ranking.totals(of.workspaceId(), best, Mode.LIVE);
        return best.stream().map(partner -> new Best(partner, totals.get(partner).earnedIn(of.currency()).earnings())).toList();
    }
}
