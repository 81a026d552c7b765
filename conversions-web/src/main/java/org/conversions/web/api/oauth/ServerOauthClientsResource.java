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
import org.conversions.access.oauth.OAuthClients;
import org.conversions.web.api.Deleted;
import org.conversions.web.security.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The apps of this server, which may ask for each of its workspaces. */
@Path("server/oauth/clients")
@RequestScoped
@OperatorOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerOauthClientsResource {

    @Inject
    private OAuthClients clients;

    @GET
    @Operation(summary = "List the apps of this server, the oldest first")
    public List<ClientAnswer> list() {
        return clients.listOfServer().stream().map(ClientAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Register an app for all workspaces; the answer shows its secret, if it has one, and nothing ever will again")
    @APIResponseSchema(value = ClientAnswer.class, responseCode = "201")
    public Response create(ClientRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(ClientAnswer.of(clients.createOfServer(request.draft()))).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an app of this server; all that it was granted ends")
    public Deleted delete(@PathParam("id") String id) {
        clients.deleteOfServer(id);
        return new Deleted(id);
    }
}
