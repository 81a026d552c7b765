package org.conversions.web.api.share;

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
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.report.Analytics;
import org.conversions.report.Counted;
import org.conversions.report.EventFeed;
import org.conversions.report.FeedEvent;
import org.conversions.report.FeedQuery;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.Period;
import org.conversions.share.ShareAccess;
import org.conversions.share.SharedFigures;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.analytics.AnalyticsQuery;
import org.conversions.web.api.analytics.FeedPageQuery;
import org.conversions.web.api.analytics.FiguresAnswer;
import org.conversions.web.api.analytics.FiguresRows;
import org.conversions.web.api.analytics.FilterQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OpenToShares;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures and events of a share, within its filters and without what says who somebody is. */
@Path("share")
@RequestScoped
@OpenToShares
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shares")
public class SharedFiguresResource {

    @Inject
    private Analytics analytics;
    @Inject
    private EventFeed feed;
    @Inject
    private FiguresRows rows;
    @Inject
    private Links links;
    @Inject
    private Workspaces workspaces;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Path("analytics")
    @Operation(summary = "Figures of a share",
            description = "As `GET /analytics`, within the filters of the share: a question may narrow them. mode is that of the share,"
                    + " whatever is asked for. Without money there are no amounts, and nothing is ordered by them. Partners and whole"
                    + " addresses are not shown.")
    @APIResponse(responseCode = "200", description = "One row for groupBy=count, else a list of rows",
            content = @Content(schema = @Schema(oneOf = {SharedFiguresAnswer.class, SharedFiguresAnswer[].class})))
    public Object analytics(@BeanParam AnalyticsQuery query, @BeanParam FilterQuery filters, @BeanParam PeriodQuery time) {
        ShareAccess share = caller.share();
        Grouping grouping = query.grouping();
        SharedFigures.check(grouping);
        Counted counted = share.money() ? query.counted() : query.counted().withoutMoney();
        FiguresFilter filter = filter(share, filters);
        Period period = period(share, time, query.interval());
        return switch (grouping) {
            case COUNT -> SharedFiguresAnswer.of(rows.count(analytics.count(filter, period), false), share.money());
            case TIMESERIES -> shown(rows.series(analytics.timeseries(filter, query.series(period)), false), share);
            default -> shown(rows.split(grouping, share.mode(), analytics.split(filter, period, grouping, counted), false), share);
        };
    }

    @GET
    @Path("events")
    @Operation(summary = "List the clicks, leads or sales of a share, the newest first",
            description = "Only where money is shown. Nothing says who somebody is: customers are masked.")
    public List<SharedEventAnswer> events(@BeanParam FeedPageQuery page, @BeanParam FilterQuery filters, @BeanParam PeriodQuery time) {
        ShareAccess share = caller.share();
        if (!share.money()) {
            throw RequestRefused.forbidden("not_shared", "This share does not show events.");
        }
        FeedQuery query = page.query(filter(share, filters), period(share, time, page.interval()));
        return switch (page.event()) {
            case "clicks" -> events("click", feed.clicks(query));
            case "leads" -> events("lead", feed.leads(query));
            case "sales" -> events("sale", feed.sales(query));
            default -> throw RequestRefused.unprocessable("field_value_unknown", "event: must be one of clicks, leads, sales");
        };
    }

    private List<SharedEventAnswer> events(String kind, List<FeedEvent> events) {
        Map<LinkId, LinkView> known = links.byIds(caller.workspaceId(), events.stream().map(FeedEvent::linkId).distinct().toList());
        return events.stream().map(event -> SharedEventAnswer.of(kind, event, known.get(event.linkId()), shortDomain)).toList();
    }

    private static FiguresFilter filter(ShareAccess share, FilterQuery asked) {
        return SharedFigures.narrowed(FilterQuery.of(share.query()).filter(share.workspaceId(), share.mode()),
                asked.filter(share.workspaceId(), share.mode()));
    }

    private Period period(ShareAccess share, PeriodQuery time, String interval) {
        return time.period(interval, clock.instant(), () -> workspaces.get(share.workspaceId()).timezone());
    }

    private static List<SharedFiguresAnswer> shown(List<FiguresAnswer> rows, ShareAccess share) {
        return rows.stream().map(row -> SharedFiguresAnswer.of(row, share.money())).toList();
    }
}
