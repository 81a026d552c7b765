package org.conversions.web.stream;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.report.stream.StreamKind;
import org.conversions.report.stream.StreamQuery;
import org.conversions.web.api.CommaList;
import org.conversions.web.security.Caller;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The part of the stream that is asked for, and where to go on. */
public class StreamParameters {

    @QueryParam("mode")
    private String mode;
    @QueryParam("kinds")
    @Parameter(description = "Only these, with commas: click, lead, sale, refund, commission, churn.")
    private List<String> kinds;
    @QueryParam("linkId")
    private String linkId;
    @QueryParam("partnerId")
    private String partnerId;
    @QueryParam("customerId")
    private String customerId;
    @QueryParam("recent")
    @Parameter(description = "How many of the newest events come first when the stream does not go on from a position: up to 100.")
    private Integer recent;
    @QueryParam("lastEventId")
    @Parameter(description = "As Last-Event-ID, which goes before it: for a page that was loaded anew.")
    private String lastEventId;
    @HeaderParam("Last-Event-ID")
    @Parameter(description = "The id of the last event that you have: what came after it is told first. Browsers send it when they come"
            + " again.")
    private String lastEventIdHeader;

    /** @throws RequestRefused unprocessable for a kind or a number that cannot be; as {@link Caller#mode(String)} */
    StreamQuery query(Caller caller) {
        int first = recent == null ? 0 : recent;
        if (first < 0 || first > StreamQuery.RECENT_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "recent: must be from 0 to " + StreamQuery.RECENT_MAX);
        }
        Set<StreamKind> wanted = EnumSet.noneOf(StreamKind.class);
        for (String kind : CommaList.of("kinds", kinds)) {
            wanted.add(Word.find(StreamKind.class, kind).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                    "kinds: must be some of click, lead, sale, refund, commission, churn")));
        }
        return new StreamQuery(caller.workspaceId(), caller.mode(given(mode)), wanted, given(linkId), given(partnerId), given(customerId),
                first, given(lastEventIdHeader) != null ? lastEventIdHeader : given(lastEventId));
    }
}
