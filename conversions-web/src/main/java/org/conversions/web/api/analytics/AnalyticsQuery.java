package org.conversions.web.api.analytics;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.FiguresFilter;
import org.conversions.web.api.ListQuery;

/** Which figures are asked for. */
public class AnalyticsQuery {

    @QueryParam("event")
    @DefaultValue("clicks")
    private String event;
    @QueryParam("groupBy")
    @DefaultValue("count")
    private String groupBy;
    @QueryParam("interval")
    @DefaultValue("24h")
    private String interval;
    @QueryParam("mode")
    @DefaultValue("live")
    private String mode;
    @QueryParam("linkId")
    private String linkId;
    @QueryParam("domain")
    private String domain;
    @QueryParam("key")
    private String key;
    @QueryParam("externalId")
    private String externalId;
    @QueryParam("tenantId")
    private String tenantId;
    @QueryParam("partnerId")
    private String partnerId;

    /** @throws RequestRefused unprocessable for a kind of event that is none */
    String event() {
        if (!event.matches("clicks|leads|sales|composite")) {
            throw RequestRefused.unprocessable("event: must be one of clicks, leads, sales, composite");
        }
        return event;
    }

    String groupBy() {
        return groupBy;
    }

    String interval() {
        return interval;
    }

    FiguresFilter filter(String workspaceId) {
        String external = ListQuery.given(externalId);
        return new FiguresFilter(workspaceId, ListQuery.mode(mode), ListQuery.given(linkId), ListQuery.given(domain),
                ListQuery.given(key), external != null && external.startsWith("ext_") ? external.substring(4) : external,
                ListQuery.given(tenantId), ListQuery.given(partnerId));
    }
}
