package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.access.KeyKind;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.merchant.AppConnections;
import org.conversions.stripe.merchant.MerchantConnections;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Mode;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The account that Stripe's app runs in. The app brings an access token of the workspace, and Stripe's word for the account. */
@Path("stripe/integration")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe")
public class StripeAppResource {

    /**
     * The account to connect, or to disconnect.
     *
     * @param stripeAccountId          null to disconnect the one that the app is installed in
     * @param stripeMode               live, test or sandbox
     * @param stripeUserId             the person who uses the app
     * @param stripeInstalledAccountId the account that the app is installed in; needed without stripeAccountId
     */
    public record InstallRequest(String stripeAccountId, @Required String stripeMode, @Required String stripeUserId,
                                 String stripeInstalledAccountId) {
    }

    /** @param stripeAccountId null when it is not connected any more */
    public record InstallAnswer(String stripeAccountId, @Required String stripeMode, @Required Owner workspace) {
    }

    /** The workspace of the access token. */
    public record Owner(@Required String id, @Required String slug, @Required String name) {
    }

    @Inject
    private AppConnections installs;
    @Inject
    private MerchantConnections connections;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Caller caller;

    @PATCH
    @Operation(summary = "Connect the account that Stripe's app runs in, or disconnect it",
            description = "For the app, with an access token. `Stripe-Signature` is Stripe's over"
                    + " `{\"user_id\":\"…\",\"account_id\":\"…\"}`: the person, and the account that is meant. An account is"
                    + " connected to one workspace in each mode; again to the same changes nothing.")
    public InstallAnswer install(@HeaderParam("Stripe-Signature") String signature, InstallRequest request) {
        if (caller.key().filter(key -> key.kind() == KeyKind.OAUTH).isEmpty()) {
            throw RequestRefused.forbidden("app_only", "Only an app with an access token connects the account it runs in."
                    + " Others connect accounts with POST /api/stripe/connections.");
        }
        boolean connects = request.stripeAccountId() != null;
        String account = connects ? request.stripeAccountId() : request.stripeInstalledAccountId();
        if (account == null) {
            throw RequestRefused.unprocessable("field_missing", "stripeInstalledAccountId: is required without stripeAccountId");
        }
        if (request.stripeMode() == null || request.stripeMode().isEmpty()) {
            throw RequestRefused.unprocessable("field_missing", "stripeMode: is required");
        }
        Mode mode = caller.mode(request.stripeMode());
        AppConnections.Install install = new AppConnections.Install(account, mode, request.stripeUserId(), signature);
        if (connects) {
            installs.connect(caller.workspaceId(), install);
        } else {
            installs.connectionOf(caller.workspaceId(), install)
                    .ifPresent(id -> connections.disconnect(caller.workspaceId(), id));
        }
        WorkspaceView workspace = workspaces.get(caller.workspaceId());
        return new InstallAnswer(request.stripeAccountId(), mode.text(),
                new Owner(workspace.id().value(), workspace.slug(), workspace.name()));
    }
}
