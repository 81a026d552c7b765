package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.conversions.access.Area;
import org.conversions.account.LoginSession;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.merchant.AccountAuthorization;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.web.security.OwnersOnly;
import org.conversions.web.security.SignedIn;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way of an owner to Stripe, to give the operator's platform an account, and back. */
@Path("stripe/connect")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@OwnersOnly
@Tag(name = "Stripe")
public class StripeConnectResource {

    @Inject
    private AccountAuthorization authorization;
    @Inject
    private Caller caller;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @GET
    @Path("start")
    @NeedsPlan(value = Feature.STRIPE_INTEGRATION, toRead = true)
    @Operation(summary = "Send an owner to Stripe, to connect an account to the operator's platform",
            description = "For a person who is signed in, and only where the operator of this server has a platform. The answer of"
                    + " Stripe counts once, within ten minutes, and for this person.")
    @APIResponse(responseCode = "303", description = "The address of Stripe to go on at.")
    public Response start(@QueryParam("mode") String mode) {
        LoginSession session = caller.session().orElseThrow(() -> RequestRefused.forbidden("sign_in_first",
                "A person who is signed in connects an account this way; a key does with POST /api/stripe/connections."));
        return Response.seeOther(URI.create(authorization.start(caller.workspaceId(), session.personId(), caller.mode(mode),
                address("/api/stripe/connect/callback")))).build();
    }

    @GET
    @Path("callback")
    @SignedIn(optional = true)
    @Operation(summary = "Take what Stripe sends an owner back with, and go on to the page of connections")
    @APIResponse(responseCode = "303", description = "The page of connections, with `#connected` or `#problem=` and the reason.")
    public Response callback(@QueryParam("state") @Parameter(description = "What the owner was sent with") String state,
                             @QueryParam("code") @Parameter(description = "The code for the account") String code,
                             @QueryParam("error") @Parameter(description = "Stripe's word when there is none") String error) {
        if (caller.session().isEmpty()) {
            return page("problem=sign_in_first");
        }
        try {
            authorization.finish(caller.person().personId(), new AccountAuthorization.Answer(state, code, error));
            return page("connected");
        } catch (RequestRefused e) {
            return page("problem=" + e.reason());
        }
    }

    private Response page(String fragment) {
        return Response.seeOther(URI.create(address("/app/stripe/#" + fragment))).build();
    }

    private String address(String path) {
        return baseUrl.replaceAll("/+$", "") + path;
    }
}
