package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.stripe.transfer.PayeeAccounts;
import org.conversions.stripe.transfer.PayeeView;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The account at Stripe that a partner is paid to. */
@Path("partners/{id}/stripe-account")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class StripeAccountResource {

    /** @param returnUrl where Stripe sends the partner afterwards, and when the address has run out */
    public record StripeAccountRequest(@Required String returnUrl) {
    }

    /**
     * The account of a partner at Stripe.
     *
     * @param status pending, or ready when money can be sent to it
     * @param due    what Stripe wants to know before that
     * @param url    where the partner goes on at Stripe: for some minutes and once; null when it was not asked for
     */
    public record StripeAccountAnswer(@Required String accountId, @Required String status, @Required List<String> due, String url) {

        public static StripeAccountAnswer of(PayeeView account) {
            return new StripeAccountAnswer(account.accountId(), account.ready() ? "ready" : "pending", account.due(), account.url());
        }
    }

    @Inject
    private PayeeAccounts accounts;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Ask Stripe how far the account of a partner is",
            description = "From the moment on that Stripe says it is ready, the partner is paid there: at once, or after the waiting time of a"
                    + " change where the partner was paid elsewhere.")
    public StripeAccountAnswer get(@PathParam("id") String id) {
        return StripeAccountAnswer.of(accounts.get(caller.workspaceId(), id));
    }

    @POST
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Make an account at Stripe for a partner, and the address where the partner proves to Stripe who it is",
            description = "It is made by the key of your live connection, which has to be one of your own account with Connect. Asked"
                    + " again, there is another address for the same account.")
    public StripeAccountAnswer begin(@PathParam("id") String id, StripeAccountRequest request) {
        return StripeAccountAnswer.of(accounts.begin(caller.workspaceId(), id, request.returnUrl()));
    }
}
