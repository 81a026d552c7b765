package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.Connections;
import org.conversions.web.api.stripe.ConnectionAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.OperatorOnly;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stripe accounts that the operator connects to a workspace. The operator's word is the proof that they are its own. */
@Path("server/workspaces/{workspaceId}/connections")
@RequestScoped
@OperatorOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerConnectionsResource {

    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;
    @Inject
    private Workspaces workspaces;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    /**
     * An account to be connected.
     *
     * @param mode           live when left out
     * @param signingSecrets whsec_… of the connection's own endpoint; may be left out
     * @param apiKey         rk_… or sk_… of the account and the mode, to ask Stripe with; may be left out
     */
    public record AccountRequest(String mode, @Required String accountId, List<String> signingSecrets, String apiKey) {
    }

    @POST
    @Operation(summary = "Connect a Stripe account to a workspace; the operator vouches that it is the workspace's")
    @APIResponseSchema(value = ConnectionAnswer.class, responseCode = "201")
    public Response connect(@PathParam("workspaceId") String workspaceId, AccountRequest request) {
        if (request.accountId() == null) {
            throw RequestRefused.unprocessable("field_missing", "accountId: is required");
        }
        WorkspaceId known = workspaces.get(ServerWorkspacesResource.id(workspaceId)).id();
        Mode mode = ConnectionDraft.mode(request.mode() == null ? "live" : request.mode());
        return Response.status(Response.Status.CREATED).entity(ConnectionAnswer.of(baseUrl, connections.connect(known,
                new ConnectionDraft(mode, Optional.of(proofs.byOperator(request.accountId(), mode)),
                        request.signingSecrets(), request.apiKey())))).build();
    }
}
