package org.conversions.web.api.analytics;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conversions.customer.CustomerList;
import org.conversions.customer.CustomerView;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.CustomerFigures;
import org.conversions.statistics.EventFeed;
import org.conversions.statistics.FeedEvent;
import org.conversions.statistics.FeedQuery;
import org.conversions.statistics.LinkFigures;
import org.conversions.statistics.Period;
import org.conversions.statistics.Statistics;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.api.link.LinkAnswer;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the feed of clicks, leads or sales. */
@Path("events")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class EventFeedResource {

    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 1_000;
    private static final int PAGE_MAX = 1_000;

    @Inject
    private EventFeed feed;
    @Inject
    private Links links;
    @Inject
    private CustomerList customers;
    @Inject
    private Statistics statistics;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List clicks, leads or sales, the newest first")
    public List<EventAnswer> list(@BeanParam PeriodQuery time, @QueryParam("event") @DefaultValue("clicks") String event,
                                  @QueryParam("interval") @DefaultValue("24h") String interval,
                                  @QueryParam("mode") @DefaultValue("live") String mode,
                                  @QueryParam("linkId") String linkId, @QueryParam("customerId") String customerId,
                                  @QueryParam("page") Integer page,
                                  @QueryParam("limit") Integer limit,
                                  @QueryParam("sortOrder") @DefaultValue("desc") String sortOrder,
                                  @QueryParam("order") String order) {
        int number = page == null ? 1 : page;
        int size = limit == null ? LIMIT : limit;
        if (number < 1 || number > PAGE_MAX || size < 1 || size > LIMIT_MAX) {
            throw RequestRefused.unprocessable("page, limit: must be from 1 to " + PAGE_MAX);
        }
        if (!sortOrder.matches("asc|desc")) {
            throw RequestRefused.unprocessable("sortOrder: must be one of asc, desc");
        }
        Period period = time.period(interval, clock.instant());
        Mode world = ListQuery.mode(mode);
        FeedQuery query = new FeedQuery(caller.workspaceId(), world, ListQuery.given(linkId),
                ListQuery.given(customerId), period.from() == null ? Instant.EPOCH : period.from(),
                period.to().plusMillis(1), number, size, "asc".equals(sortOrder) || "asc".equals(order));
        return switch (event) {
            case "clicks" -> answers("click", feed.clicks(query), world);
            case "leads" -> answers("lead", feed.leads(query), world);
            case "sales" -> answers("sale", feed.sales(query), world);
            default -> throw RequestRefused.unprocessable("event: must be one of clicks, leads, sales");
        };
    }

    private List<EventAnswer> answers(String kind, List<FeedEvent> events, Mode mode) {
        List<String> linkIds = events.stream().map(FeedEvent::linkId).distinct().toList();
        Map<String, LinkView> known = links.byIds(caller.workspaceId(), linkIds);
        Map<String, LinkFigures> linkFigures = statistics.linkFigures(caller.workspaceId(), linkIds, mode);
        List<String> customerIds = events.stream().map(FeedEvent::customerId).filter(Objects::nonNull).distinct()
                .toList();
        Map<String, CustomerView> buyers = customers.byIds(caller.workspaceId(), customerIds);
        Map<String, CustomerFigures> buyerFigures = statistics.customerFigures(caller.workspaceId(), customerIds);
        return events.stream().map(event -> EventAnswer.of(kind, event,
                LinkAnswer.of(known.get(event.linkId()),
                        linkFigures.getOrDefault(event.linkId(), LinkFigures.NONE), shortDomain),
                event.customerId() == null ? null : CustomerAnswer.of(buyers.get(event.customerId()),
                        buyerFigures.getOrDefault(event.customerId(), CustomerFigures.NONE)))).toList();
    }
}
