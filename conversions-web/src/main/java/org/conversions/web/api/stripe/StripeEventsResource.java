package org.conversions.web.api.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.inbox.view.StripeEventView;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every Stripe event with what became of it and why, and replay. */
@Path("stripe/events")
@RequestScoped
@KeyScope(Area.STRIPE)
@NeedsPlan(Feature.STRIPE_INTEGRATION)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe")
public class StripeEventsResource {

    /**
     * The number of events that are processed again.
     *
     * @param next where the next call goes on, as {@code startingAfter}; null when there are no more
     */
    public record ReplayAnswer(int replayed, String next) {
    }

    @Inject
    private StripeEvents events;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List events, the newest first, without their payloads")
    public List<InboxEventAnswer> list(@BeanParam StripeEventQuery query) {
        Page page = query.page();
        return events.list(query.filter(caller), page.offset(), page.size()).stream().map(InboxEventAnswer::of)
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an event by its id or by Stripe's, with its payload",
            description = "Names, emails, phones and addresses in the payload are masked, and links to what shows them. With"
                    + " `unmasked` owners and keys with all rights see them, and the audit trail says so.")
    public InboxEventAnswer get(@PathParam("id") String id, @QueryParam("unmasked") boolean unmasked) {
        StripeEventView event = event(id);
        if (!unmasked) {
            return InboxEventAnswer.of(event.masked());
        }
        if (!caller.mayEverything()) {
            throw RequestRefused.forbidden("scope_missing", "unmasked: is for owners, and for keys with the scope apis.all");
        }
        events.recordUnmasked(caller.workspaceId(), event);
        return InboxEventAnswer.of(event);
    }

    private StripeEventView event(String id) {
        return events.find(caller.workspaceId(), id).filter(event -> caller.reaches(Mode.of(event.mode())))
                .orElseThrow(StripeEventsResource::unknown);
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Process an event again; what it did before it finds done")
    public ReplayAnswer replay(@PathParam("id") String id) {
        if (!events.replay(caller.workspaceId(), event(id).id())) {
            throw unknown();
        }
        return new ReplayAnswer(1, null);
    }

    @POST
    @Path("replay")
    @RepeatsSafely
    @Operation(summary = "Process the events of a filter again; of very many a part, and the answer says where the rest begins")
    public ReplayAnswer replayAll(@BeanParam StripeEventQuery query, @QueryParam("startingAfter") String startingAfter) {
        StripeEvents.Replayed replayed = events.replay(query.filter(caller), ListQuery.given(startingAfter));
        return new ReplayAnswer(replayed.replayed(), replayed.next());
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("event_not_found", "The event was not found.");
    }
}
