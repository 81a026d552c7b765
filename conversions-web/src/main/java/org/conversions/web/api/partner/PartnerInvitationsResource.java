package org.conversions.web.api.partner;

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
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.account.Role;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.portal.invitation.MadePartnerInvitation;
import org.conversions.portal.invitation.PartnerInvitationView;
import org.conversions.portal.invitation.PartnerInvitations;
import org.conversions.portal.member.PartnerRole;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitations of people to a partner's portal, for the merchant. */
@Path("partners/{id}/invitations")
@RequestScoped
@BodyMax(8 * 1024)
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerInvitationsResource {

    @Inject
    private PartnerInvitations invitations;
    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    /**
     * @param email whom to invite; left out for the partner's own
     * @param role  owner, who also changes where the money goes and who else sees the partner, or member; owner when left out
     */
    public record NewPartnerInvitation(String email, String role) {
    }

    /**
     * An invitation that can still be accepted.
     *
     * @param role      owner or member
     * @param invitedBy the email of the person, or the name of the key, that made it; null for the program
     * @param url       of the page that accepts it, in the answer to its creation and never again
     */
    public record PartnerInvitationAnswer(@Required String id, @Required String email, @Required String role, String invitedBy,
                                          @Required Instant createdAt, @Required Instant expiresAt, String url) {

        /** @param url null to leave it out */
        public static PartnerInvitationAnswer of(PartnerInvitationView view, String url) {
            return new PartnerInvitationAnswer(view.id(), view.email(), view.role().text(), view.invitedBy(), view.createdAt(),
                    view.expiresAt(), url);
        }
    }

    @GET
    @Operation(summary = "List the invitations to a partner's portal that can still be accepted, the oldest first")
    public List<PartnerInvitationAnswer> list(@PathParam("id") String id) {
        return invitations.list(caller.workspaceId(), partner(id)).stream().map(view -> PartnerInvitationAnswer.of(view, null)).toList();
    }

    @POST
    @Operation(summary = "Invite somebody to a partner's portal; the answer shows the link to hand over, and nothing ever will again",
            description = "The link works for seven days, once, and for this email only. It is mailed too where the server can send"
                    + " mail. An earlier invitation of the same email ends. Of the people of a workspace, only owners invite owners.")
    @APIResponseSchema(value = PartnerInvitationAnswer.class, responseCode = "201")
    public Response create(@PathParam("id") String id, NewPartnerInvitation draft) {
        PartnerId partner = partner(id);
        PartnerRole role = PartnerRole.of(draft.role(), PartnerRole.OWNER);
        if (role == PartnerRole.OWNER && caller.session().filter(session -> session.role() != Role.OWNER).isPresent()) {
            throw RequestRefused.forbidden("role_too_narrow",
                    "role: only an owner of the workspace invites a partner's owners, who say where its money goes");
        }
        MadePartnerInvitation made = invitations.make(caller.workspaceId(), partner, draft.email(), role, caller.name());
        return Response.status(Response.Status.CREATED).entity(PartnerInvitationAnswer.of(made.invitation(), made.url())).build();
    }

    @DELETE
    @Path("{invitationId}")
    @Operation(summary = "Delete an invitation to a partner's portal; its link is worth nothing from then on")
    public Deleted delete(@PathParam("id") String id, @PathParam("invitationId") String invitationId) {
        invitations.delete(caller.workspaceId(), partner(id), invitationId);
        return new Deleted(invitationId);
    }

    private PartnerId partner(String id) {
        return partners.byId(caller.workspaceId(), id).orElseThrow(Partners::notFound).id();
    }
}
