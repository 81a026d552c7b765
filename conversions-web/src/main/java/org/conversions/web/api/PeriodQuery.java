package org.conversions.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.Period;

/** Which time figures and lists are about: start and end win over an interval. */
public class PeriodQuery {

    @QueryParam("start")
    private Instant start;
    @QueryParam("end")
    private Instant end;
    @QueryParam("timezone")
    @DefaultValue("UTC")
    private String timezone;

    /** @throws RequestRefused unprocessable for an interval, a zone or an order of times that is none */
    public Period period(String interval, Instant now) {
        if (start == null && end != null) {
            return Period.of("all", Instant.EPOCH, end, zone(), end);
        }
        return Period.of(interval, start, end, zone(), now);
    }

    /** @return the end that was asked for, or null for now */
    public Instant end() {
        return end;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw RequestRefused.unprocessable("timezone: must be a time zone such as Europe/Berlin");
        }
    }
}
