package org.conversions.web.api.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.conversions.account.Sessions;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SessionCookie;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The session of the person who is signed in. */
@Path("session")
@RequestScoped
@SignedIn(optional = true)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class SessionResource {

    @Inject
    private Sessions sessions;
    @Inject
    private SessionAnswers answers;
    @Inject
    private SessionCookie cookie;
    @Inject
    private Caller caller;

    /** The workspace to work in from now on. */
    public record WorkspaceChoice(@Required String workspaceId) {
    }

    @GET
    @Operation(summary = "Tell who is signed in; without a session `person` is null")
    public SessionAnswer get() {
        return caller.session().map(answers::of).orElse(SessionAnswer.NONE);
    }

    @DELETE
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "There is no session any more.")
    public Response end() {
        caller.session().ifPresent(sessions::end);
        return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie.gone()).build();
    }

    @PUT
    @Path("workspace")
    @SignedIn
    @Operation(summary = "Choose the workspace to work in")
    public SessionAnswer choose(WorkspaceChoice choice) {
        return answers.of(sessions.choose(caller.person(), WorkspaceId.of(choice.workspaceId())));
    }
}
