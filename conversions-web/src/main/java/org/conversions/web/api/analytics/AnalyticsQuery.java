package org.conversions.web.api.analytics;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Counted;
import org.conversions.report.Granularity;
import org.conversions.report.Grouping;
import org.conversions.report.Period;
import org.conversions.web.api.ListQuery;
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
    @QueryParam("granularity")
    @Parameter(description = "hour, day, week (which begins on Monday) or month: how long a row of groupBy=timeseries is. By"
            + " the length of the period unless it is given; 1000 rows at most.")
    private String granularity;

    /** @throws RequestRefused unprocessable for a kind of event that is none */
    public Counted counted() {
        return Counted.of(event.isEmpty() ? "clicks" : event);
    }

    /** @throws RequestRefused unprocessable for a grouping that is none */
    public Grouping grouping() {
        return Grouping.of(groupBy.isEmpty() ? "count" : groupBy);
    }

    public String interval() {
        return interval.isEmpty() ? "24h" : interval;
    }

    /**
     * @return the period as a series is cut
     * @throws RequestRefused unprocessable for a granularity that is none or too short for the period
     */
    public Period series(Period period) {
        return ListQuery.given(granularity) == null ? period : period.by(Granularity.of(granularity));
    }
}
