package org.conversions.web.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.sale.restatement.Restatements;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.WorkspaceChange;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the caller's workspace. */
@Path("workspace")
@RequestScoped
@KeyScope(Area.WORKSPACES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class WorkspaceResource {

    @Inject
    private Workspaces workspaces;
    @Inject
    private Restatements restatements;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the settings of the workspace")
    public WorkspaceAnswer get() {
        return answer(workspaces.get(caller.workspaceId()));
    }

    @PATCH
    @Operation(summary = "Change settings of the workspace; what is left out or null stays",
            description = "Another `currency` states all sales in it, each from what was paid at the rate of its day, and the"
                    + " figures with them: `restatement` says how far that is. Commissions stay in the currency they were"
                    + " earned in.")
    public WorkspaceAnswer update(WorkspaceChange change) {
        return answer(workspaces.update(caller.workspaceId(), change));
    }

    private WorkspaceAnswer answer(WorkspaceView view) {
        return WorkspaceAnswer.of(view, restatements.of(view.id()));
    }
}
