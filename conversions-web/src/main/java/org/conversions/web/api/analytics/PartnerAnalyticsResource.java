package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Analytics;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Period;
import org.conversions.report.Trait;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the figures of a partner's links, and what the partner earned. */
@Path("partners/analytics")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerAnalyticsResource {

    @Inject
    private Analytics analytics;
    @Inject
    private FiguresRows rows;
    @Inject
    private Partners partners;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Figures of a partner",
            description = "The partner is named by partnerId or tenantId. groupBy is count, timeseries or top_links."
                    + " earnings are those of the partner's commissions less what was taken back, each at its own time.")
    @APIResponse(responseCode = "200", description = "One row for groupBy=count, else a list of rows",
            content = @Content(schema = @Schema(oneOf = {FiguresAnswer.class, FiguresAnswer[].class})))
    public Object read(@BeanParam AnalyticsQuery query, @BeanParam PeriodQuery time,
                       @QueryParam("partnerId") String partnerId, @QueryParam("tenantId") String tenantId,
                       @QueryParam("mode") String mode) {
        PartnerView partner = partner(ListQuery.given(partnerId), ListQuery.given(tenantId));
        FiguresFilter filter = new FiguresFilter(caller.workspaceId(), caller.mode(mode),
                Map.of(Trait.PARTNER, Choice.of(partner.id().value(), true)), null, null, true);
        Period period = time.period(query.interval(), clock.instant(),
                () -> workspaces.get(caller.workspaceId()).timezone());
        return switch (query.grouping()) {
            case COUNT -> rows.count(analytics.count(filter, period), true);
            case TIMESERIES -> rows.series(analytics.timeseries(filter, query.series(period)), true);
            case TOP_LINKS -> rows.split(query.grouping(), filter.mode(),
                    analytics.split(filter, period, query.grouping(), query.counted()), true);
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "groupBy: must be one of count, timeseries, top_links");
        };
    }

    private PartnerView partner(String partnerId, String tenantId) {
        if (partnerId == null && tenantId == null) {
            throw RequestRefused.unprocessable("field_missing", "partnerId: name the partner by partnerId or tenantId");
        }
        return (partnerId != null ? partners.byId(caller.workspaceId(), partnerId)
                : partners.byTenantId(caller.workspaceId(), tenantId))
                .orElseThrow(() -> RequestRefused.notFound("partner_not_found", "The partner was not found."));
    }
}
