package org.conversions.web.api.oauth;

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
import org.conversions.access.Area;
import org.conversions.access.oauth.OAuthClients;
import org.conversions.web.api.Deleted;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The apps that are registered for the caller's workspace, and may ask for it alone. */
@Path("oauth/clients")
@RequestScoped
@KeyScope(Area.KEYS)
@OwnersOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class OauthClientsResource {

    @Inject
    private OAuthClients clients;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the apps of the workspace, the oldest first")
    public List<ClientAnswer> list() {
        return clients.list(caller.workspaceId()).stream().map(ClientAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Register an app; the answer shows its secret, if it has one, and nothing ever will again")
    @APIResponseSchema(value = ClientAnswer.class, responseCode = "201")
    public Response create(ClientRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(ClientAnswer.of(clients.create(caller.workspaceId(), request.draft()))).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an app; all that it was granted ends")
    public Deleted delete(@PathParam("id") String id) {
        clients.delete(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
