package org.conversions.web.api.member;

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
import org.conversions.account.invitation.InvitationView;
import org.conversions.account.invitation.Invitations;
import org.conversions.account.invitation.MadeInvitation;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitations to the caller's workspace. */
@Path("workspace/invitations")
@RequestScoped
@KeyScope(Area.MEMBERS)
@OwnersOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class InvitationsResource {

    @Inject
    private Invitations invitations;
    @Inject
    private Caller caller;

    /** @param role owner, member or viewer */
    public record NewInvitation(@Required String email, @Required String role) {
    }

    /**
     * An invitation that can still be accepted.
     *
     * @param invitedBy the email of the owner, or the name of the key, that made it
     * @param url       of the page that accepts it, in the answer to its creation and never again
     */
    public record InvitationAnswer(@Required String id, @Required String email, @Required String role, String invitedBy,
                                   @Required Instant createdAt, @Required Instant expiresAt, String url) {

        static InvitationAnswer of(InvitationView view, String url) {
            return new InvitationAnswer(view.id(), view.email(), view.role().text(), view.invitedBy(), view.createdAt(),
                    view.expiresAt(), url);
        }
    }

    @GET
    @Operation(summary = "List the invitations that can still be accepted, the oldest first")
    public List<InvitationAnswer> list() {
        return invitations.list(caller.workspaceId()).stream().map(view -> InvitationAnswer.of(view, null)).toList();
    }

    @POST
    @Operation(summary = "Invite somebody; the answer shows the link to hand over, and nothing ever will again",
            description = "The link works for seven days, once, and for this email only. It is mailed too where the server can send"
                    + " mail. An earlier invitation of the same email ends.")
    @APIResponseSchema(value = InvitationAnswer.class, responseCode = "201")
    public Response create(NewInvitation draft) {
        MadeInvitation made = invitations.make(caller.workspaceId(), draft.email(), Role.of(draft.role()), caller.name());
        return Response.status(Response.Status.CREATED).entity(InvitationAnswer.of(made.invitation(), made.url())).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an invitation; its link is worth nothing from then on")
    public Deleted delete(@PathParam("id") String id) {
        invitations.delete(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
