package org.conversions.web.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.Payouts;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.report.Period;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The payouts of the caller's program: those of batches, and those that were made outside. */
@Path("payouts")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payouts")
public class PayoutsResource {

    /** Words of published clients for payouts on their way, which are processing here. */
    private static final Set<String> ELSEWHERE = Set.of("processed", "sent");

    @Inject
    private Payouts payouts;
    @Inject
    private Partners partners;
    @Inject
    private PayoutAnswers answers;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List payouts, the newest first")
    public List<PayoutAnswer> list(@BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                   @QueryParam("interval") @DefaultValue("all") String interval,
                                   @QueryParam("status") String status, @QueryParam("partnerId") String partnerId,
                                   @QueryParam("tenantId") String tenantId, @QueryParam("invoiceId") String invoiceId,
                                   @QueryParam("batchId") String batchId, @QueryParam("groupId") String groupId) {
        Payouts.Order order = Word.find(Payouts.Order.class, list.sortBy(Payouts.Order.CREATED.text())).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "sortBy: must be one of createdAt, amount, initiatedAt, paidAt"));
        Collection<PayoutStatus> statuses = statuses(ListQuery.given(status));
        Period period = time.period(interval, clock.instant());
        String partner = partner(ListQuery.given(partnerId), ListQuery.given(tenantId));
        if (statuses != null && statuses.isEmpty() || partner != null && partner.isEmpty()) {
            return List.of();
        }
        String batch = ListQuery.given(batchId) != null ? batchId : ListQuery.given(invoiceId);
        return answers.of(payouts.list(new Payouts.Filter(caller.workspaceId(), list.mode(caller), partner, ListQuery.given(groupId), batch, statuses,
                period.from(), time.end()), order, list.ascending(), list.page()));
    }

    /** @return empty for a tenant id that no partner has; null when none is asked for */
    private String partner(String partnerId, String tenantId) {
        return partnerId != null || tenantId == null ? partnerId
                : partners.byTenantId(caller.workspaceId(), tenantId).map(PartnerView::id).map(Object::toString).orElse("");
    }

    private static Collection<PayoutStatus> statuses(String text) {
        if (text == null) {
            return null;
        }
        if (ELSEWHERE.contains(text)) {
            return Set.of();
        }
        PayoutStatus status = Word.find(PayoutStatus.class, text).orElseThrow(() -> RequestRefused.unprocessable(
                "field_value_unknown", "status: must be one of pending, processing, completed, failed, returned, canceled"));
        return status == PayoutStatus.FAILED ? Set.of(PayoutStatus.FAILED, PayoutStatus.RETURNED) : Set.of(status);
    }
}
