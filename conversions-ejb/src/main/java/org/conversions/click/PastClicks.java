package org.conversions.click;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.conversions.click.visit.Continents;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.id.WorkspaceId;

/**
 * Records clicks at a time and with a visitor that the caller names. It is for this server's own samples; no request of a
 * visitor or of a program comes here.
 */
@ApplicationScoped
public class PastClicks {

    @Inject
    private Clicks clicks;

    /** Stores those that are not there yet, so that a part of a month may be played twice, in a transaction of its own. */
    public void record(WorkspaceId workspaceId, List<PastClick> past) {
        if (!past.isEmpty()) {
            clicks.storeMissing(past.stream().map(click -> click(workspaceId, click)).toList());
        }
    }

    private static Click click(WorkspaceId workspaceId, PastClick past) {
        String continent = Objects.requireNonNullElse(Continents.of(past.country()), "");
        String referer = past.referer();
        return new Click(past.clickId(), workspaceId, past.linkId(), past.at(), past.trigger(), past.url(),
                new VisitDetails(new Place(past.country(), past.region(), past.city(), continent), past.agent(),
                        referer == null ? VisitDetails.DIRECT : referer, referer == null ? "" : "https://" + referer + "/", "", ""),
                past.utm(), null);
    }
}
