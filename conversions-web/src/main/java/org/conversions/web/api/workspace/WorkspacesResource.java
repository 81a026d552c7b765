package org.conversions.web.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.account.Memberships;
import org.conversions.account.PersonView;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;
import org.conversions.setup.NewWorkspaces;
import org.conversions.web.api.session.SessionAnswer;
import org.conversions.web.api.session.SessionAnswers;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.conversions.workspace.NewWorkspace;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspaces of the person who is signed in. */
@Path("workspaces")
@RequestScoped
@SignedIn
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class WorkspacesResource {

    @Inject
    private NewWorkspaces newWorkspaces;
    @Inject
    private Memberships memberships;
    @Inject
    private SessionAnswers sessions;
    @Inject
    private Caller caller;

    /**
     * A workspace to be made.
     *
     * @param slug     small letters, digits and hyphens; left out for one made of the name
     * @param currency of its figures; usd when left out
     */
    public record OwnWorkspaceDraft(@Required String name, String slug, String currency) {
    }

    @GET
    @Operation(summary = "List the workspaces that you belong to, the oldest membership first")
    public List<SessionAnswer.Choice> list() {
        return sessions.choices(caller.person());
    }

    @POST
    @Operation(summary = "Make a workspace, whose owner you are",
            description = "It has no API keys yet. Choose it with `PUT /session/workspace` to work in it. Whoever belongs to no workspace"
                    + " yet, as partners do, makes none.")
    @APIResponseSchema(value = SessionAnswer.Choice.class, responseCode = "201")
    public Response create(OwnWorkspaceDraft draft) {
        PersonView person = caller.person().person();
        if (!person.operator() && memberships.of(person.id()).isEmpty()) {
            throw RequestRefused.forbidden("workspace_missing", "You belong to no workspace of this server: ask its operator for one.");
        }
        return Response.status(Response.Status.CREATED).entity(SessionAnswer.Choice.of(newWorkspaces.createFor(
                person.id(), new NewWorkspace(draft.name(), draft.slug(), draft.currency())), Role.OWNER)).build();
    }
}
