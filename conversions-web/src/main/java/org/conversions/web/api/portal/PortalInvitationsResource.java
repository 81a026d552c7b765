package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.portal.invitation.MadePartnerInvitation;
import org.conversions.portal.invitation.PartnerInvitations;
import org.conversions.portal.member.PartnerRole;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.partner.PartnerInvitationsResource.PartnerInvitationAnswer;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitations of people to a partner, for the partner. */
@Path("portal/{partnerId}/invitations")
@RequestScoped
@BodyMax(8 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalInvitationsResource {

    @Inject
    private PartnerInvitations invitations;
    @Inject
    private FreshLogin login;
    @Inject
    private Caller caller;

    /**
     * @param role     owner or member; member when left out
     * @param password of the person who is signed in, needed to invite an owner; left out within five minutes of a login by a mailed
     *                 link
     */
    public record PortalInvitationRequest(@Required String email, String role, String password) {

        /** Leaves everything out, so that the password cannot get into a log. */
        @Override
        public String toString() {
            return "PortalInvitationRequest";
        }
    }

    @GET
    @Operation(summary = "List the invitations to the partner that can still be accepted, the oldest first")
    public List<PartnerInvitationAnswer> list(@PathParam("partnerId") String partnerId) {
        return invitations.list(caller.workspaceId(), caller.atPartner(partnerId).partnerId()).stream()
                .map(view -> PartnerInvitationAnswer.of(view, null)).toList();
    }

    @POST
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Invite somebody to the partner",
            description = "The link is mailed to the address, and works for seven days and once. Where the server cannot send mail, the"
                    + " answer shows it, to be handed over.")
    @APIResponseSchema(value = PartnerInvitationAnswer.class, responseCode = "201")
    public Response create(@PathParam("partnerId") String partnerId, PortalInvitationRequest request) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        if (request.email() == null) {
            throw RequestRefused.unprocessable("field_missing", "email: is required");
        }
        PartnerRole role = PartnerRole.of(request.role(), PartnerRole.MEMBER);
        if (role == PartnerRole.OWNER) {
            login.check(request.password());
        }
        MadePartnerInvitation made = invitations.make(caller.workspaceId(), partner, request.email(), role, caller.name());
        // Whoever has the link could make an account with an address that is not theirs.
        return Response.status(Response.Status.CREATED)
                .entity(PartnerInvitationAnswer.of(made.invitation(), made.mailed() ? null : made.url())).build();
    }

    @DELETE
    @Path("{invitationId}")
    @OwnersOnly
    @Operation(summary = "Delete an invitation to the partner; its link is worth nothing from then on")
    public Deleted delete(@PathParam("partnerId") String partnerId, @PathParam("invitationId") String invitationId) {
        invitations.delete(caller.workspaceId(), caller.atPartner(partnerId).partnerId(), invitationId);
        return new Deleted(invitationId);
    }
}
