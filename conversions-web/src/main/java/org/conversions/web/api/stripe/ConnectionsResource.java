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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.catchup.CatchUpView;
import org.conversions.stripe.catchup.CatchUps;
import org.conversions.stripe.connect.ConnectionChange;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.stripe.merchant.ConnectionCheck;
import org.conversions.stripe.merchant.MadeEndpoints;
import org.conversions.stripe.merchant.MerchantConnections;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.web.security.OwnersOnly;
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
     * @param createEndpoint true to have the endpoint made in Stripe, with a key that writes webhook endpoints; done twice,
     *                       there is one
     */
    public record ConnectionRequest(String mode, String accountId, List<String> signingSecrets, String apiKey,
                                    Boolean createEndpoint) {
    }

    /** New signing secrets of an endpoint, a new key ("" for none), or both; what is left out stays. */
    public record ConnectionChangeRequest(List<String> signingSecrets, String apiKey) {
    }

    /** @param from the beginning of the time that is caught up on. @param state running */
    public record CatchUpAnswer(@Required Instant from, @Required String state) {
    }

    @Inject
    private Connections connections;
    @Inject
    private MerchantConnections connecting;
    @Inject
    private MadeEndpoints endpoints;
    @Inject
    private StripeEvents events;
    @Inject
    private CatchUps catchUps;
    @Inject
    private ConnectionCheck checks;
    @Inject
    private Caller caller;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @GET
    @Operation(summary = "List the connections")
    public List<ConnectionAnswer> list() {
        return answers(reached().toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a connection, with when the last event came in and how far it is caught up on")
    public ConnectionAnswer get(@PathParam("id") String id) {
        return answers(List.of(reached(id))).get(0);
    }

    private List<ConnectionAnswer> answers(List<ConnectionView> views) {
        Map<String, Instant> lastEvents = events.lastReceivedAt(caller.workspaceId(), views.stream().map(ConnectionView::id).toList());
        Map<String, CatchUpView> caughtUp = catchUps.of(caller.workspaceId());
        return views.stream().map(view -> ConnectionAnswer.of(baseUrl, view, lastEvents.get(view.id()),
                caughtUp.get(view.id()))).toList();
    }

    /** The connections that the caller's key sees and changes. */
    private Stream<ConnectionView> reached() {
        return connections.list(caller.workspaceId()).stream().filter(view -> caller.reaches(Mode.of(view.mode())));
    }

    private ConnectionView reached(String id) {
        return reached().filter(view -> view.id().equals(id)).findFirst()
                .orElseThrow(() -> RequestRefused.notFound("connection_not_found", "The connection was not found."));
    }

    @POST
    @OwnersOnly
    @Operation(summary = "Connect a Stripe account by a key of it, or make an endpoint, in Stripe or to add there",
            description = "With `createEndpoint` the endpoint is made in Stripe, for the events that are needed, and its secret is"
                    + " kept here. What the workspace has already is answered with 200. Without it, the answer has the address to"
                    + " add in Stripe's dashboard.")
    @APIResponseSchema(value = ConnectionAnswer.class, responseCode = "201")
    public Response connect(ConnectionRequest request) {
        Mode mode = caller.mode(request.mode());
        if (Boolean.TRUE.equals(request.createEndpoint())) {
            if (request.signingSecrets() != null && !request.signingSecrets().isEmpty()) {
                throw RequestRefused.unprocessable("field_not_allowed",
                        "signingSecrets: must be left out with createEndpoint, as Stripe says the secret");
            }
            MadeEndpoints.Endpoint endpoint = endpoints.connect(caller.workspaceId(), mode,
                    ConnectionAnswer.endpointAddress(baseUrl), request.accountId(), request.apiKey());
            return endpoint.made() ? created(endpoint.connection()) : Response.ok(get(endpoint.connection().id())).build();
        }
        return created(connecting.connect(caller.workspaceId(), mode, request.accountId(), request.signingSecrets(),
                request.apiKey()));
    }

    private Response created(ConnectionView view) {
        return Response.status(Response.Status.CREATED).entity(ConnectionAnswer.of(baseUrl, view)).build();
    }

    @PATCH
    @OwnersOnly
    @Path("{id}")
    @Operation(summary = "Replace the signing secrets of an endpoint, the key that Stripe is asked with, or both")
    public ConnectionAnswer change(@PathParam("id") String id, ConnectionChangeRequest request) {
        reached(id);
        connecting.change(caller.workspaceId(), id, new ConnectionChange(request.signingSecrets(), request.apiKey()));
        return get(id);
    }

    @DELETE
    @OwnersOnly
    @Path("{id}")
    @Operation(summary = "Disconnect: what happens from then on belongs to nobody, until the account is connected again",
            description = "An endpoint that was made by `createEndpoint` is deleted in Stripe, and access by Stripe's OAuth given"
                    + " back. Where Stripe cannot be asked to, `problem` says what is left to do.")
    public DisconnectionAnswer disconnect(@PathParam("id") String id) {
        reached(id);
        return DisconnectionAnswer.of(connecting.disconnect(caller.workspaceId(), id));
    }

    @POST
    @Path("{id}/check")
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Try whose the key of a connection is and what it opens", description = "Nothing is changed in Stripe.")
    public CheckAnswer check(@PathParam("id") String id) {
        reached(id);
        return CheckAnswer.of(checks.check(caller.workspaceId(), id));
    }

    @POST
    @Path("{id}/catch-up")
    @OwnersOnly
    @Operation(summary = "Ask Stripe for the events of the last 30 days, and store those that have not come in",
            description = "It is done in the background; `catchUp` of the connection says how far it is. What came in before"
                    + " counts no second time.")
    @APIResponseSchema(value = CatchUpAnswer.class, responseCode = "202")
    public Response catchUp(@PathParam("id") String id) {
        reached(id);
        CatchUpView started = catchUps.start(caller.workspaceId(), id);
        return Response.accepted(new CatchUpAnswer(started.from(), started.state().text())).build();
    }
}
