package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.connect.ConnectionChange;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.MerchantConnections;
import org.conversions.web.api.Deleted;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Stripe accounts and endpoints of the caller's workspace. */
@Path("stripe/connections")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe")
public class ConnectionsResource {

    /**
     * A connection to be made.
     *
     * @param accountId      left out for an endpoint that the merchant adds in Stripe's dashboard; with it the key is
     *                       needed, by which Stripe says whether the account is the merchant's
     * @param signingSecrets whsec_… of that endpoint; may be given later, two while one is being rolled
     * @param apiKey         rk_… or sk_… of the account and the mode, to ask Stripe with; may be given later
     */
    public record ConnectionRequest(String mode, String accountId, List<String> signingSecrets, String apiKey) {
    }

    /** New signing secrets of an endpoint, a new key ("" for none), or both; what is left out stays. */
    public record ConnectionChangeRequest(List<String> signingSecrets, String apiKey) {
    }

    @Inject
    private Connections connections;
    @Inject
    private MerchantConnections connecting;
    @Inject
    private Caller caller;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @GET
    @Operation(summary = "List the connections")
    public List<ConnectionAnswer> list() {
        return reached().map(view -> ConnectionAnswer.of(baseUrl, view)).toList();
    }

    /** The connections that the caller's key sees and changes. */
    private Stream<ConnectionView> reached() {
        return connections.list(caller.workspaceId()).stream().filter(view -> caller.reaches(Mode.of(view.mode())));
    }

    private void refuseUnreached(String id) {
        if (reached().noneMatch(view -> view.id().equals(id))) {
            throw RequestRefused.notFound("connection_not_found", "The connection was not found.");
        }
    }

    @POST
    @OwnersOnly
    @Operation(summary = "Connect a Stripe account by a key of it, or make an endpoint to add in Stripe's dashboard")
    @APIResponseSchema(value = ConnectionAnswer.class, responseCode = "201")
    public Response connect(ConnectionRequest request) {
        return Response.status(Response.Status.CREATED).entity(ConnectionAnswer.of(baseUrl, connecting.connect(caller.workspaceId(),
                caller.mode(request.mode()), request.accountId(),
                request.signingSecrets(), request.apiKey()))).build();
    }

    @PATCH
    @OwnersOnly
    @Path("{id}")
    @Operation(summary = "Replace the signing secrets of an endpoint, the key that Stripe is asked with, or both")
    public ConnectionAnswer change(@PathParam("id") String id, ConnectionChangeRequest request) {
        refuseUnreached(id);
        return ConnectionAnswer.of(baseUrl, connecting.change(caller.workspaceId(), id,
                new ConnectionChange(request.signingSecrets(), request.apiKey())));
    }

    @DELETE
    @OwnersOnly
    @Path("{id}")
    @Operation(summary = "Disconnect: what happens from then on belongs to nobody, until the account is connected again")
    public Deleted disconnect(@PathParam("id") String id) {
        refuseUnreached(id);
        connections.disconnect(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
