package org.conversions.web.api.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.sample.SampleView;
import org.conversions.sample.Samples;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sample month of the caller's workspace. */
@Path("sample")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class SampleResource {

    @Inject
    private Samples samples;
    @Inject
    private Caller caller;

    /**
     * A sample month, and how far it is.
     *
     * @param state      none, running, done, removing or failed
     * @param done       steps of the total: of the month, or of its removal
     * @param total      0 until it is planned
     * @param startedAt  when it was asked for; null without one
     * @param finishedAt when all of it had been played
     * @param problem    a sentence when it is stuck
     */
    public record SampleAnswer(@Required String state, int done, int total, Instant startedAt, Instant finishedAt, String problem) {

        private static final SampleAnswer NONE = new SampleAnswer("none", 0, 0, null, null, null);

        static SampleAnswer of(SampleView view) {
            return new SampleAnswer(view.state().text(), view.done(), view.total(), view.startedAt(), view.finishedAt(),
                    view.problem());
        }
    }

    @GET
    @Operation(summary = "Read how far the sample month is", description = "Keys need all rights.")
    public SampleAnswer get() {
        mayEverything();
        return samples.find(caller.workspaceId()).map(SampleAnswer::of).orElse(SampleAnswer.NONE);
    }

    @POST
    @Operation(summary = "Play a month of a small shop in the sandbox world",
            description = "Makes six links with a partner and clicks of the last 30 days, and sends what Stripe would have said of"
                    + " their buyers to this server's own endpoint. It is done in the background. Sales and commissions are in"
                    + " sandbox mode; clicks have no mode and count in each until the sample is removed. Keys need all rights.")
    @APIResponseSchema(value = SampleAnswer.class, responseCode = "202")
    public Response start(@Context HttpServletRequest request) {
        mayEverything();
        return Response.accepted(SampleAnswer.of(samples.start(caller.workspaceId(), request.getLocalPort()))).build();
    }

    @DELETE
    @Operation(summary = "Remove everything that the sample month brought, and nothing else",
            description = "Its links go with all that came by them, whoever clicked. It is done in the background. Keys need all"
                    + " rights.")
    @APIResponseSchema(value = SampleAnswer.class, responseCode = "202")
    public Response remove() {
        mayEverything();
        return Response.accepted(SampleAnswer.of(samples.remove(caller.workspaceId()))).build();
    }

    /** A key needs all rights, because a sample is of all areas. What a person may is known by the role. */
    private void mayEverything() {
        if (caller.key().isPresent() && !caller.mayEverything()) {
            throw RequestRefused.forbidden("scope_missing", "This API key lacks the scope apis.all.");
        }
    }
}
