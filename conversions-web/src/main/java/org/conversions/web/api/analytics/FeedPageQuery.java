package org.conversions.web.api.analytics;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.QueryParam;
import org.conversions.platform.RequestRefused;
import org.conversions.report.FeedQuery;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Period;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The part of the feed that is asked for, and its order. */
public class FeedPageQuery {

    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 1_000;
    private static final int PAGE_MAX = 1_000;

    @QueryParam("event")
    @Parameter(description = "clicks, leads or sales.")
    private String event;
    @QueryParam("interval")
    private String interval;
    @QueryParam("uncounted")
    @Parameter(description = "true: the visits that were not counted instead of the clicks, each with its reason.")
    private Boolean uncounted;
    @QueryParam("page")
    private Integer page;
    @QueryParam("limit")
    private Integer limit;
    @QueryParam("sortBy")
    @Parameter(description = "timestamp.")
    private String sortBy;
    @QueryParam("sortOrder")
    private String sortOrder;
    @QueryParam("order")
    @Parameter(description = "The old name of sortOrder. Only asc is heeded: some clients always send desc.")
    private String order;

    public String event() {
        return orElse(event, "clicks");
    }

    public String interval() {
        return orElse(interval, "24h");
    }

    /** @throws RequestRefused unprocessable for a page, an order or a kind of event that cannot be */
    public FeedQuery query(FiguresFilter filter, Period period) {
        int number = page == null ? 1 : page;
        int size = limit == null ? LIMIT : limit;
        if (number < 1 || number > PAGE_MAX || size < 1 || size > LIMIT_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "page, limit: must be from 1 to " + PAGE_MAX);
        }
        if (!orElse(sortBy, "timestamp").equals("timestamp")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be timestamp");
        }
        if (Boolean.TRUE.equals(uncounted) && !event().equals("clicks")) {
            throw RequestRefused.unprocessable("fields_conflicting", "uncounted: only clicks are uncounted");
        }
        boolean oldestFirst = ascending("sortOrder", sortOrder) | ascending("order", order);
        return new FeedQuery(filter, period, Boolean.TRUE.equals(uncounted), number, size, oldestFirst);
    }

    private static boolean ascending(String name, String text) {
        String direction = orElse(text, "desc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw RequestRefused.unprocessable("field_value_unknown", name + ": must be one of asc, desc");
        }
        return direction.equals("asc");
    }

    private static String orElse(String text, String otherwise) {
        return given(text) == null ? otherwise : text;
    }
}
