package org.conversions.web.api.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.conversions.account.LoginSession;
import org.conversions.account.OwnAccount;
import org.conversions.account.SessionView;
import org.conversions.account.Sessions;
import org.conversions.click.recorder.VisitReader;
import org.conversions.click.visit.UserAgent;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The places where the person who is signed in is signed in. */
@Path("me/sessions")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class OwnSessionsResource {

    @Inject
    private Sessions sessions;
    @Inject
    private OwnAccount account;
    @Inject
    private VisitReader browsers;
    @Inject
    private Caller caller;

    /**
     * A session.
     *
     * @param current    whether it is the one of this request
     * @param lastSeenAt to the minute
     * @param network    the network that it was begun from
     * @param browser    null when it did not say
     * @param system     null when the browser did not say
     */
    public record OwnSessionAnswer(
            @Required String id, boolean current, @Required Instant createdAt, @Required Instant lastSeenAt,
            @Required Instant expiresAt, String network, String browser, String system) {

        static OwnSessionAnswer of(SessionView session, String current, UserAgent agent) {
            return new OwnSessionAnswer(session.id(), session.id().equals(current), session.createdAt(), session.lastSeenAt(),
                    session.expiresAt(), session.network(), known(agent.browser()), known(agent.os()));
        }

        private static String known(String name) {
            return name.isEmpty() ? null : name;
        }
    }

    @GET
    @Operation(summary = "List where you are signed in, the newest session first")
    public List<OwnSessionAnswer> list() {
        LoginSession own = caller.person();
        return sessions.list(own.personId()).stream()
                .map(session -> OwnSessionAnswer.of(session, own.id(), browsers.agent(session.userAgent()))).toList();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End one of your sessions")
    public Deleted end(@PathParam("id") String id) {
        sessions.revoke(caller.person().personId(), id);
        return new Deleted(id);
    }

    @DELETE
    @Operation(summary = "End all your sessions but this one")
    @APIResponse(responseCode = "204", description = "This session is the only one.")
    public void endOthers() {
        account.endOtherSessions(caller.person());
    }
}
