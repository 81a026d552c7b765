package org.conversions.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
import org.conversions.platform.KnownRows;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** Judges the click that a merchant's call or a Stripe event names. */
@ApplicationScoped
public class NamedClicks {

    /** The reason why a click does not count. */
    public enum Problem {
        UNKNOWN, OF_ANOTHER_WORKSPACE, TOO_OLD
    }

    /** A click and whether it counts. @param origin null when it is unknown. @param problem null when it counts */
    public record Judged(Identity.Origin origin, Problem problem) {
    }

    private record Refusal(String reason, String sentence) {
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
    @Inject
    private TransactionMemory memory;

    /** Says which clicks may be judged soon: they are read together then. */
    public void announce(Collection<String> clickIds) {
        known().announce(clickIds.stream().map(ClickId::of).toList());
    }

    private KnownRows<ClickId, ClickOrigin> known() {
        return memory.of(ClickOrigin.class);
    }

    /**
     * Judges a click by itself: it has to be one of the workspace, and not too old when it is named.
     *
     * @param namedAt by the clock of whoever names it
     */
    public Judged judge(WorkspaceId workspaceId, String clickId, Instant namedAt, NamedBy by) {
        Optional<ClickOrigin> found = Optional.ofNullable(ClickId.of(clickId))
                .map(named -> known().get(named, clicks::find));
        if (found.isEmpty()) {
            return new Judged(null, Problem.UNKNOWN);
        }
        ClickOrigin click = found.get();
        Identity.Origin origin = new Identity.Origin(new CustomerClick(click.clickId(), click.linkId(), click.clickedAt(), namedAt, by), click.country());
        if (!click.workspaceId().equals(workspaceId)) {
            return new Judged(origin, Problem.OF_ANOTHER_WORKSPACE);
        }
        return new Judged(origin, Attribution.withinWindow(click.clickedAt(), namedAt, windowDays(workspaceId)) ? null
                : Problem.TOO_OLD);
    }

    /**
     * @param known the clicks that brought the customer before: they are not judged again, so that a call that is
     *              repeated gets the same answer
     * @throws RequestRefused not found when the click is unknown, of another workspace or older than the attribution
     *         window, and when its link was deleted or disabled
     */
    public Identity.Origin find(WorkspaceId workspaceId, String clickId, List<CustomerClick> known, NamedBy by) {
        Judged judged = judge(workspaceId, clickId, clock.instant(), by);
        Refusal refusal = refusal(workspaceId, clickId, judged, known);
        if (refusal != null) {
            throw RequestRefused.notFound(refusal.reason(), "clickId: " + refusal.sentence());
        }
        return judged.origin();
    }

    /** @return the same, or empty where the other would refuse it */
    public Optional<Identity.Origin> ifItCounts(WorkspaceId workspaceId, String clickId, List<CustomerClick> known, NamedBy by) {
        Judged judged = judge(workspaceId, clickId, clock.instant(), by);
        return refusal(workspaceId, clickId, judged, known) == null ? Optional.of(judged.origin()) : Optional.empty();
    }

    /** @return why the click does not count for a merchant's call; null when it does */
    private Refusal refusal(WorkspaceId workspaceId, String clickId, Judged judged, List<CustomerClick> known) {
        if (judged.problem() == Problem.UNKNOWN || judged.problem() == Problem.OF_ANOTHER_WORKSPACE) {
            return Optional.ofNullable(ClickId.of(clickId)).flatMap(visit -> clicks.uncounted(workspaceId, visit))
                    .map(why -> new Refusal("click_not_counted",
                            "the visit " + clickId + " is not counted as a click (" + why.text() + ")"))
                    .orElseGet(() -> new Refusal("click_not_found", "there is no click " + clickId));
        }
        if (known.stream().anyMatch(earlier -> earlier.clickId().value().equals(clickId))) {
            return null;
        }
        if (judged.problem() == Problem.TOO_OLD) {
            return new Refusal("attribution_window_expired",
                    "the click is older than the attribution window of " + windowDays(workspaceId) + " days");
        }
        return inService(workspaceId, judged.origin().click().linkId()) ? null
                : new Refusal("link_not_in_service", "the link of the click was deleted or disabled");
    }

    private int windowDays(WorkspaceId workspaceId) {
        return workspaces.get(workspaceId).attributionWindowDays();
    }

    private boolean inService(WorkspaceId workspaceId, LinkId linkId) {
        LinkView link = links.byIds(workspaceId, List.of(linkId)).get(linkId);
        return link != null && targets.find(link.domain(), link.key())
                .filter(target -> target.linkId().equals(linkId) && !target.rules().disabled()).isPresent();
    }
}
