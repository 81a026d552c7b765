package org.conversions.web.api.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.conversions.access.FirstKeys;
import org.conversions.account.Browser;
import org.conversions.address.IpAddress;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.setup.Setup;
import org.conversions.setup.SetupRequest;
import org.conversions.setup.SetupResult;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.session.SessionAnswers;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first-run set-up. Its door is the one-time token that the server prints to its log. */
@Path("setup")
@RequestScoped
@BodyMax(8 * 1024)
@Public
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Set-up")
public class SetupResource {

    @Inject
    private Setup setup;
    @Inject
    private SessionAnswers sessions;
    @Inject
    private TrustedProxies proxies;
    @Context
    private HttpServletRequest connection;

    /** Returns whether the set-up is still to be done. */
    public record SetupState(boolean open) {
    }

    /**
     * @param ownerName     left out for the part of the email before the @
     * @param stripeAccount the account to connect in live mode; may be left out
     */
    public record SetupForm(
            @Required String token, @Required String ownerEmail, String ownerName, @Required String ownerPassword,
            @Required String workspaceName, String stripeAccount) {

        SetupRequest request() {
            return new SetupRequest(ownerEmail, ownerName, ownerPassword, workspaceName, stripeAccount);
        }
    }

    /** The keys are in this answer and never again. */
    public record SetupKeys(@Required String workspaceId, @Required String secretKey, @Required String publishableKey,
                            @Required String testSecretKey, @Required String testPublishableKey) {

        static SetupKeys of(WorkspaceId workspaceId, FirstKeys keys) {
            return new SetupKeys(workspaceId.value(), keys.secret().orElseThrow(), keys.publishable().orElseThrow(),
                    keys.testSecret().orElseThrow(), keys.testPublishable().orElseThrow());
        }
    }

    @GET
    @Operation(summary = "Tell whether the set-up is still to be done")
    public SetupState state() {
        return new SetupState(setup.open());
    }

    @POST
    @Operation(summary = "Make the owner, the workspace and its keys, once; the answer sets the cookie of the owner's session")
    @APIResponseSchema(value = SetupKeys.class, responseCode = "201")
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public Response complete(SetupForm form) {
        SetupResult result = setup.complete(form.token(), form.request(),
                new Browser(connection.getHeader("User-Agent"), IpAddress.anonymous(proxies.visitor(connection))));
        return Response.status(Response.Status.CREATED).header(HttpHeaders.SET_COOKIE, sessions.cookie(result.session()))
                .entity(SetupKeys.of(result.workspaceId(), result.keys())).build();
    }
}
