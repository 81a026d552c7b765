package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
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
    private PartnerFigures figures;
    @Inject
    private Partners partners;
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
        return figures.of(partner.id(), query, time, caller.mode(mode), false);
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
