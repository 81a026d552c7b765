package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.conversions.access.Area;
import org.conversions.report.Analytics;
import org.conversions.report.Counted;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.Period;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads figures: one count, a series over time, or split by what was clicked, where and on what. */
@Path("analytics")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class AnalyticsResource {

    @Inject
    private Analytics analytics;
    @Inject
    private FiguresRows rows;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Figures of clicks, leads and sales",
            description = "An object for count, a list for everything else. saleAmount is what is left after refunds;"
                    + " a sale counts when it was paid, a refund when it was refunded. Days begin in the workspace's time"
                    + " zone unless another one is asked for. groupBy=products splits sales by Stripe's products, as the lines of"
                    + " invoices and of expanded checkouts name them: a sale of several counts for each, with its part of the amount"
                    + " and of what was refunded; what is of none, as sales told by the API are, is (not named). Products have"
                    + " neither clicks nor leads.")
    @APIResponse(responseCode = "200", description = "One row for groupBy=count, else a list of rows",
            content = @Content(schema = @Schema(oneOf = {FiguresAnswer.class, FiguresAnswer[].class})))
    public Object read(@BeanParam AnalyticsQuery query, @BeanParam FilterQuery filters, @BeanParam PeriodQuery time) {
        Counted counted = query.counted();
        Grouping grouping = query.grouping();
        FiguresFilter filter = filters.filter(caller);
        Period period = time.period(query.interval(), clock.instant(),
                () -> workspaces.get(caller.workspaceId()).timezone());
        return switch (grouping) {
            case COUNT -> rows.count(analytics.count(filter, period), false);
            case TIMESERIES -> rows.series(analytics.timeseries(filter, query.series(period)), false);
            default -> rows.split(grouping, filter.mode(), analytics.split(filter, period, grouping, counted), false);
        };
    }
}
