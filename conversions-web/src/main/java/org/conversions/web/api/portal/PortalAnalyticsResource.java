package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.analytics.AnalyticsQuery;
import org.conversions.web.api.analytics.FiguresAnswer;
import org.conversions.web.api.analytics.PartnerFigures;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the figures of a partner's links, and the earnings, for the partner. */
@Path("portal/{partnerId}/analytics")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalAnalyticsResource {

    @Inject
    private PartnerFigures figures;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Figures of the partner",
            description = "groupBy is count, timeseries or top_links. earnings are those of the partner's commissions less what was"
                    + " taken back, each at its own time.")
    @APIResponse(responseCode = "200", description = "One row for groupBy=count, else a list of rows",
            content = @Content(schema = @Schema(oneOf = {FiguresAnswer.class, FiguresAnswer[].class})))
    public Object read(@PathParam("partnerId") String partnerId, @BeanParam AnalyticsQuery query, @BeanParam PeriodQuery time,
                       @QueryParam("mode") String mode) {
        return figures.of(caller.atPartner(partnerId).partnerId(), query, time, caller.mode(mode), true);
    }
}
