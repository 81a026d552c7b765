package org.conversions.web.track;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.customer.Credence;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.tracking.LeadTracking;
import org.conversions.tracking.SaleRequest;
import org.conversions.tracking.SaleTracking;
import org.conversions.tracking.TrackedLead;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.web.security.PublishableKey;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Takes leads and sales, from a merchant's server and from the pages and apps of its visitors. The answer is given after
 * the commit, in every mode. A publishable key is open to all: such a caller is answered what it has said
 * itself, not what is known here, and changes nothing that the merchant knows better.
 */
@Path("track")
@RequestScoped
@BodyMax(64 * 1024)
@RepeatsSafely
@KeyScope(Area.CONVERSIONS)
@NeedsPlan(Feature.CONVERSION_TRACKING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracking")
public class TrackResource {

    @Inject
    private LeadTracking leads;
    @Inject
    private SaleTracking sales;
    @Inject
    private Links links;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private AllowedSites sites;
    @Inject
    private Caller caller;

    @POST
    @Path("lead")
    @Operation(summary = "Track a lead; the same customer and event name count once")
    public LeadAnswer lead(LeadTrackRequest request) {
        TrackedLead lead = leads.track(request.checked(caller, Credence.FIRST_HAND));
        LinkView link = links.byIds(caller.workspaceId(), List.of(lead.linkId())).get(lead.linkId());
        return LeadAnswer.of(lead, link, shortDomain);
    }

    @POST
    @Path("lead/client")
    @PublishableKey
    @Operation(summary = "Track a lead from a page or an app",
            description = "With a publishable key the answer repeats what was sent, whether or not the customer is known. A"
                    + " click counts for a customer whom none has brought yet.")
    public LeadAnswer leadOfClient(LeadTrackRequest request, @Context HttpHeaders headers) {
        if (!caller.publishable()) {
            return lead(request);
        }
        sites.check(caller.workspaceId(), headers);
        leads.trackUnverified(request.checked(caller, Credence.UNVERIFIED));
        return LeadAnswer.repeating(request);
    }

    @POST
    @Path("sale")
    @Operation(summary = "Track a sale; the same invoice counts once, also when Stripe tells of it")
    public SaleAnswer sale(SaleTrackRequest request, @Context HttpHeaders headers) {
        return SaleAnswer.of(sales.track(request.checked(caller, Credence.FIRST_HAND,
                headers.getHeaderString("Idempotency-Key"))));
    }

    @POST
    @Path("sale/client")
    @PublishableKey
    @Operation(summary = "Track a sale from a page or an app, when the workspace allows it",
            description = "With a publishable key the answer repeats what was sent, whether or not the customer is known.")
    public SaleAnswer saleOfClient(SaleTrackRequest request, @Context HttpHeaders headers) {
        if (!caller.publishable()) {
            return sale(request, headers);
        }
        sites.check(caller.workspaceId(), headers);
        sites.checkSales(caller.workspaceId());
        // A page's word that two calls are one is not taken: pages do not know each other.
        SaleRequest checked = request.checked(caller, Credence.UNVERIFIED, null);
        sales.track(checked);
        return SaleAnswer.repeating(checked);
    }
}
