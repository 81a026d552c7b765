package org.conversions.web.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.conversions.platform.Page;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.PartnerFilter;
import org.conversions.report.total.PartnerList;
import org.conversions.report.total.PartnerOrder;
import org.conversions.report.total.PartnerTotals;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

class BestPartnersTest {

    private static final PartnerId PIA = new PartnerId("pn_pia");

    private final List<WorkspaceId> ranked = new ArrayList<>();

    @Test
    void allWhoAskWithinAMinuteShareOneRanking() {
        BestPartners best = new BestPartners();
        best.ranking = ranking();
        WorkspaceId shop = new WorkspaceId("ws_shop");
        for (int i = 0; i < 3; i++) {
            assertThat(best.of(shop, "eur")).containsExactly(new BestPartners.Best(PIA, 250));
        }
        assertThat(ranked).containsExactly(shop);
        assertThat(best.of(shop, "usd")).as("in the workspace's other currency").containsExactly(new BestPartners.Best(PIA, 0));
        best.of(new WorkspaceId("ws_other"), "eur");
        assertThat(ranked).containsExactly(shop, shop, new WorkspaceId("ws_other"));
    }

    private PartnerList ranking() {
        return new PartnerList() {

            @Override
            public List<PartnerId> ids(WorkspaceId workspaceId, PartnerFilter filter, PartnerOrder order, boolean ascending, Page page) {
                ranked.add(workspaceId);
                return List.of(PIA);
            }

            @Override
            public Map<PartnerId, PartnerTotals> totals(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode) {
                return Map.of(PIA, new PartnerTotals(LinkFigures.NONE, List.of(new PartnerTotals.Earned("eur", 250, 0))));
            }
        };
    }
}
