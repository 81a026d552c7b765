package org.conversions.web.stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.report.stream.LiveStream;
import org.conversions.report.stream.StreamQuery;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.LastingRights;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Opens the live stream. The answer is begun here and goes on by itself: the thread of the request is free at once, and what
 * this server does with the answers of resources is left aside.
 */
@Path("stream")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Tag(name = "Analytics")
public class StreamResource {

    static final String EVENTS = "text/event-stream";
    private static final int RETRY_AFTER_SECONDS = 30;

    @Context
    private HttpServletRequest request;
    @Inject
    private LiveStream live;
    @Inject
    private StreamTexts texts;
    @Inject
    private LastingRights rights;
    @Inject
    private Caller caller;

    @GET
    @Produces(EVENTS)
    @Operation(summary = "Follow clicks, leads, sales, refunds, commissions and lost customers as they happen",
            description = "Server-sent events, which have to be asked for with Accept: text/event-stream, as an EventSource does. Each is"
                    + " named for its kind, and its id is a position from which the stream goes on without a gap and without a repetition,"
                    + " on any node and after a restart. An event start begins a new list. An event more says how many clicks were left"
                    + " out before it, {\"clicks\": 120}, because there were very many at once. An event reset says that too much was"
                    + " missed to go on: load what you show anew. Streams end after some minutes; come again with the last id.")
    @APIResponse(responseCode = "200", description = "The data of each event",
            content = @Content(mediaType = EVENTS, schema = @Schema(implementation = StreamAnswer.class)))
    public void open(@BeanParam StreamParameters parameters, @Suspended AsyncResponse answer) throws IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(EVENTS)) {
            throw RequestRefused.badRequest("stream_not_asked_for",
                    "The answer does not end: ask for it with Accept: " + EVENTS + ", if you are ready for that.");
        }
        StreamQuery query = parameters.query(caller);
        Set<Area> readable = Stream.of(Area.values()).filter(caller::mayRead).collect(Collectors.toUnmodifiableSet());
        StreamConnection connection = new StreamConnection(texts, readable,
                rights.reading(request, caller, Area.ANALYTICS, query.mode()));
        switch (live.open(query, connection)) {
            case FOR_WORKSPACE -> throw new TooManyRequests("This workspace has as many streams open as it may have.", RETRY_AFTER_SECONDS);
            case FOR_ALL -> throw RequestRefused.unavailable("streams_exhausted",
                    "This server has as many streams open as it may have. Try again in a moment.");
            default -> begin(connection);
        }
    }

    private void begin(StreamConnection connection) throws IOException {
        AsyncContext started = request.getAsyncContext();
        HttpServletResponse response = (HttpServletResponse) started.getResponse();
        response.setContentType(EVENTS);
        response.setCharacterEncoding("UTF-8");
        // Asks proxies, nginx above all, to pass each event on at once.
        response.setHeader("X-Accel-Buffering", "no");
        connection.open(started);
    }
}
