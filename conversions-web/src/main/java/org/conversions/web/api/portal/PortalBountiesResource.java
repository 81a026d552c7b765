package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.bounty.Bounties;
import org.conversions.bounty.SubmissionDraft;
import org.conversions.bounty.SubmissionView;
import org.conversions.bounty.Submissions;
import org.conversions.partner.PartnerView;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.portal.PortalBounty.PortalSubmission;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bounties that a partner can earn, and what was handed in for them, for the partner. */
@Path("portal/{partnerId}/bounties")
@RequestScoped
@BodyMax(64 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalBountiesResource {

    /** What is handed in: a description, addresses or both. */
    public record PortalSubmissionRequest(String description, List<String> urls) {
    }

    @Inject
    private Bounties bounties;
    @Inject
    private Submissions submissions;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the bounties that the partner can earn, and those it has a part in, the newest first")
    public List<PortalBounty> list(@PathParam("partnerId") String partnerId) {
        PartnerView partner = caller.atPartner(partnerId).partner();
        Map<String, List<SubmissionView>> own = submissions.ofPartner(caller.workspaceId(), partner.id()).stream()
                .collect(Collectors.groupingBy(SubmissionView::bountyId));
        Instant now = clock.instant();
        return bounties.shownTo(caller.workspaceId(), partner.groupId(), own.keySet()).stream().map(bounty -> PortalBounty.of(bounty,
                partner.status().earns() && bounty.isOpenAt(now) && bounty.isFor(partner.groupId()),
                own.getOrDefault(bounty.id(), List.of()))).toList();
    }

    @POST
    @Path("{bountyId}/submissions")
    @Operation(summary = "Hand something in for a bounty", description = "The merchant approves it, which earns the reward, or rejects it.")
    @APIResponseSchema(value = PortalSubmission.class, responseCode = "201")
    public Response submit(@PathParam("partnerId") String partnerId, @PathParam("bountyId") String bountyId,
                           PortalSubmissionRequest request) {
        return Response.status(Response.Status.CREATED).entity(PortalSubmission.of(submissions.submit(caller.workspaceId(), bountyId,
                caller.atPartner(partnerId).partnerId().value(), new SubmissionDraft(request.description(), request.urls(), List.of()))))
                .build();
    }
}
