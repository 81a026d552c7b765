package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.report.object.StripeObjectKind;
import org.conversions.report.object.StripeObjects;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer, payment, invoice, checkout session or subscription of Stripe means here. */
@Path("stripe/objects/{id}")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe")
public class StripeObjectsResource {

    @Inject
    private StripeObjects objects;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Tell which link, partner and sales a Stripe object stands for, or why for none",
            description = "By Stripe's id of a customer, payment intent, charge, invoice, checkout session or subscription. What"
                    + " nothing was heard of in the mode is not found.")
    public StripeObjectAnswer get(@PathParam("id") @Parameter(description = "Stripe's id of the object") String id,
                                  @QueryParam("mode") String mode) {
        StripeObjectKind kind = StripeObjectKind.of(id);
        return objects.find(caller.workspaceId(), caller.mode(mode), kind, id)
                .map(found -> StripeObjectAnswer.of(found, new StripeObjectAnswer.Readable(caller.mayRead(Area.CUSTOMERS),
                        caller.mayRead(Area.PARTNERS), caller.mayRead(Area.COMMISSIONS)), shortDomain))
                .orElseThrow(() -> RequestRefused.notFound("object_unknown", "No event and no sale of this mode names " + id
                        + ": Stripe has not reported it here."));
    }
}
