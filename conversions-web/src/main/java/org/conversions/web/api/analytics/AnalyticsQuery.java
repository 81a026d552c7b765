package org.conversions.web.api.analytics;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Counted;
import org.conversions.report.Grouping;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The figures that are asked for, and their split. */
public class AnalyticsQuery {

    @QueryParam("event")
    @DefaultValue("clicks")
    @Parameter(description = "clicks, leads, sales or composite: which rows there are, and which come first.")
    private String event;
    @QueryParam("groupBy")
    @DefaultValue("count")
    private String groupBy;
    @QueryParam("interval")
    @DefaultValue("24h")
    private String interval;

    /** @throws RequestRefused unprocessable for a kind of event that is none */
    Counted counted() {
        return Counted.of(event.isEmpty() ? "clicks" : event);
    }

    /** @throws RequestRefused unprocessable for a grouping that is none */
    Grouping grouping() {
        return Grouping.of(groupBy.isEmpty() ? "count" : groupBy);
    }

    String interval() {
        return interval.isEmpty() ? "24h" : interval;
    }
}
