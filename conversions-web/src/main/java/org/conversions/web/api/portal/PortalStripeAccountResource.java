package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.platform.id.PartnerId;
import org.conversions.stripe.transfer.PayeeAccounts;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.partner.StripeAccountResource.StripeAccountAnswer;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The account of a partner at Stripe, for the partner. */
@Path("portal/{partnerId}/stripe-account")
@RequestScoped
@BodyMax(8 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalStripeAccountResource {

    /** @param password of the person who is signed in; left out within five minutes of a login by a mailed link */
    public record PortalStripeAccountRequest(String password) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "PortalStripeAccountRequest";
        }
    }

    @Inject
    private PayeeAccounts accounts;
    @Inject
    private FreshLogin login;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Ask Stripe how far the partner's account is", description = "From the moment on that Stripe says it is ready, the"
            + " partner is paid there: at once, or after the waiting time of a change where the partner was paid elsewhere.")
    public StripeAccountAnswer get(@PathParam("partnerId") String partnerId) {
        return StripeAccountAnswer.of(accounts.get(caller.workspaceId(), caller.atPartner(partnerId).partnerId().value()));
    }

    @POST
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Make an account at Stripe for the partner, and the address where the partner proves to Stripe who it is",
            description = "Stripe leads back to the partner's page. Asked again, there is another address for the same account.")
    public StripeAccountAnswer begin(@PathParam("partnerId") String partnerId, PortalStripeAccountRequest request) {
        PartnerId id = caller.atPartner(partnerId).partnerId();
        login.check(request.password());
        return StripeAccountAnswer.of(accounts.begin(caller.workspaceId(), id));
    }
}
