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
import java.util.Objects;
import org.conversions.access.Area;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.report.EventFeed;
import org.conversions.report.FeedEvent;
import org.conversions.report.FeedQuery;
import org.conversions.report.total.CustomerFigures;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.customer.CustomerAnswers;
import org.conversions.web.api.link.LinkAnswers;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the feed of clicks, leads or sales. */
@Path("events")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class EventFeedResource {

    @Inject
    private EventFeed feed;
    @Inject
    private Links links;
    @Inject
    private Customers customers;
    @Inject
    private Totals totals;
    @Inject
    private Workspaces workspaces;
    @Inject
    private LinkAnswers linkAnswers;
    @Inject
    private CustomerAnswers customerAnswers;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List clicks, leads or sales, the newest first",
            description = "A sale shows its own amount, and beside it what was refunded and what is left.")
    public List<EventAnswer> list(@BeanParam FeedPageQuery page, @BeanParam FilterQuery filters,
                                  @BeanParam PeriodQuery time) {
        FeedQuery query = page.query(filters.filter(caller), time.period(page.interval(), clock.instant(),
                () -> workspaces.get(caller.workspaceId()).timezone()));
        return switch (page.event()) {
            case "clicks" -> answers("click", feed.clicks(query), query.filter().mode());
            case "leads" -> answers("lead", feed.leads(query), query.filter().mode());
            case "sales" -> answers("sale", feed.sales(query), query.filter().mode());
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "event: must be one of clicks, leads, sales");
        };
    }

    private List<EventAnswer> answers(String kind, List<FeedEvent> events, Mode mode) {
        List<LinkId> linkIds = events.stream().map(FeedEvent::linkId).distinct().toList();
        Map<LinkId, LinkView> known = links.byIds(caller.workspaceId(), linkIds);
        Map<LinkId, LinkFigures> linkFigures = totals.linkFigures(caller.workspaceId(), linkIds, mode);
        List<CustomerId> customerIds = events.stream().map(FeedEvent::customerId).filter(Objects::nonNull).distinct()
                .toList();
        Map<CustomerId, CustomerView> buyers = customers.byIds(caller.workspaceId(), customerIds);
        Map<CustomerId, CustomerFigures> buyerFigures = totals.customerFigures(caller.workspaceId(), customerIds);
        return events.stream().map(event -> EventAnswer.of(kind, event,
                linkAnswers.of(known.get(event.linkId()),
                        linkFigures.getOrDefault(event.linkId(), LinkFigures.NONE)),
                event.customerId() == null ? null : customerAnswers.of(buyers.get(event.customerId()),
                        buyerFigures.getOrDefault(event.customerId(), CustomerFigures.NONE)))).toList();
    }
}
