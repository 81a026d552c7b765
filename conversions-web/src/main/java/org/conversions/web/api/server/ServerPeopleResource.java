package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.account.reset.PasswordResets;
import org.conversions.web.api.member.MembersResource.ResetLinkAnswer;
import org.conversions.web.security.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of this server, in whichever workspaces. */
@Path("server/people")
@RequestScoped
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerPeopleResource {

    @Inject
    private PasswordResets resets;

    @POST
    @Path("{personId}/password-reset")
    @Operation(summary = "Make a link with which a person sets another password, within an hour",
            description = "The person is named by id or by email.")
    public ResetLinkAnswer resetPassword(@PathParam("personId") String personId) {
        return ResetLinkAnswer.of(resets.byOperator(personId));
    }
}
