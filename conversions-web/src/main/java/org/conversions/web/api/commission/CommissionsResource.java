package org.conversions.web.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.customer.CustomerList;
import org.conversions.customer.CustomerView;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.CustomerFigures;
import org.conversions.statistics.Period;
import org.conversions.statistics.Statistics;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the commissions of the caller's program. */
@Path("commissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commissions")
public class CommissionsResource {

    @Inject
    private CommissionList commissions;
    @Inject
    private Partners partners;
    @Inject
    private CustomerList customers;
    @Inject
    private Statistics statistics;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List commissions, the newest first")
    public List<CommissionAnswer> list(@BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                       @QueryParam("interval") @DefaultValue("all") String interval,
                                       @QueryParam("type") String type, @QueryParam("status") String status,
                                       @QueryParam("customerId") String customerId,
                                       @QueryParam("partnerId") String partnerId,
                                       @QueryParam("tenantId") String tenantId,
                                       @QueryParam("invoiceId") String invoiceId) {
        String order = list.sortBy("createdAt");
        if (!order.equals("createdAt") && !order.equals("amount")) {
            throw RequestRefused.unprocessable("sortBy: must be one of createdAt, amount");
        }
        Period period = time.period(interval, clock.instant());
        List<CommissionView> found = commissions.list(new CommissionFilter(caller.workspaceId(), list.mode(),
                ListQuery.given(type), ListQuery.given(status), ListQuery.given(customerId),
                ListQuery.given(partnerId), ListQuery.given(tenantId), ListQuery.given(invoiceId), period.from(),
                time.end()), order.equals("amount"), list.ascending(), list.page());
        Map<String, PartnerView> earning = partners.byIds(caller.workspaceId(),
                found.stream().map(CommissionView::partnerId).distinct().toList());
        List<String> buyers = found.stream().map(CommissionView::customerId).distinct().toList();
        Map<String, CustomerView> buying = customers.byIds(caller.workspaceId(), buyers);
        Map<String, CustomerFigures> figures = statistics.customerFigures(caller.workspaceId(), buyers);
        return found.stream().map(view -> CommissionAnswer.of(view, earning.get(view.partnerId()),
                CustomerAnswer.of(buying.get(view.customerId()),
                        figures.getOrDefault(view.customerId(), CustomerFigures.NONE)))).toList();
    }
}
