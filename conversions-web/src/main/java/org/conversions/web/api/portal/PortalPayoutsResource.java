package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.PayoutView;
import org.conversions.payout.Payouts;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.api.ListQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The payouts of a partner, for the partner. */
@Path("portal/{partnerId}/payouts")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalPayoutsResource {

    /**
     * A payout. Amounts are minor units.
     *
     * @param amount           what the partner gets
     * @param earnings         what was open of commissions
     * @param absorbedEarnings what was taken back of commissions that were paid earlier, and makes the amount smaller
     * @param commissions      how many it is for
     * @param status           pending, processing, completed, failed or canceled; failed with returnedAt for one that came back
     * @param periodStart      when the first of its commissions was earned
     * @param initiatedAt      when it was confirmed
     * @param failureReason    why it failed or came back
     * @param traceId          the name of the transfer where it was made
     */
    public record PortalPayout(@Required String id, long amount, long earnings, long absorbedEarnings, int commissions,
                               @Required String currency, @Required String status, Instant periodStart, Instant periodEnd,
                               @Required Instant createdAt, Instant initiatedAt, Instant paidAt, Instant returnedAt,
                               String failureReason, String traceId) {

        static PortalPayout of(PayoutView view) {
            PayoutView.Times times = view.times();
            return new PortalPayout(view.id(), view.amount(), view.sums().earned(), view.sums().absorbed(), view.sums().commissions(),
                    view.currency(), (view.status() == PayoutStatus.RETURNED ? PayoutStatus.FAILED : view.status()).text(),
                    times.periodStart(), times.periodEnd(), times.createdAt(), times.initiatedAt(), times.paidAt(), times.returnedAt(),
                    view.outcome().failureReason(), view.outcome().traceId());
        }
    }

    @Inject
    private Payouts payouts;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the partner's payouts, the newest first")
    public List<PortalPayout> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        return payouts.list(new Payouts.Filter(caller.workspaceId(), list.mode(caller), partner.value(), null, null, null, null, null),
                Payouts.Order.CREATED, list.ascending(), list.page()).stream().map(PortalPayout::of).toList();
    }
}
