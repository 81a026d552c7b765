package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.partner.PartnerMembersResource.PartnerMemberAnswer;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of a partner, for the partner. */
@Path("portal/{partnerId}/members")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalMembersResource {

    @Inject
    private PartnerMembers members;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the people of the partner, the oldest membership first")
    public List<PartnerMemberAnswer> list(@PathParam("partnerId") String partnerId) {
        return members.list(caller.workspaceId(), caller.atPartner(partnerId).partnerId()).stream().map(PartnerMemberAnswer::of).toList();
    }

    @DELETE
    @Path("{personId}")
    @OwnersOnly
    @Operation(summary = "Take a person's access to the partner away, from the next request on", description = "The last owner stays.")
    public Deleted remove(@PathParam("partnerId") String partnerId, @PathParam("personId") String personId) {
        members.leave(caller.workspaceId(), caller.atPartner(partnerId).partnerId(), personId);
        return new Deleted(personId);
    }
}
