package org.conversions.web.track;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.conversion.LeadTracking;
import org.conversions.conversion.TrackedLead;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.web.api.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes conversions that a merchant's server tells. The answer is given after the commit, in every mode. */
@Path("track")
@RequestScoped
@RepeatsSafely
@KeyScope(Area.CONVERSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracking")
public class TrackResource {

    @Inject
    private LeadTracking leads;
    @Inject
    private Links links;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    @POST
    @Path("lead")
    @Operation(summary = "Track a lead; the same customer and event name count once")
    public LeadAnswer lead(LeadTrackRequest request) {
        TrackedLead lead = leads.track(request.checked(caller.workspaceId()));
        LinkView link = links.byIds(caller.workspaceId(), List.of(lead.linkId())).get(lead.linkId());
        return LeadAnswer.of(lead, link, shortDomain);
    }
}
