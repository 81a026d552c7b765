package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.Figures;
import org.conversions.statistics.FiguresFilter;
import org.conversions.statistics.Period;
import org.conversions.statistics.Statistics;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads figures: one count, a series over time, or the best links. */
@Path("analytics")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class AnalyticsResource {

    @Inject
    private Statistics statistics;
    @Inject
    private Links links;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Figures of clicks, leads and sales; saleAmount is what is left after refunds")
    @APIResponse(responseCode = "200", description = "One row for groupBy=count, else a list of rows",
            content = @Content(schema = @Schema(oneOf = {FiguresAnswer.class, FiguresAnswer[].class})))
    public Object read(@BeanParam AnalyticsQuery query, @BeanParam PeriodQuery time) {
        String event = query.event();
        FiguresFilter filter = query.filter(caller.workspaceId());
        Period period = time.period(query.interval(), clock.instant());
        return switch (query.groupBy()) {
            case "count" -> FiguresAnswer.of(null, null, statistics.count(filter, period));
            case "timeseries" -> statistics.timeseries(filter, period).entrySet().stream()
                    .map(bucket -> FiguresAnswer.of(bucket.getKey(), null, bucket.getValue())).toList();
            case "top_links" -> topLinks(statistics.topLinks(filter, period, event.equals("clicks")));
            default -> throw RequestRefused.unprocessable(
                    "groupBy: must be one of count, timeseries, top_links; others are not supported by this server yet");
        };
    }

    private List<FiguresAnswer> topLinks(Map<String, Figures> top) {
        Map<String, LinkView> known = links.byIds(caller.workspaceId(), top.keySet());
        return top.entrySet().stream().map(row -> FiguresAnswer.of(null,
                FiguresAnswer.TopLink.of(known.get(row.getKey()), shortDomain), row.getValue())).toList();
    }
}
