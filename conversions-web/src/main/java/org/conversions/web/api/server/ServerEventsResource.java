package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Page;
import org.conversions.stripe.inbox.view.StripeEventView;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.stripe.StripeEventQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stripe events of accounts that are connected to no workspace: only the operator can see that they are lost otherwise. */
@Path("server/events")
@RequestScoped
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerEventsResource {

    @Inject
    private StripeEvents events;
    @Inject
    private Clock clock;

    /**
     * An event that is no workspace's.
     *
     * @param state      waiting, until its account is connected; unmatched once it waited in vain; ignored when no one can
     *                   connect it
     * @param deliveries how often Stripe has sent it
     * @param createdAt  when Stripe made it
     * @param ageSeconds how long ago it came in
     */
    public record ServerEventAnswer(
            @Required String id, @Required String stripeEventId, @Required String type, String account, @Required String mode,
            @Required String state, String reason, String explanation, int deliveries, Instant createdAt,
            @Required Instant receivedAt, long ageSeconds) {

        static ServerEventAnswer of(StripeEventView event, Instant now) {
            return new ServerEventAnswer(event.id(), event.stripeEventId(), event.type(), ListQuery.given(event.account()),
                    event.mode(), event.state(), event.reason(), event.explanation(), event.deliveries(), event.createdAt(),
                    event.receivedAt(), Duration.between(event.receivedAt(), now).toSeconds());
        }
    }

    @GET
    @Operation(summary = "List the Stripe events of accounts that no workspace has connected, the newest first")
    public List<ServerEventAnswer> list(@QueryParam("account") String account, @QueryParam("state") String state,
                                        @QueryParam("page") @DefaultValue("1") int page,
                                        @QueryParam("pageSize") @DefaultValue("100") int pageSize) {
        Page wanted = new Page(page, pageSize, null, null);
        Instant now = clock.instant();
        return events.ofNobody(ListQuery.given(account), StripeEventQuery.state(state), wanted.offset(), wanted.size()).stream()
                .map(event -> ServerEventAnswer.of(event, now)).toList();
    }
}
