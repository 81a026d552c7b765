package org.conversions.web.api.sale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Period;
import org.conversions.sale.SaleDetails;
import org.conversions.sale.SaleFilter;
import org.conversions.sale.SaleList;
import org.conversions.sale.refund.RefundView;
import org.conversions.sale.refund.SaleRefunds;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reads sales, and refunds those that were reported by the API. One is named by its id, or by its invoice, checkout
 * session or payment intent.
 */
@Path("sales")
@RequestScoped
@KeyScope(Area.CONVERSIONS)
@NeedsPlan(Feature.CONVERSION_TRACKING)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sales")
public class SalesResource {

    @Inject
    private SaleList sales;
    @Inject
    private SaleRefunds refunds;
    @Inject
    private SaleAnswers answers;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List sales, the newest first")
    public List<SaleAnswer> list(@BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                 @QueryParam("interval") @DefaultValue("all") String interval,
                                 @QueryParam("customerId") String customerId, @QueryParam("linkId") String linkId,
                                 @QueryParam("invoiceId") String invoiceId, @QueryParam("currency") String currency,
                                 @QueryParam("refunded") String refunded, @QueryParam("disputed") String disputed,
                                 @QueryParam("includeExpandedFields") boolean expanded) {
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        Period period = time.period(interval, clock.instant());
        List<SaleDetails> found = sales.list(new SaleFilter(caller.workspaceId(), list.mode(caller), ListQuery.given(customerId),
                        ListQuery.given(linkId), ListQuery.given(invoiceId),
                        ListQuery.given(currency) == null ? null : currency.toLowerCase(Locale.ROOT),
                        flag("refunded", refunded), flag("disputed", disputed), period.from(), time.end()),
                list.ascending(), list.page());
        return expanded ? answers.expanded(found) : found.stream().map(SaleAnswer::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a sale with everything that happened to its money")
    public SaleAnswer get(@PathParam("id") String id, @QueryParam("includeExpandedFields") boolean expanded) {
        return sales.find(caller.workspaceId(), caller.mode(), id).map(found -> expanded ? answers.whole(found) : SaleAnswer.of(found))
                .orElseThrow(() -> RequestRefused.notFound("sale_not_found", "The sale was not found."));
    }

    @POST
    @Path("{id}/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refund a sale that the API told, in part or in full",
            description = "The same share of the partner's commission is taken back; of a paid one the next payment is that"
                    + " much less. Parts add up, and never to more than the sale. The same refundId, or the same"
                    + " Idempotency-Key, counts once. A sale that Stripe tells of is refunded at Stripe: 409.")
    @APIResponseSchema(value = RefundAnswer.class, responseCode = "201")
    public Response refund(@PathParam("id") String id, RefundRequest request) {
        RefundView refund = refunds.refund(caller.workspaceId(), caller.mode(), id, request.draft());
        return Response.status(Response.Status.CREATED).entity(RefundAnswer.of(refund, get(refund.saleId().value(), false))).build();
    }

    private static Boolean flag(String name, String text) {
        String given = ListQuery.given(text);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw RequestRefused.unprocessable("field_malformed", name + ": must be true or false");
        }
        return given == null ? null : Boolean.valueOf(given);
    }
}
