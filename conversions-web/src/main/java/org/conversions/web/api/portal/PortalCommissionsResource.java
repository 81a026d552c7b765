package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.Period;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commissions of a partner, for the partner. */
@Path("portal/{partnerId}/commissions")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalCommissionsResource {

    @Inject
    private CommissionList commissions;
    @Inject
    private PortalCommissions shown;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the partner's commissions with everything that happened to each, the newest first")
    public List<PortalCommission> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                       @QueryParam("interval") @DefaultValue("all") String interval,
                                       @QueryParam("type") String type, @QueryParam("status") String status,
                                       @QueryParam("customerId") String customerId, @QueryParam("payoutId") String payoutId) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        String order = list.sortBy("createdAt");
        if (!order.equals("createdAt") && !order.equals("amount")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be one of createdAt, amount");
        }
        Period period = time.period(interval, clock.instant());
        return shown.of(partner, commissions.list(new CommissionFilter(caller.workspaceId(), list.mode(caller), ListQuery.given(type),
                ListQuery.given(status), ListQuery.given(customerId), partner.value(), null, null, ListQuery.given(payoutId), null,
                period.from(), time.end()), order.equals("amount"), list.ascending(), list.page()));
    }

    @GET
    @Path("{commissionId}")
    @Operation(summary = "Read a commission of the partner")
    public PortalCommission get(@PathParam("partnerId") String partnerId, @PathParam("commissionId") String commissionId) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        CommissionView found = commissions.byId(caller.workspaceId(), caller.mode(), commissionId)
                .filter(view -> view.subject().partnerId().equals(partner)).orElseThrow(() ->
                        RequestRefused.notFound("commission_not_found", "There is no commission " + commissionId + "."));
        return shown.of(partner, List.of(found)).get(0);
    }
}
