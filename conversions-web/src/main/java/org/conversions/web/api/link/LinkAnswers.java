package org.conversions.web.api.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.id.LinkId;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;

/**
 * Puts links and their figures together, for all links in one query. Whoever may not read links sees their address and
 * destination only, and the password is shown to who may change it.
 */
@RequestScoped
public class LinkAnswers {

    @Inject
    private Totals totals;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    public List<LinkAnswer> of(List<LinkView> views, Mode mode) {
        Map<LinkId, LinkFigures> figures = totals.linkFigures(caller.workspaceId(),
                views.stream().map(LinkView::id).toList(), mode);
        return views.stream()
                .map(link -> of(link, figures.getOrDefault(link.id(), LinkFigures.NONE)))
                .toList();
    }

    public LinkAnswer of(LinkView view, Mode mode) {
        return of(List.of(view), mode).get(0);
    }

    /** A link that was just made has no figures yet. */
    public LinkAnswer ofNew(LinkView view) {
        return of(view, LinkFigures.NONE);
    }

    public LinkAnswer of(LinkView view, LinkFigures figures) {
        return LinkAnswer.of(view, figures, shortDomain, caller.mayRead(Area.LINKS), caller.mayWrite(Area.LINKS));
    }
}
