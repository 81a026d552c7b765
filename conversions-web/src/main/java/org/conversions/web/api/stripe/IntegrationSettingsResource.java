package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.conversions.workspace.StripeSettings;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of what counts of Stripe's events: trials, seats, rewards of leads. */
@Path("stripe/integration/settings")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe")
public class IntegrationSettingsResource {

    @Inject
    private Workspaces workspaces;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read what counts of what Stripe tells")
    public StripeSettings get() {
        return workspaces.get(caller.workspaceId()).stripe();
    }

    @PATCH
    @OwnersOnly
    @Operation(summary = "Change what counts of what Stripe tells; what is left out or null stays")
    public StripeSettings change(StripeSettings.Change change) {
        return workspaces.update(caller.workspaceId(), change);
    }
}
