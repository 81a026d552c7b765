package org.conversions.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.click.ClickOrigin;
import org.conversions.click.Clicks;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.directory.LinkTargets;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Workspaces;

/** Judges the click that a merchant's call names. */
@ApplicationScoped
public class NamedClicks {

    /** A click with the judgement on it. @param problem why it does not count, or null */
    private record Judged(ClickOrigin click, String problem) {
    }

    @Inject
    private Clock clock;
    @Inject
    private Clicks clicks;
    @Inject
    private Links links;
    @Inject
    private LinkTargets targets;
    @Inject
    private Workspaces workspaces;

    /**
     * @param known the clicks that brought the customer before: they are not judged again, so that a call that is
     *              repeated gets the same answer
     * @throws RequestRefused not found when the click is unknown, of another workspace or older than the attribution
     *         window, and when its link was deleted or disabled
     */
    public Identity.Origin find(String workspaceId, String clickId, List<CustomerClick> known, NamedBy by) {
        Judged judged = judge(workspaceId, clickId, known);
        if (judged.problem() != null) {
            throw RequestRefused.notFound("clickId: " + judged.problem());
        }
        return named(judged.click(), by);
    }

    /** @return the same, or empty where the other would refuse it */
    public Optional<Identity.Origin> ifItCounts(String workspaceId, String clickId, List<CustomerClick> known, NamedBy by) {
        Judged judged = judge(workspaceId, clickId, known);
        return judged.problem() != null ? Optional.empty() : Optional.of(named(judged.click(), by));
    }

    private Identity.Origin named(ClickOrigin click, NamedBy by) {
        return new Identity.Origin(new CustomerClick(click.clickId(), click.linkId(), click.clickedAt(), clock.instant(), by),
                click.country());
    }

    private Judged judge(String workspaceId, String clickId, List<CustomerClick> known) {
        Optional<ClickOrigin> found = clicks.find(clickId)
                .filter(click -> click.workspaceId().equals(workspaceId));
        if (found.isEmpty()) {
            return new Judged(null, clicks.uncounted(workspaceId, clickId)
                    .map(why -> "the visit " + clickId + " is not counted as a click (" + why.text() + ")")
                    .orElse("there is no click " + clickId));
        }
        ClickOrigin click = found.get();
        if (known.stream().anyMatch(earlier -> earlier.clickId().equals(clickId))) {
            return new Judged(click, null);
        }
        Instant now = clock.instant();
        int windowDays = workspaces.get(workspaceId).attributionWindowDays();
        if (!Attribution.withinWindow(click.clickedAt(), now, windowDays)) {
            return new Judged(click, "the click is older than the attribution window of " + windowDays + " days");
        }
        return new Judged(click, inService(workspaceId, click.linkId()) ? null
                : "the link of the click was deleted or disabled");
    }

    private boolean inService(String workspaceId, String linkId) {
        LinkView link = links.byIds(workspaceId, List.of(linkId)).get(linkId);
        return link != null && targets.find(link.domain(), link.key())
                .filter(target -> target.linkId().equals(linkId) && !target.rules().disabled()).isPresent();
    }
}
