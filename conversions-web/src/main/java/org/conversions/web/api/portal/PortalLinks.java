package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.Page;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;

/** Shows the links of the partner that is asked for, those that the merchant has not archived. */
@RequestScoped
class PortalLinks {

    @Inject
    private Links links;
    @Inject
    private Totals totals;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    List<PortalLink> list(PartnerId partnerId, Mode mode, boolean ascending, Page page) {
        return of(links.list(caller.workspaceId(), new LinkFilter(null, null, partnerId.value(), null, null, false, List.of(), List.of(),
                false), ascending, page), mode);
    }

    /** @return the link that the partner has had longest */
    Optional<PortalLink> oldest(PartnerId partnerId, Mode mode) {
        return list(partnerId, mode, true, new Page(1, 1, null, null)).stream().findFirst();
    }

    PortalLink of(LinkView link, Mode mode) {
        return of(List.of(link), mode).get(0);
    }

    private List<PortalLink> of(List<LinkView> found, Mode mode) {
        Map<LinkId, LinkFigures> figures = totals.linkFigures(caller.workspaceId(), found.stream().map(LinkView::id).toList(), mode);
        return found.stream().map(link -> PortalLink.of(link, figures.getOrDefault(link.id(), LinkFigures.NONE),
                shortDomain.shortLink(link.domain(), link.key()), shortDomain.qrCode(link.domain(), link.key()))).toList();
    }
}
