package org.conversions.web.api;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Period;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The time that figures and lists are about: start and end win over an interval. */
public class PeriodQuery {

    @QueryParam("start")
    @Parameter(description = "From then on: a time, or a day, which begins in the time zone. Wins over interval.")
    private String start;
    @QueryParam("end")
    @Parameter(description = "Until then, not included: a time, or a day, which begins in the time zone.")
    private String end;
    @QueryParam("timezone")
    @Parameter(description = "Where days and months begin, such as Europe/Berlin.")
    private String timezone;

    /** Reads the period in UTC unless another zone is asked for. @see #period(String, Instant, Supplier) */
    public Period period(String interval, Instant now) {
        return period(interval, now, () -> ZoneOffset.UTC);
    }

    /**
     * @param otherwise the zone when none is asked for
     * @throws RequestRefused unprocessable for an interval, a time, a zone or an order of times that is none
     */
    public Period period(String interval, Instant now, Supplier<ZoneId> otherwise) {
        ZoneId zone = zone(otherwise);
        return Period.of(interval, instant("start", start, zone), instant("end", end, zone), zone, now);
    }

    /** @return the end that was asked for, or null for now */
    public Instant end() {
        return instant("end", end, zone(() -> ZoneOffset.UTC));
    }

    private static Instant instant(String name, String text, ZoneId zone) {
        return ListQuery.given(text) == null ? null : Parameters.instant(name, text, zone);
    }

    private ZoneId zone(Supplier<ZoneId> otherwise) {
        if (ListQuery.given(timezone) == null) {
            return otherwise.get();
        }
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "timezone: must be a time zone such as Europe/Berlin");
        }
    }
}
